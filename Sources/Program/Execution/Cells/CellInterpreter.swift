internal import NumPyModule
internal import Caching
internal import PythonLibrary
internal import PythonRuntime
internal import Datasets
internal import Diagnostics
internal import KerasModule
internal import Networks
internal import Notebooks
internal import MatplotlibModule
internal import RunRecords
internal import Stacks
internal import Tables

/// The interpreter of one run: the variables that all cells share, and what the current one showed.
final class CellInterpreter {
  private let program: Program
  private let machine: Machine
  private let shown: ShownOutputs
  private var done: [CellSource] = []
  private let scriptLines: [Int: Int]
  private let data = CellData()
  private let keras: KerasSession
  /// What Jupyter keeps of cells; nil in a script.
  private var history: CellHistory?
  private let script: String?
  private let isCancelled: () -> Bool

  init(_ session: Session) {
    let (isCancelled, observe) = (session.isCancelled, session.observe)
    self.isCancelled = isCancelled
    scriptLines = session.settings.scriptLines
    let shown = ShownOutputs(session.journal.shown)
    self.shown = shown
    machine = Machine(
      limits: Machine.Limits(memory: MemoryLimit.bytes), isCancelled: isCancelled,
      memoryInUse: { ProcessMemory.bytes }
    ) { part in
      let text = shown.write(part, isError: false)
      if !text.isEmpty { observe(.printed(text, isError: false)) }
    }
    machine.writeError = { part in
      let text = shown.write(part, isError: true)
      if !text.isEmpty { observe(.printed(text, isError: true)) }
    }
    machine.flush = { shown.flush(isError: $0) }
    script = session.script
    keras = KerasSession(CellHost(session, data).keras)
    shown.plots = CellModules.install(in: machine, keras, shown, isScript: session.script != nil)
    program = Program(machine)
    if session.script == nil { history = CellHistory(program.globals, machine) }
    for (name, value) in session.parameters { program.globals[name] = Value(parameter: value) }
    machine.sourcePlace = { [weak self] line in self?.sourcePlace(line) ?? ("", line, nil) }
  }

  deinit { machine.end() }

  /// Cells whose outputs were kept and that failed when they ran again, by their places.
  private(set) var failures: [(cell: Int, failure: TaskFailure)] = []

  /// How many cells ran.
  var count: Int { done.count }

  /// The models that the last cell made.
  var models: ModelCounts { keras.models }

  /// The data sets that the last cell read, in the order of their names.
  var dataSets: [String] { data.read.sorted() }

  /// Runs a cell whose outputs are known already: those of a run in which it came to its end. What ends it
  /// now is kept in `failures`.
  ///
  /// - Throws: only where the run is interrupted.
  func catchUp(
    _ cell: CellSource, count: Int, models: ModelCounts
  ) throws(TaskFailure) {
    do throws(TaskFailure) {
      _ = try outputs(of: cell, count: count, models: models, areHidden: true)
    } catch {
      if error.cause == .interrupted { throw error }
      failures.append((done.count - 1, TaskFailure(catchingUp: cell, error)))
    }
  }

  /// Runs a cell and gives what it showed.
  ///
  /// - Parameters:
  ///   - count: its execution count.
  ///   - models: those that the lesson made before it, since the cell before it began.
  ///   - areHidden: whether they were shown before.
  func outputs(
    of cell: CellSource, count: Int, models: ModelCounts, areHidden: Bool = false
  ) throws(TaskFailure) -> TaskOutputs {
    done.append(cell)
    data.read = []
    keras.begin(after: models)
    shown.begin(cell.code, areHidden: areHidden)
    if script == nil { machine.beginCell() }
    history?.begin(cell.source, count: count)
    do throws(PyError) {
      try DeepStack.run { () throws(PyError) in
        try machine.collecting { () throws(PyError) in
          let value = try program.run(cell.module, column: cell.column) { cell.line(of: $0) }
          if let value, !cell.endsQuietly { try show(value, count: count) }
        }
      }
      shown.finish()
    } catch {
      let before = shown.outputsBeforeError
      shown.finish()
      let isInterrupt = error.kind == "KeyboardInterrupt"
      var failure = isInterrupt ? TaskFailure.interrupted : self.failure(error, cell)
      // Who interrupts a run knows where it was; a program that does so itself says it.
      if script != nil, !isCancelled() { failure.script = ScriptEnd(error, machine) }
      failure.outputs = before
      failure.outputsBehind = Array(shown.outputs.dropFirst(before.count))
      throw failure
    }
    let outputs = shown.outputs
    guard let (error, place) = shown.failure else { return outputs }
    var failure = self.failure(error, cell)
    failure.outputs = Array(outputs.prefix(place))
    failure.outputsBehind = Array(outputs.dropFirst(place))
    throw failure
  }

  /// A cell's value, which Jupyter's display hook shows and keeps.
  private func show(_ value: Value, count: Int) throws(PyError) {
    if let displayed = try DisplayedValue(value, machine) {
      shown.note(displayed.failures, machine)
      shown.show(displayed, as: .result)
    }
    try history?.show(value, count: count)
  }

  /// Where a line of the program stands, as warnings and tracebacks have it. Jupyter's files have the kernel's number
  /// and a hash, which are left out.
  private func sourcePlace(_ line: Int) -> (file: String, line: Int, text: String?) {
    let cell = done.last { $0.lines.contains(line) }
    let text = cell?.text(ofLine: line)
    if let script { return (script, scriptLines[line] ?? line, text) }
    return ("/tmp/ipykernel_…/….py", cell.map { line - $0.lines.lowerBound } ?? line, text)
  }

  /// The numbers among variables, in the order of their names.
  func numbers(named names: Set<String>) -> [MetricsOutput.Metric] {
    names.sorted().compactMap { name in
      program.globals[name].flatMap { CellNumber($0, machine) }.map { number in
        MetricsOutput.Metric(
          name, number.value, format: number.isWhole ? .integer(grouped: true) : .fixed(digits: 4))
      }
    }
  }

  /// A line as readers find it wherever the cell stands: counted in its cell, of a script in the file.
  private func place(ofLine line: Int, _ word: String) -> String {
    if let line = scriptLines[line] { return "\(word) \(line)" }
    guard let cell = done.last(where: { $0.lines.contains(line) }) else { return "\(word) \(line)" }
    return "\(cell.id) \(word) \(line - cell.lines.lowerBound)"
  }

  private func trace(_ error: PyError, _ word: String) -> String {
    error.trace.reversed().map { place in
      let line = self.place(ofLine: place.line, word)
      return place.function == "<module>" ? line : "\(line), in \(place.function)"
    }.joined(separator: "; ")
  }

  private func failure(_ error: PyError, _ cell: CellSource) -> TaskFailure {
    let text = error.summary(machine)
    let message =
      error.value.typeName == error.kind && text.hasPrefix("\(error.kind): ")
      ? String(text.dropFirst(error.kind.count + 2)) : text
    let own = error.text(machine)
    let more = message.hasPrefix(own) ? String(message.dropFirst(own.count)) : ""
    var failure = TaskFailure(
      .notebook, code: error.kind,
      Message(
        "\(message) (\(trace(error, "line")))", pt: "\(message) (\(trace(error, "linha")))"))
    failure.raised = (
      own,
      Message(
        "\(own.isEmpty ? "" : more) (\(trace(error, "line")))",
        pt: "\(own.isEmpty ? "" : more) (\(trace(error, "linha")))")
    )
    failure.place = error.trace.last.flatMap { cell.place(ofLine: $0.line) }
    // An exception that nobody caught and that says that data are missing: the world failed, not the cell.
    if let missing = data.missing, message == missing.words {
      failure.shown = (failure.code, failure.message)
      (failure.cause, failure.code) = (.world, missing.error.code)
      (failure.message, failure.hint) = (missing.error.message, missing.error.hint)
    }
    return failure
  }
}

extension Value {
  /// A parameter's value as cells have it.
  fileprivate init?(parameter: OptionValue) {
    switch parameter.kind {
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .double(let number): self = .float(number)
    case .string(let text): self = .string(text)
    case .null, .list, .mapping: return nil
    }
  }
}

/// The modules that cells can import.
enum CellModules {
  @discardableResult
  static func install(
    in machine: Machine, _ keras: KerasSession, _ shown: ShownOutputs, isScript: Bool
  ) -> PlotSession {
    StandardModules.install(in: machine)
    NumPyLibrary.install(in: machine)
    KerasLibrary.install(keras, in: machine)
    TableLibrary.install(in: machine, isScript: isScript)
    DisplayModule.install(in: machine, shown, isScript: isScript)
    let plots = PlotSession { [weak shown] figure in shown?.show(figure) }
    plots.cutsLines = keras.host.maxEpochs != nil
    PyplotModule.install(plots, in: machine)
    return plots
  }

  /// A machine that only knows names, to look cells through before anything runs.
  static func catalog(isScript: Bool = false) -> Machine {
    let limits = Machine.Limits(steps: 10_000_000, memory: 256 << 20)
    let machine = Machine(limits: limits) { _ in }
    let host = KerasSession.Host(dataset: { name throws(HostFailure) in
      throw HostFailure("RuntimeError", "no data set '\(name)' is read here")
    })
    install(in: machine, KerasSession(host), ShownOutputs(), isScript: isScript)
    return machine
  }
}
