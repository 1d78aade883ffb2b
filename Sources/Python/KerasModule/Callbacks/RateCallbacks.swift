internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import NumPy
internal import Arrays
internal import Texts

/// Sets the learning rate of each epoch by a function of the program.
final class LearningRateScheduler: CallbackObject {
  fileprivate let schedule: Value
  private let verbose: Bool

  init(_ type: TypeObject, _ call: Call) throws(PyError) {
    schedule = call.required("schedule")
    verbose = try call.int("verbose", or: 0) > 0
    super.init(type)
  }

  deinit { LettingGo.hold(schedule) }

  override func beginEpoch(_ epoch: Int, _ run: FitCall) throws(PyError) {
    guard let optimizer = run.model.compilation?.optimizer else { return }
    let machine = run.machine
    let now = Value.float(optimizer.learningRate ?? 0)
    let given = try scheduled(epoch, now, machine)
    guard Self.isFloat(given) else {
      throw machine.error(
        "ValueError",
        "The output of the `schedule` function should be a float. Got: \(try machine.str(given))")
    }
    let rate = try machine.number(given, "learning rate")
    try optimizer.set(learningRate: rate, machine)
    if verbose {
      machine.write(
        "\nEpoch \(epoch + 1): LearningRateScheduler setting learning rate to \(FloatText.repr(rate)).\n"
      )
    }
  }

  override func endEpoch(_ epoch: Int, _ logs: EpochLogs, _ run: FitCall) throws(PyError) {
    guard let rate = run.model.compilation?.optimizer.learningRate else { return }
    try logs.set("learning_rate", rate)
  }
}

extension LearningRateScheduler {
  /// Whether a value is a float of Python's or NumPy's, which is all that Keras takes.
  fileprivate static func isFloat(_ value: Value) -> Bool {
    if case .float = value { return true }
    guard let array = value.asObject(NumPyObject.self)?.array else { return false }
    return array.ndim == 0 && [.float32, .float64].contains(array.dtype)
  }

  /// Functions take the epoch and the rate, or the epoch alone.
  fileprivate func scheduled(
    _ epoch: Int, _ rate: Value, _ machine: Machine
  ) throws(PyError) -> Value {
    do throws(PyError) {
      return try machine.call(schedule, Arguments([.int(epoch), rate]))
    } catch {
      if error.kind != "TypeError" { throw error }
      return try machine.call(schedule, Arguments([.int(epoch)]))
    }
  }
}

/// Makes the learning rate smaller when a metric gets no better.
final class ReduceLROnPlateau: CallbackObject {
  private let monitor: Monitor
  private var rule: PlateauRule
  private let verbose: Bool
  /// The best value as the logs had it.
  private var best = Value.none

  init(_ type: TypeObject, _ call: Call) throws(PyError) {
    var delta = 1e-4
    for name in ["epsilon", "min_delta"] { delta = try call.double(name) ?? delta }
    monitor = try Monitor(call, minDelta: abs(delta))
    let factor = try call.double("factor", or: 0.1)
    guard factor < 1 else {
      throw call.error(
        "ValueError",
        "ReduceLROnPlateau does not support a factor >= 1.0. Received factor=\(FloatText.repr(factor))"
      )
    }
    rule = PlateauRule(
      monitor, factor: factor, patience: try call.int("patience", or: 10),
      cooldown: try call.int("cooldown", or: 0), least: try call.double("min_lr", or: 0))
    verbose = try call.int("verbose", or: 0) > 0
    super.init(type)
  }

  override func begin(_ run: FitCall) throws(PyError) {
    rule.begin(run.engineCompilation)
    best = .none
  }

  override func endEpoch(
    _ epoch: Int, _ logs: EpochLogs, _ run: FitCall
  ) throws(PyError) {
    try monitor.checkDirection(className, run)
    guard let optimizer = run.model.compilation?.optimizer, let old = optimizer.learningRate
    else { return }
    try logs.set("learning_rate", old)
    guard let value = try monitor.value(logs, run.machine) else {
      return monitor.warn(
        ("callback_list.py:171", "callback.on_epoch_end(epoch, logs)"), run,
        "Learning rate reduction is conditioned on metric `\(monitor.name)` which is not available. Available metrics are: \(Monitor.names(logs))."
      )
    }
    let verdict = rule.end(epoch, value, rate: old)
    if case .best = verdict { best = logs.value(monitor.name) ?? .none }
    guard case .rate(let rate) = verdict else { return }
    try optimizer.set(learningRate: rate, run.machine)
    if verbose {
      run.machine.write(
        "\nEpoch \(epoch + 1): ReduceLROnPlateau reducing learning rate to \(FloatText.repr(rate)).\n"
      )
    }
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "best": best
    case "wait": .int(rule.waited)
    case "cooldown_counter": .int(rule.rest)
    default: super.property(name, machine)
    }
  }
}

extension LearningRateScheduler {
  static let keras = CallbackClass(
    "LearningRateScheduler",
    parameters:
      "schedule, verbose=0"
  ) { type, call throws(PyError) in try LearningRateScheduler(type, call) }
}

extension ReduceLROnPlateau {
  static let keras = CallbackClass(
    "ReduceLROnPlateau",
    parameters:
      "monitor='val_loss', factor=0.1, patience=10, verbose=0, mode='auto', min_delta=0.0001, cooldown=0, min_lr=0.0, *, epsilon=None",
    properties: ["best", "wait", "cooldown_counter"]
  ) { type, call throws(PyError) in try ReduceLROnPlateau(type, call) }
}
