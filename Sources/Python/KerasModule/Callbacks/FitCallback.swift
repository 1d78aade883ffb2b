internal import PythonRuntime

/// What `fit` tells its callbacks. Epochs and batches count from 0.
protocol FitCallback: AnyObject {
  /// Whether batches of validation are told of.
  var watchesTests: Bool { get }
  /// Whether batches are told of; then nothing of the fit is kept, since they could change anything.
  var watchesBatches: Bool { get }
  func begin(_ run: FitCall) throws(PyError)
  func beginEpoch(_ epoch: Int, _ run: FitCall) throws(PyError)
  func beginBatch(_ batch: Int, _ run: FitCall) throws(PyError)
  /// - Parameter logs: means over the epoch's batches so far.
  func endBatch(_ batch: Int, _ logs: [String: Double], _ run: FitCall) throws(PyError)
  func endEpoch(_ epoch: Int, _ logs: EpochLogs, _ run: FitCall) throws(PyError)
  func end(_ run: FitCall) throws(PyError)
  /// The model and the parameters of a call of `evaluate` or `predict`, which come first.
  func enter(_ model: ModelObject, _ parameters: Value, _ machine: Machine) throws(PyError)
  /// What `evaluate`, `predict` and the batches of validation tell, by the name of Keras' method.
  func hear(_ method: String, _ values: [Value], _ machine: Machine) throws(PyError)
}

extension FitCallback {
  var watchesTests: Bool { false }
  func enter(_ model: ModelObject, _ parameters: Value, _ machine: Machine) throws(PyError) {}
  func hear(_ method: String, _ values: [Value], _ machine: Machine) throws(PyError) {}
  var watchesBatches: Bool { false }
  func begin(_ run: FitCall) throws(PyError) {}
  func beginEpoch(_ epoch: Int, _ run: FitCall) throws(PyError) {}
  func beginBatch(_ batch: Int, _ run: FitCall) throws(PyError) {}
  func endBatch(_ batch: Int, _ logs: [String: Double], _ run: FitCall) throws(PyError) {}
  func endEpoch(_ epoch: Int, _ logs: EpochLogs, _ run: FitCall) throws(PyError) {}
  func end(_ run: FitCall) throws(PyError) {}
}

/// Reads the argument `callbacks`.
enum FitCallbacks {
  static func list(_ value: Value, _ machine: Machine) throws(PyError) -> [any FitCallback] {
    if case .none = value { return [] }
    var items = [value]
    if value.asObject(ListObject.self) != nil || value.asObject(TupleObject.self) != nil {
      items = try machine.array(value)
    }
    var callbacks: [any FitCallback] = []
    for item in items {
      switch item {
      case .object(let callback as CallbackObject): callbacks.append(callback)
      case .object(let history as HistoryObject): callbacks.append(HistoryCopy(history))
      case .object(let instance as InstanceObject):
        callbacks.append(try ProgramCallback(instance, machine))
      case .object(let list as ListObject):
        callbacks += try self.list(.object(list), machine)
      default:
        throw machine.error(
          "AttributeError", "'\(machine.typeName(item))' object has no attribute 'set_model'")
      }
    }
    return callbacks
  }
}

/// A `History` that a program made itself gets the metrics as well.
private final class HistoryCopy: FitCallback {
  private let history: HistoryObject
  init(_ history: HistoryObject) { self.history = history }

  func endEpoch(_ epoch: Int, _ logs: EpochLogs, _ run: FitCall) throws(PyError) {
    history.append(epoch, logs.items, run.machine)
  }
}
