internal import Diagnostics
internal import Notebooks

/// What a directive has while it is planned: its options, the names before it, its findings.
struct TaskPlanner {
  var reader: OptionReader
  var context: PlanContext
  let common: CommonOptions

  var directive: Directive { reader.directive }
  var id: String { reader.directive.id }

  /// Reports a finding.
  mutating func report(_ diagnostic: Diagnostic) { reader.report(diagnostic) }

  /// Whether an error was reported for this directive.
  var hasErrors: Bool { reader.diagnostics.hasErrors }

  /// Defines the directive's own name.
  mutating func define(_ symbol: Symbol, publishing values: PublishedValues = PublishedValues()) {
    context.define(id, symbol, publishing: values)
  }

  mutating func model() -> Reference<ModelReference> { reader.model(in: context) }

  mutating func data(part: SplitName) -> Reference<DataReference> {
    reader.data(in: context, part: part)
  }
}
