internal import Datasets
internal import Diagnostics
internal import Digests
internal import Networks
internal import Notebooks
internal import RunRecords

/// Runs a plan from its first directive to its last.
package struct Runner {
  private let plan: Plan
  private var session: Session
  private var former: FormerKeys
  private var displays = DisplayBoard()

  /// - Parameters:
  ///   - journal: is told of each directive as it ends.
  ///   - isCancelled: asked before each batch and each directive.
  ///   - observe: hears what happens, on the calling thread.
  package init(
    _ plan: Plan, settings: RunSettings, journal: RunJournal = RunJournal(),
    isCancelled: @escaping () -> Bool = { false }, observe: @escaping (RunEvent) -> Void = { _ in }
  ) {
    self.plan = plan
    let matter = plan.notebook.frontMatter
    former = FormerKeys(written: settings.writtenKeys)
    session = Session(
      settings: settings, language: matter.lang == nil ? settings.language : matter.language,
      seed: settings.seed ?? matter.seed, parameters: plan.parameters, journal: journal,
      isCancelled: isCancelled, observe: observe)
    if plan.notebook.isScript { session.script = plan.notebook.source.file }
    session.cells = CellChain(
      given: Set(session.parameters.keys).union(
        plan.notebook.isScript ? [] : CellHistory.givenNames))
  }

  /// Executes every directive in order, and stops at the first that fails.
  ///
  /// The outputs of those that finished are in the result, whatever happened then.
  package mutating func run() -> RunResult {
    precondition(!plan.diagnostics.hasErrors, "Runner: the plan has errors")
    session.observe(.runStarted(directives: plan.tasks.count))
    session.journal.begin(in: session.language, session.values)
    for (index, planned) in plan.tasks.enumerated() where runTask(planned, index) != nil {
      return session.journal.result
    }
    checkLinks()
    var result = session.journal.result
    result.writtenNumerics = former.numerics
    return result
  }

  /// Ends the run with a fault where a number in prose is none after all.
  private func checkLinks() {
    let tasks = Dictionary(plan.tasks.map { ($0.directive.id, $0) }) { first, _ in first }
    for link in plan.notebook.runLinks {
      guard let path = ValuePath(link.target), let task = tasks[path.id],
        var failure = session.missing(path)
      else { continue }
      failure.place = link.targetRange
      return session.journal.fail(task, failure)
    }
  }

  private mutating func runTask(_ planned: PlannedTask, _ index: Int) -> TaskFailure? {
    let directive = planned.directive
    var record = TaskRecord(planned, key: "")
    session.journal.begin(planned)
    session.observe(.taskStarted(id: directive.id, kind: directive.kind, index: index))
    session.noteCount(of: planned)
    guard case .run(let task) = planned.action else {
      if case .showError(let error) = planned.action { finish(&record, showing: error) }
      session.journal.end(record, nil, nil, session.dataSets)
      session.observe(
        .taskFinished(id: directive.id, status: record.status.rawValue, seconds: 0))
      return nil
    }
    session.scope = TaskScope(
      id: directive.id, seed: planned.common.seed)
    let start = ContinuousClock.now
    let failure = execute(task, planned, &record)
    record.seconds = (ContinuousClock.now - start).seconds
    session.journal.end(record, session.values[directive.id], failure, session.dataSets)
    if record.status == .cached { for event in record.printed { session.observe(event) } }
    session.observe(
      .taskFinished(
        id: directive.id, status: record.status.rawValue, seconds: record.seconds ?? 0))
    return failure
  }

  private mutating func execute(
    _ task: any DirectiveTask, _ planned: PlannedTask, _ record: inout TaskRecord
  ) -> TaskFailure? {
    do throws(TaskFailure) {
      if session.isCancelled() { throw TaskFailure.interrupted }
      try task.prepare(&session)
      let key = Self.key(of: task, planned, session)
      record.key = Self.shownKey(key, planned)
      noteFormer(task, planned)
      record.inputs = TaskInputs(planned, plan, session).inputs(of: task)
      session.keys[planned.directive.id] = key
      defer { for name in session.scope.dataSets { session.note(named: name) } }
      let (given, isReused) = try outputs(of: task, key)
      record.show(given.outputs, as: planned.common)
      if !given.numbers.isEmpty { record.numbers = given.numbers }
      if isReused { record.status = .cached }
      noteDisplays(given.displays, of: record, given.outputs, planned)
    } catch {
      return fail(error, planned, &record)
    }
    session.values[planned.directive.id] = RecordedValues(record)
    guard let expected = planned.common.expectedError else { return nil }
    record.status = .error
    return .missingError(expected)
  }

  private mutating func fail(
    _ error: TaskFailure, _ planned: PlannedTask, _ record: inout TaskRecord
  ) -> TaskFailure? {
    let status = record.status
    record.end(with: error, after: error.outputs, as: planned.common, in: session.language)
    noteDisplays(session.journal.shown.displays, of: record, record.outputs, planned)
    guard error.isCalled(planned.common.expectedError) || planned.allows(error) else {
      return error
    }
    record.status = status
    return nil
  }

  /// Lets a task change what others showed, and later ones what it shows itself.
  private mutating func noteDisplays(
    _ given: NamedDisplays?, of record: TaskRecord, _ outputs: TaskOutputs, _ planned: PlannedTask
  ) {
    guard let given, !given.isEmpty else { return }
    for changed in displays.add(record, outputs, given, planned) {
      let values = changed.status == .error ? nil : RecordedValues(changed)
      if let values { session.values[changed.id] = values }
      session.journal.change(changed, values)
    }
  }

  private func finish(_ record: inout TaskRecord, showing error: Diagnostic) {
    let message = error.message.text(in: session.language)
    // In a cell it is Python's own exception.
    let code =
      record.kind == KerasDirective.name && error.code == "syntax-error"
      ? "SyntaxError" : error.code
    record.outputs = [.error(ErrorOutput(code: code, message: message))]
    record.key = String(ResultKey(["error", error.code, message]).digest.prefix(12))
  }

  private mutating func noteFormer(_ task: any DirectiveTask, _ planned: PlannedTask) {
    former.add(planned.directive.id) { [session] version, keys in
      var session = session
      session.keys = keys
      session.cellsVersion = KerasTask.version(numerics: version)
      if version < 4 { session.forgetModels() }
      return Self.key(of: task, planned, session, numerics: version)
    } shown: {
      Self.shownKey($0, planned)
    }
  }

  private static func key(
    of task: any DirectiveTask, _ planned: PlannedTask, _ session: Session,
    numerics: Int = numericsVersion
  ) -> String {
    var key = ResultKey(["step", planned.directive.kind, "numerics \(numerics)"])
    key.add("seed", planned.common.seed ?? session.seed)
    for part in task.keyParts(in: session) { key.add(part) }
    key.add(session.language.rawValue)
    return key.digest
  }

  /// The key of what is shown, as it stands there: captions and alt texts are in the notebook, but need
  /// no work.
  private static func shownKey(_ key: String, _ planned: PlannedTask) -> String {
    let shown = ResultKey([key] + [planned.common.alt, planned.common.caption].map { $0 ?? "" })
    return String(shown.digest.prefix(12))
  }

  /// A task's outputs from an earlier run where they were kept, otherwise of its work.
  private mutating func outputs(
    of task: any DirectiveTask, _ key: String
  ) throws(TaskFailure) -> (KeptOutputs, isReused: Bool) {
    if task.keepsOutputs, let kept = session.keptOutputs(key) {
      session.scope.dataSets = kept.dataSets
      session.add(kept.models ?? ModelCounts())
      return (kept, true)
    }
    for id in task.dataIDs(in: session) { try session.loadBytes(id) }
    defer { session.add(session.scope.models) }
    let shown = try task.run(&session)
    let outputs = KeptOutputs(
      outputs: shown, numbers: session.scope.numbers, dataSets: session.scope.dataSets,
      displays: session.scope.displays.isEmpty ? nil : session.scope.displays,
      models: session.scope.models.isEmpty ? nil : session.scope.models)
    if task.keepsOutputs { session.keep(outputs, key) }
    return (outputs, session.scope.isReused)
  }
}

extension TaskRecord {
  /// All that it printed.
  fileprivate var printed: [RunEvent] {
    outputs.compactMap { output in
      guard case .text(let part) = output else { return nil }
      let stem = part.name.prefix { $0 != "-" }
      guard stem == "stdout" || stem == "stderr" else { return nil }
      return .printed(part.text, isError: stem == "stderr")
    }
  }
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
