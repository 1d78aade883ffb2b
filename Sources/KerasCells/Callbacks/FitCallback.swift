internal import Cells

/// What `fit` tells its callbacks. Epochs and batches count from 0.
protocol FitCallback: AnyObject {
  /// Whether the epoch's figures get the learning rate.
  var notesRate: Bool { get }
  func begin(_ run: FitRun) throws(PyError)
  func beginEpoch(_ epoch: Int, _ run: FitRun) throws(PyError)
  func endBatch(_ batch: Int, _ run: FitRun) throws(PyError)
  func endEpoch(_ epoch: Int, _ logs: [String: Double], _ run: FitRun) throws(PyError)
  func end(_ run: FitRun) throws(PyError)
}

extension FitCallback {
  var notesRate: Bool { false }
  func begin(_ run: FitRun) throws(PyError) {}
  func beginEpoch(_ epoch: Int, _ run: FitRun) throws(PyError) {}
  func endBatch(_ batch: Int, _ run: FitRun) throws(PyError) {}
  func endEpoch(_ epoch: Int, _ logs: [String: Double], _ run: FitRun) throws(PyError) {}
  func end(_ run: FitRun) throws(PyError) {}
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
        callbacks.append(ProgramCallback(instance))
      case .object(let list as ListObject):
        callbacks += try self.list(.object(list), machine)
      default:
        throw machine.error(
          "TypeError", "callbacks must be callbacks, not \(machine.typeName(item))")
      }
    }
    return callbacks
  }
}

/// A `History` that a program made itself gets the figures as well.
private final class HistoryCopy: FitCallback {
  private let history: HistoryObject
  init(_ history: HistoryObject) { self.history = history }

  func endEpoch(_ epoch: Int, _ logs: [String: Double], _ run: FitRun) throws(PyError) {
    history.append(epoch, logs.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, run.machine)
  }
}

/// A callback whose class the program defines.
private final class ProgramCallback: FitCallback {
  private let object: InstanceObject
  init(_ object: InstanceObject) { self.object = object }

  func begin(_ run: FitRun) throws(PyError) {
    try run.machine.setAttribute(.object(object), "model", .object(run.model))
    try tell("on_train_begin", [], run)
  }

  func beginEpoch(_ epoch: Int, _ run: FitRun) throws(PyError) {
    try tell("on_epoch_begin", [.int(epoch)], run)
  }

  func endBatch(_ batch: Int, _ run: FitRun) throws(PyError) {
    try tell("on_train_batch_end", [.int(batch)], run)
    try tell("on_batch_end", [.int(batch)], run)
  }

  func endEpoch(_ epoch: Int, _ logs: [String: Double], _ run: FitRun) throws(PyError) {
    let dict = DictObject()
    for (name, value) in logs.sorted(by: { $0.key < $1.key }) {
      try dict.set(.string(name), .float(value), run.machine)
    }
    try tell("on_epoch_end", [.int(epoch), .object(dict)], run)
  }

  func end(_ run: FitRun) throws(PyError) { try tell("on_train_end", [], run) }

  /// Calls a method where the class has one of its own.
  private func tell(_ name: String, _ values: [Value], _ run: FitRun) throws(PyError) {
    guard object.hasOwnMethod(name), let method = try object.attribute(name, run.machine) else {
      return
    }
    _ = try run.machine.call(method, Arguments(values))
  }
}
