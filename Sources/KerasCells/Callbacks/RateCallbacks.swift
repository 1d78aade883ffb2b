internal import Cells

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

  override var notesRate: Bool { true }

  override func beginEpoch(_ epoch: Int, _ run: FitRun) throws(PyError) {
    guard let optimizer = run.model.compilation?.optimizer else { return }
    let machine = run.machine
    let now = Value.float(optimizer.learningRate ?? 0)
    let rate = try machine.number(try scheduled(epoch, now, machine), "learning rate")
    optimizer.learningRate = rate
    if verbose {
      machine.write(
        "\nEpoch \(epoch + 1): LearningRateScheduler setting learning rate to \(FormattedNumber.shortest(rate)).\n"
      )
    }
  }
}

extension LearningRateScheduler {
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

/// Makes the learning rate smaller when a figure gets no better.
final class ReduceLROnPlateau: CallbackObject {
  private let monitor: Monitor
  private let factor: Double
  private let patience: Int
  private let cooldown: Int
  private let least: Double
  private let verbose: Bool
  private var best: Double?
  private var waited = 0
  private var rest = 0

  init(_ type: TypeObject, _ call: Call) throws(PyError) {
    var delta = 1e-4
    for name in ["epsilon", "min_delta"] { delta = try call.double(name) ?? delta }
    monitor = try Monitor(call, minDelta: abs(delta))
    factor = try call.double("factor", or: 0.1)
    guard factor < 1 else {
      throw call.error(
        "ValueError", "ReduceLROnPlateau does not support a factor >= 1.0. Got \(factor)")
    }
    patience = try call.int("patience", or: 10)
    cooldown = try call.int("cooldown", or: 0)
    least = try call.double("min_lr", or: 0)
    verbose = try call.int("verbose", or: 0) > 0
    super.init(type)
  }

  override var notesRate: Bool { true }

  override func begin(_ run: FitRun) throws(PyError) { (best, waited, rest) = (nil, 0, 0) }

  override func endEpoch(
    _ epoch: Int, _ logs: [String: Double], _ run: FitRun
  ) throws(PyError) {
    guard let optimizer = run.model.compilation?.optimizer, let old = optimizer.learningRate
    else { return }
    guard let value = monitor.value(logs) else {
      return monitor.warn(
        ("callback_list.py:171", "callback.on_epoch_end(epoch, logs)"), run,
        "Learning rate reduction is conditioned on metric `\(monitor.name)` which is not available. Available metrics are: \(Monitor.names(logs, withRate: true))."
      )
    }
    if rest > 0 {
      rest -= 1
      waited = 0
    }
    if monitor.isBetter(value, than: best) {
      (best, waited) = (value, 0)
      return
    }
    guard rest == 0 else { return }
    waited += 1
    guard waited >= patience, old > least else { return }
    // Keras computes with the number that single precision really holds, and says that.
    let said = max((optimizer.exactRate ?? old) * factor, least)
    optimizer.learningRate = max(old * factor, least)
    if verbose {
      run.machine.write(
        "\nEpoch \(epoch + 1): ReduceLROnPlateau reducing learning rate to \(FormattedNumber.shortest(said)).\n"
      )
    }
    (rest, waited) = (cooldown, 0)
  }
}
