internal import PythonRuntime
internal import Networks
internal import Texts

/// Keeps the model after each epoch, or after those that were better than all before.
final class ModelCheckpoint: CallbackObject {
  private let path: String
  private var monitor: Monitor
  private let savesBestOnly: Bool
  private let verbose: Bool
  private let call: Call
  private var best: Double?
  /// The best value as the logs, or the program at first, had it.
  private var shownBest = Value.none
  /// After how many batches the model is kept; nil for the end of each epoch.
  private let frequency: Int?
  private var batchesSinceSaving = 0
  private var epoch = 0

  init(_ type: TypeObject, _ call: Call) throws(PyError) {
    path = try call.string("filepath") ?? ""
    try Self.checkEnding(path, weightsOnly: call.bool("save_weights_only", or: false), call)
    monitor = try Monitor(call)
    savesBestOnly = try call.bool("save_best_only", or: false)
    verbose = try call.int("verbose", or: 0) > 0
    self.call = call
    best = try call.double("initial_value_threshold")
    shownBest = call["initial_value_threshold"] ?? .none
    frequency = try Self.frequency(call)
    super.init(type)
  }

  private static func frequency(_ call: Call) throws(PyError) -> Int? {
    guard let given = call["save_freq"] else { return nil }
    if case .string("epoch") = given { return nil }
    if case .int(let batches) = given.plain { return batches }
    throw call.error(
      "ValueError",
      "Unrecognized save_freq: \(try call.machine.str(given)). Expected save_freq are 'epoch' or integer values"
    )
  }

  override var watchesBatches: Bool { frequency != nil }

  override func begin(_ run: FitCall) throws(PyError) {
    monitor = monitor.directed(by: run.engineCompilation) ?? monitor
  }

  override func beginEpoch(_ epoch: Int, _ run: FitCall) throws(PyError) { self.epoch = epoch }

  override func endBatch(
    _ batch: Int, _ logs: [String: Double], _ run: FitCall
  ) throws(PyError) {
    guard let frequency else { return }
    batchesSinceSaving += 1
    guard batchesSinceSaving >= frequency else { return }
    batchesSinceSaving = 0
    try save(epoch, batch: batch, EpochLogs(logs, run.machine), run)
  }

  /// Keras writes files of two kinds, and tells them by their names.
  private static func checkEnding(
    _ path: String, weightsOnly: Bool, _ call: Call
  ) throws(PyError) {
    if weightsOnly {
      if path.hasSuffix(".weights.h5") { return }
      throw call.error(
        "ValueError",
        "When using `save_weights_only=True` in `ModelCheckpoint`, the filepath provided must end in `.weights.h5` (Keras weights format). Received: filepath=\(path)"
      )
    }
    if path.hasSuffix(".keras") || path.hasSuffix(".h5") { return }
    throw call.error(
      "ValueError",
      "The filepath provided must end in `.keras` (Keras model format). Received: filepath=\(path)")
  }

  override func endEpoch(
    _ epoch: Int, _ logs: EpochLogs, _ run: FitCall
  ) throws(PyError) {
    try monitor.checkDirection(className, run)
    if frequency == nil { try save(epoch, batch: nil, logs, run) }
  }

  /// Saves the model, or says why not.
  ///
  /// - Parameter batch: counted from 0; nil at an epoch's end.
  private func save(
    _ epoch: Int, batch: Int?, _ logs: EpochLogs, _ run: FitCall
  ) throws(PyError) {
    let name = try fileName(epoch, batch, logs, run.machine)
    guard savesBestOnly else {
      if verbose { run.machine.write("\nEpoch \(epoch + 1): saving model to \(name)\n") }
      return try save(name, epoch, run)
    }
    guard let value = try monitor.value(logs, run.machine) else {
      monitor.warn(
        (
          "model_checkpoint.py:329",
          "if self._should_save_model(epoch, batch, logs, filepath):"
        ), run, "Can save best model only with \(monitor.name) available.")
      return try save(name, epoch, run)
    }
    guard monitor.isBetter(value, than: best) else {
      if verbose {
        let before = best.map { FloatText.fixed($0, 5) } ?? "None"
        run.machine.write(
          "\nEpoch \(epoch + 1): \(monitor.name) did not improve from \(before)\n")
      }
      return
    }
    if verbose {
      let before = best.map { FloatText.fixed($0, 5) } ?? "None"
      run.machine.write(
        "\nEpoch \(epoch + 1): \(monitor.name) improved from \(before) to \(FloatText.fixed(value, 5)), saving model to \(name)\n"
      )
    }
    (best, shownBest) = (value, logs.value(monitor.name) ?? .none)
    try save(name, epoch, run)
  }

  private func save(_ name: String, _ epoch: Int, _ run: FitCall) throws(PyError) {
    try run.model.save(SavedPath(name, name.hasSuffix(".weights.h5") ? .weights : .model), call)
    if verbose { run.machine.write("\nEpoch \(epoch + 1): finished saving model to \(name)\n") }
  }

  /// `weights.{epoch:02d}-{val_loss:.2f}.keras` with its fields filled in.
  private func fileName(
    _ epoch: Int, _ batch: Int?, _ logs: EpochLogs, _ machine: Machine
  ) throws(PyError) -> String {
    guard path.contains("{") else { return path }
    var keywords: [(name: String, value: Value)] = [("epoch", .int(epoch + 1))]
    if let batch { keywords.append(("batch", .int(batch + 1))) }
    keywords += logs.items
    let format = try machine.attribute(.string(path), "format")
    do throws(PyError) {
      return try machine.str(machine.call(format, Arguments([], keywords: keywords)))
    } catch {
      guard error.kind == "KeyError" else { throw error }
      let reason = error.summary(machine).dropFirst("KeyError: ".count)
      let text = "Failed to format this callback filepath: \"\(path)\". Reason: \(reason)"
      throw machine.error("KeyError", text)
    }
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    if name == "best" { return shownBest }
    return super.property(name, machine)
  }
}

extension ModelCheckpoint {
  static let keras = CallbackClass(
    "ModelCheckpoint",
    parameters:
      "filepath, monitor='val_loss', verbose=0, save_best_only=False, save_weights_only=False, mode='auto', save_freq='epoch', initial_value_threshold=None, *, period=1",
    properties: ["best"]
  ) { type, call throws(PyError) in try ModelCheckpoint(type, call) }
}
