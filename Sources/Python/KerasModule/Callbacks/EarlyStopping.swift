internal import PythonRuntime
internal import Networks

/// Stops when a metric gets no better for a number of epochs.
final class EarlyStopping: CallbackObject {
  private let monitor: Monitor
  private var rule: EarlyStoppingRule
  private let verbose: Bool
  private var bestWeights: ModelWeights?
  /// The best value as the logs had it.
  private var best = Value.none
  private var stoppedEpoch = 0
  private var hasBegun = false

  init(_ type: TypeObject, _ call: Call) throws(PyError) {
    monitor = try Monitor(call, minDelta: abs(try call.double("min_delta", or: 0)))
    rule = EarlyStoppingRule(
      monitor, patience: try call.int("patience", or: 0),
      baseline: try call.double("baseline"),
      restoresBest: try call.bool("restore_best_weights", or: false),
      start: try call.int("start_from_epoch", or: 0))
    verbose = try call.int("verbose", or: 0) > 0
    super.init(type)
  }

  override func begin(_ run: FitCall) throws(PyError) {
    rule.begin(run.engineCompilation)
    (bestWeights, best, stoppedEpoch, hasBegun) = (nil, .none, 0, true)
  }

  override func endEpoch(
    _ epoch: Int, _ logs: EpochLogs, _ run: FitCall
  ) throws(PyError) {
    try monitor.checkDirection(className, run)
    guard let value = try monitor.value(logs, run.machine) else {
      return monitor.warn(
        ("early_stopping.py:100", "current = self.get_monitor_value(logs)"), run,
        "Early stopping conditioned on metric `\(monitor.name)` which is not available. Available metrics are: \(Monitor.names(logs))"
      )
    }
    switch rule.end(epoch, value, rate: 0) {
    case .best:
      best = logs.value(monitor.name) ?? .none
      if rule.restoresBest { bestWeights = run.weights }
    case .stops:
      stoppedEpoch = epoch
      run.model.stopsTraining = true
    case .goesOn, .rate: break
    }
  }

  override func end(_ run: FitCall) throws(PyError) {
    if stoppedEpoch > 0, verbose {
      run.machine.write("Epoch \(stoppedEpoch + 1): early stopping\n")
    }
    guard rule.restoresBest, let bestWeights else { return }
    if verbose {
      run.machine.write(
        "Restoring model weights from the end of the best epoch: \(rule.bestEpoch + 1).\n")
    }
    run.weights = bestWeights
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "stopped_epoch": .int(stoppedEpoch)
    case "best_epoch": hasBegun ? .int(rule.bestEpoch) : nil
    case "best": best
    case "wait": .int(rule.waited)
    default: super.property(name, machine)
    }
  }
}

extension EarlyStopping {
  static let keras = CallbackClass(
    "EarlyStopping",
    parameters:
      "monitor='val_loss', min_delta=0, patience=0, verbose=0, mode='auto', baseline=None, restore_best_weights=False, start_from_epoch=0",
    properties: ["stopped_epoch", "best_epoch", "best", "wait"]
  ) { type, call throws(PyError) in try EarlyStopping(type, call) }
}
