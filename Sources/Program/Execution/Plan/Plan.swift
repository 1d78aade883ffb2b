package import Diagnostics
package import Notebooks

/// A checked notebook: the tasks of a run, or what keeps it from running.
///
/// Making a plan reads no data and runs nothing. All findings are collected, not the first alone.
package struct Plan: Sendable {
  /// What was planned.
  package let notebook: Notebook
  /// One for each directive of the notebook, in its order; those that aren't to run too.
  package let tasks: [PlannedTask]
  /// Findings of the notebook and of the plan in the order of their places.
  package let diagnostics: [Diagnostic]
  /// Parameters in the order of the front matter, with the values of this run.
  package let parameters: [(name: String, value: OptionValue)]
  /// The same by their names.
  let parameterValues: [String: OptionValue]

  /// Plans a notebook with parameters from the command line on top of the front matter's.
  ///
  /// - Parameter leavesRaised: whether a script runs up to a name that it doesn't know, as in CPython.
  package init(
    _ notebook: Notebook, parameters overrides: [String: String] = [:], leavesRaised: Bool = false
  ) {
    var findings = notebook.diagnostics
    let parameters = ParameterValues.resolve(notebook, overrides, &findings)
    var context = PlanContext(
      parameters: Dictionary(parameters.map { ($0.name, $0.value) }) { first, _ in first },
      dataAliases: Dictionary(notebook.frontMatter.data.map { ($0.name, $0.source) }) { a, _ in a })
    context.defineParameters()
    var tasks: [PlannedTask] = []
    for directive in notebook.directives {
      tasks.append(Self.plan(directive, &context, &findings))
    }
    findings += LinkCheck.findings(notebook, context)
    findings += CellCheck.findings(
      context.cells, parameters: Set(context.parameters.keys), isScript: notebook.isScript,
      leavesRaised: leavesRaised && notebook.isScript)
    self.notebook = notebook
    self.tasks = tasks
    self.parameters = parameters
    parameterValues = context.parameters
    // Several directives may find the same thing wrong with one model.
    var seen: Set<Diagnostic> = []
    diagnostics = findings.filter { seen.insert($0).inserted }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func plan(
    _ directive: Directive, _ context: inout PlanContext, _ findings: inout [Diagnostic]
  ) -> PlannedTask {
    let tags = directive.cellTags
    if tags.contains(.skipsExecution) {
      context.defineUnusable(directive.id)
      return PlannedTask(directive: directive, common: CommonOptions(), action: .skip)
    }
    var reader = OptionReader(directive, parameters: context.parameters)
    let common = CommonOptions(&reader)
    guard let kind = DirectiveCatalog.kind(named: directive.kind) else {
      context.defineUnusable(directive.id)
      // A directive that is read but that nothing executes must not be passed over in silence.
      findings.append(.cannotRun(directive))
      return PlannedTask(directive: directive, common: common, action: .skip)
    }
    reader.reportUnknown(known: kind.options.map(\.name) + CommonOptions.names)
    if common.isSkipped {
      findings += reader.diagnostics
      context.defineUnusable(directive.id)
      return PlannedTask(directive: directive, common: common, action: .skip)
    }
    // The context is handed over and back: a copy of it for each directive would be dear.
    var planner = TaskPlanner(reader: reader, context: PlanContext(), common: common)
    swap(&planner.context, &context)
    let task = kind.plan(&planner)
    swap(&planner.context, &context)
    let expectation = ErrorExpectation(
      common.expectedError, planner.reader.diagnostics,
      allowsAny: tags.contains(.mayFail) && common.expectedError == nil)
    findings += expectation.remaining
    if task == nil || planner.hasErrors { context.defineUnusable(directive.id) }
    if let error = expectation.met {
      return PlannedTask(directive: directive, common: common, action: .showError(error))
    }
    let action = task.map { PlannedTask.Action.run($0) } ?? .skip
    return PlannedTask(directive: directive, common: common, action: action)
  }
}

extension Diagnostic {
  fileprivate static func cannotRun(_ directive: Directive) -> Diagnostic {
    Diagnostic(
      code: "cannot-run", at: directive.kindRange,
      Message(
        "'.\(directive.kind)' can't be executed by this version",
        pt: "'.\(directive.kind)' não pode ser executado por esta versão"))
  }
}
