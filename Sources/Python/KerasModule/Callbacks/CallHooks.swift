internal import PythonRuntime
internal import Networks

/// The callbacks of one call of `evaluate` or `predict`.
final class CallHooks {
  private let callbacks: [any FitCallback]
  private let machine: Machine
  /// Keras' name of the call: `test` or `predict`.
  private let kind: String
  /// What a callback threw between two batches, where nothing can be thrown.
  private(set) var failure: PyError?

  /// Reads the argument `callbacks` of a call that may have it.
  init(_ kind: String, _ call: Call) throws(PyError) {
    self.kind = kind
    machine = call.machine
    let given = call.has("callbacks") ? call.given("callbacks") : nil
    callbacks = try FitCallbacks.list(given ?? .none, call.machine)
  }

  /// Whether anybody listens.
  var areThere: Bool { !callbacks.isEmpty }

  func begin(_ model: ModelObject, verbose: Int, steps: Int) throws(PyError) {
    guard areThere else { return }
    let parameters = DictObject()
    for (name, value) in [("verbose", verbose), ("epochs", 1), ("steps", steps)] {
      try parameters.set(.string(name), .int(value), machine)
    }
    for callback in callbacks { try callback.enter(model, .object(parameters), machine) }
    try tell("begin", nil, DictObject())
  }

  func end(_ logs: [String: Double]) throws(PyError) {
    if let failure { throw failure }
    guard areThere else { return }
    try tell("end", nil, EpochLogs(logs, machine).dict)
  }

  func batchBegins(_ batch: Int) throws(PyError) { try tell("batch_begin", batch, DictObject()) }

  func batchEnds(_ batch: Int, _ logs: DictObject) throws(PyError) {
    try tell("batch_end", batch, logs)
  }

  /// Tells of the batches of a measurement.
  ///
  /// - Parameter names: those of the metrics.
  func watch(_ names: [String]) -> BatchWatch? {
    guard areThere else { return nil }
    return BatchWatch(
      begins: { [self] batch in
        keeping { () throws(PyError) in try batchBegins(batch) }
      },
      ends: { [self] batch, metrics in
        keeping { () throws(PyError) in
          let logs = Dictionary(
            zip(names, metrics.map { Double(Float($0)) }), uniquingKeysWith: { first, _ in first })
          try batchEnds(batch, EpochLogs(logs, machine).dict)
        }
      })
  }

  /// Tells of a prediction batch by batch.
  ///
  /// - Parameter values: each output's numbers for all samples.
  func tell(
    of values: [Value], isList: Bool, batchSize: Int, count: Int, _ progress: KerasProgress,
    _ model: ModelObject
  ) throws(PyError) {
    guard areThere else { return }
    try begin(model, verbose: progress.verbose, steps: progress.steps)
    for (batch, start) in stride(from: 0, to: count, by: batchSize).enumerated() {
      try batchBegins(batch)
      let rows = Value.object(
        SliceObject(.int(start), .int(min(start + batchSize, count)), .none))
      var parts: [Value] = []
      for value in values { parts.append(try machine.item(value, rows)) }
      let logs = DictObject()
      try logs.set(.string("outputs"), isList ? .object(ListObject(parts)) : parts[0], machine)
      try batchEnds(batch, logs)
    }
    try end([:])
  }

  private func keeping(_ body: () throws(PyError) -> Void) {
    guard failure == nil else { return }
    do throws(PyError) {
      try body()
    } catch {
      failure = error
    }
  }

  private func tell(_ moment: String, _ batch: Int?, _ logs: DictObject) throws(PyError) {
    let values = (batch.map { [Value.int($0)] } ?? []) + [.object(logs)]
    for callback in callbacks { try callback.hear("on_\(kind)_\(moment)", values, machine) }
  }
}
