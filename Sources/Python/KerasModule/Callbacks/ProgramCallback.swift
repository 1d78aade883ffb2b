internal import PythonRuntime

/// A callback whose class the program defines.
final class ProgramCallback: FitCallback {
  private let object: InstanceObject
  private let machine: Machine

  /// What the object has of a class of Keras' own; nil for classes that are made of `Callback` alone.
  private let inner: InnerCallback?

  /// - Throws: Python's exception where the class is made of a callback that was never made, or of something else.
  init(_ object: InstanceObject, _ machine: Machine) throws(PyError) {
    self.object = object
    self.machine = machine
    inner = InnerCallback.of(object)
    if let base = object.type.hostBase, base !== CallbackObject.base, inner == nil {
      throw machine.error(
        "NotImplementedError",
        "an object of a class made of \(base.name) that didn't call super().__init__() is not supported by Caderno"
      )
    }
  }

  private func defines(_ name: String) -> Bool { object.hasOwnMethod(name, machine) }

  /// Tells the callback that the class is made of, where the class has no method of its own for it.
  private func tellInner(
    unless name: String, _ run: FitCall, _ body: (CallbackObject) throws(PyError) -> Void
  ) throws(PyError) {
    guard let inner, !defines(name) else { return }
    try inner.act(for: object, run.machine) { () throws(PyError) in try body(inner.callback) }
  }

  var watchesTests: Bool {
    ["on_test_batch_begin", "on_test_batch_end"].contains(where: defines)
  }

  var watchesBatches: Bool {
    watchesTests || inner?.callback.watchesBatches ?? false
      || ["on_train_batch_begin", "on_train_batch_end", "on_batch_begin", "on_batch_end"]
        .contains(where: defines)
  }

  func begin(_ run: FitCall) throws(PyError) {
    let machine = run.machine
    try enter(run.model, run.record.property("params", machine) ?? .none, machine)
    inner?.callback.run = run
    try tellInner(unless: "on_train_begin", run) { callback throws(PyError) in
      try callback.begin(run)
    }
    try tell("on_train_begin", nil, [:], run)
  }

  func enter(_ model: ModelObject, _ parameters: Value, _ machine: Machine) throws(PyError) {
    for (method, name, value) in [
      ("set_model", "model", Value.object(model)), ("set_params", "params", parameters),
    ] {
      try machine.setAttribute(.object(object), name, value)
      try call(method, [value], machine)
    }
  }

  func hear(_ method: String, _ values: [Value], _ machine: Machine) throws(PyError) {
    try call(method, values, machine)
  }

  func beginEpoch(_ epoch: Int, _ run: FitCall) throws(PyError) {
    try tellInner(unless: "on_epoch_begin", run) { callback throws(PyError) in
      try callback.beginEpoch(epoch, run)
    }
    try tell("on_epoch_begin", epoch, [:], run)
  }

  func beginBatch(_ batch: Int, _ run: FitCall) throws(PyError) {
    try tellInner(unless: "on_train_batch_begin", run) { callback throws(PyError) in
      try callback.beginBatch(batch, run)
    }
    try tell("on_train_batch_begin", batch, [:], run)
    try tell("on_batch_begin", batch, [:], run)
  }

  func endBatch(_ batch: Int, _ logs: [String: Double], _ run: FitCall) throws(PyError) {
    try tellInner(unless: "on_train_batch_end", run) { callback throws(PyError) in
      try callback.endBatch(batch, logs, run)
    }
    try tell("on_train_batch_end", batch, logs, run)
    try tell("on_batch_end", batch, logs, run)
  }

  func endEpoch(_ epoch: Int, _ logs: EpochLogs, _ run: FitCall) throws(PyError) {
    let tested = run.logs.filter { $0.key.hasPrefix("val_") }
    // Those that hear of batches were told when validation began and ended.
    if !tested.isEmpty, !run.watchesTests {
      try tell("on_test_begin", nil, [:], run)
      let plain = tested.map { (String($0.key.dropFirst(4)), $0.value) }
      try tell("on_test_end", nil, Dictionary(plain, uniquingKeysWith: { first, _ in first }), run)
    }
    try tellInner(unless: "on_epoch_end", run) { callback throws(PyError) in
      try callback.endEpoch(epoch, logs, run)
    }
    try call("on_epoch_end", [.int(epoch), .object(logs.dict)], run.machine)
  }

  func end(_ run: FitCall) throws(PyError) {
    try tellInner(unless: "on_train_end", run) { callback throws(PyError) in
      try callback.end(run)
    }
    try tell("on_train_end", nil, run.logs, run)
  }

  private func tell(
    _ name: String, _ number: Int?, _ logs: [String: Double], _ run: FitCall
  ) throws(PyError) {
    guard defines(name) else { return }
    let numbers: [Value] = number.map { [.int($0)] } ?? []
    try call(name, numbers + [.object(EpochLogs(logs, run.machine).dict)], run.machine)
  }

  /// Calls a method where the class has one of its own.
  private func call(_ name: String, _ values: [Value], _ machine: Machine) throws(PyError) {
    guard defines(name), let method = try object.attribute(name, machine) else {
      return
    }
    _ = try machine.call(method, Arguments(values))
  }
}
