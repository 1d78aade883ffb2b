internal import PythonRuntime
internal import Networks

/// A callback of Keras' own.
class CallbackObject: HostObject, FitCallback {
  private let own: TypeObject
  /// What the instance was made with.
  var arguments: [String: Value] = [:]
  /// The class that messages name: one of the program's, where that is made of Keras'.
  var className: String
  /// The fit that is going on, for methods that a program calls by `super()`.
  weak var run: FitCall?

  init(_ type: TypeObject) { (own, className) = (type, type.name) }
  deinit { LettingGo.hold(arguments) }

  override var hostType: TypeObject { own }
  override func property(_ name: String, _ machine: Machine) -> Value? { arguments[name] }

  var watchesTests: Bool { false }
  var watchesBatches: Bool { false }
  func begin(_ run: FitCall) throws(PyError) {}
  func beginEpoch(_ epoch: Int, _ run: FitCall) throws(PyError) {}
  func beginBatch(_ batch: Int, _ run: FitCall) throws(PyError) {}
  func endBatch(_ batch: Int, _ logs: [String: Double], _ run: FitCall) throws(PyError) {}
  func endEpoch(_ epoch: Int, _ logs: EpochLogs, _ run: FitCall) throws(PyError) {}
  func end(_ run: FitCall) throws(PyError) {}
  func hear(_ method: String, _ values: [Value], _ machine: Machine) throws(PyError) {}

  /// The base class, of which programs make classes of their own.
  static let base: SharedType = {
    let names = [
      "on_train_begin", "on_train_end", "on_epoch_begin", "on_epoch_end", "on_batch_begin",
      "on_batch_end", "on_train_batch_begin", "on_train_batch_end", "on_test_begin",
      "on_test_end", "on_test_batch_begin", "on_test_batch_end", "on_predict_begin",
      "on_predict_end", "on_predict_batch_begin", "on_predict_batch_end", "set_params",
      "set_model",
    ]
    let quiet = names.map {
      Method($0, "self, *args, **kwargs") { _ in .none }
    }
    return SharedType(
      "Callback", module: "keras.src.callbacks.callback", properties: ["model", "params"],
      methods: quiet + [Method("__init__", "self") { _ in .none }])
  }()
}

extension Monitor {
  init(_ call: Call, minDelta: Double = 0) throws(PyError) {
    self.init(
      try call.string("monitor") ?? "val_loss", minDelta: minDelta,
      mode: try call.string("mode") ?? "auto")
  }

  /// Refuses a metric of which Keras can't tell whether more or less of it is better.
  func checkDirection(_ callback: String, _ run: FitCall) throws(PyError) {
    guard directedByName(run.engineCompilation) == nil, !isOfList(run) else { return }
    throw run.machine.error(
      "ValueError",
      "\(callback) callback received monitor=\(name), but Keras isn't able to automatically determine whether that metric should be maximized or minimized. Pass `mode='max'` in order to monitor based on the highest metric value, or pass `mode='min'` in order to use the lowest value."
    )
  }

  /// Whether the metric gives a list.
  private func isOfList(_ run: FitCall) -> Bool {
    run.logs.keys.contains { key in
      let parts = MetricLists.parts(of: key)
      return parts.name == name && parts.index != nil
    }
  }

  /// Warns as Keras does that the metric isn't there.
  ///
  /// - Parameters:
  ///   - place: the file of Keras and the line that Python names, and what stands there.
  ///   - text: what is said, with the names of the metrics that are there.
  func warn(
    _ place: (file: String, code: String), _ run: FitCall, _ text: String
  ) {
    run.machine.warn(
      "keras/src/callbacks/\(place.file): UserWarning: \(text)\n  \(place.code)\n")
  }

  /// The names of an epoch's metrics, as warnings list them.
  static func names(_ logs: EpochLogs) -> String {
    logs.items.map(\.name).joined(separator: ",")
  }

  /// The metric of an epoch.
  ///
  /// - Throws: Python's `ValueError` for a list of numbers, of which none is better than another.
  func value(_ logs: EpochLogs, _ machine: Machine) throws(PyError) -> Double? {
    if case .object(let object)? = logs.value(name), object.hasAxes {
      throw machine.error(
        "ValueError",
        "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
      )
    }
    return logs[name]
  }
}
