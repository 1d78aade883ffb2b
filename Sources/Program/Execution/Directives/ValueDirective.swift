internal import Diagnostics
internal import Notebooks
internal import RunRecords

/// `.value`: one number made from earlier results.
enum ValueDirective: DirectiveKind {
  static let name = "value"
  static let purpose = Message(
    "a number from earlier results", pt: "um número de resultados anteriores")
  static let options = [
    OptionSpec(
      "value", Message("an expression", pt: "uma expressão"),
      Message("such as teste.accuracy - densa.accuracy", pt: "como teste.accuracy - densa.accuracy")
    ),
    OptionSpec(
      "label", Message("a text", pt: "um texto"), Message("its name", pt: "o seu nome")),
    .format, .digits,
  ]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    let format = planner.numberFormat()
    let label = planner.reader.words("label")?.value ?? "value"
    guard let text = planner.reader.string("value") else {
      if planner.directive.option("value") == nil { planner.reportMissing("value") }
      return nil
    }
    let reading = ValueExpression.read(text.value, at: text.range, planner.context)
    guard case .found(let expression) = reading.reported(to: &planner) else { return nil }
    planner.define(.other, publishing: PublishedValues(scalars: [label]))
    return ValueTask(expression: expression, label: label, format: format)
  }
}

extension TaskPlanner {
  /// Reports that an option is needed.
  mutating func reportMissing(_ option: String) {
    report(
      Diagnostic(
        code: "missing-option", at: directive.kindRange,
        Message(
          "'.\(directive.kind)' needs the option '\(option)'",
          pt: "'.\(directive.kind)' precisa da opção '\(option)'")))
  }
}

/// The work of `.value`.
struct ValueTask: DirectiveTask {
  var expression: ValueExpression
  var label: String
  var format: NumberFormat

  func keyParts(in session: Session) -> [String] {
    [expression.text, label, "\(format)"] + expression.paths.map { session.key(of: $0) }
  }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    for path in expression.paths { if let failure = session.missing(path) { throw failure } }
    let value = expression.evaluate(session.values) ?? .nan
    return [.metrics(MetricsOutput(name: "value", metrics: [.init(label, value, format: format)]))]
  }
}
