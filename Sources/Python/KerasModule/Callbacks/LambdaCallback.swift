internal import PythonRuntime

/// Calls functions of the program.
final class LambdaCallback: CallbackObject {
  private let call: Call

  init(_ type: TypeObject, _ call: Call) {
    self.call = call
    super.init(type)
  }

  override var watchesTests: Bool {
    ["on_test_begin", "on_test_end", "on_test_batch_begin", "on_test_batch_end"]
      .contains { call.given($0) != nil }
  }

  override func hear(_ method: String, _ values: [Value], _ machine: Machine) throws(PyError) {
    guard call.has(method), let function = call.given(method) else { return }
    _ = try machine.call(function, Arguments(values))
  }

  override var watchesBatches: Bool {
    watchesTests
      || ["on_train_batch_begin", "on_train_batch_end", "on_batch_begin", "on_batch_end"]
        .contains { call.given($0) != nil }
  }

  override func begin(_ run: FitCall) throws(PyError) { try tell("on_train_begin", nil, [:], run) }
  override func end(_ run: FitCall) throws(PyError) { try tell("on_train_end", nil, run.logs, run) }

  override func beginEpoch(_ epoch: Int, _ run: FitCall) throws(PyError) {
    try tell("on_epoch_begin", epoch, [:], run)
  }

  override func endEpoch(
    _ epoch: Int, _ logs: EpochLogs, _ run: FitCall
  ) throws(PyError) {
    try tell("on_epoch_end", epoch, logs)
  }

  override func beginBatch(_ batch: Int, _ run: FitCall) throws(PyError) {
    for name in ["on_train_batch_begin", "on_batch_begin"] { try tell(name, batch, [:], run) }
  }

  override func endBatch(
    _ batch: Int, _ logs: [String: Double], _ run: FitCall
  ) throws(PyError) {
    for name in ["on_train_batch_end", "on_batch_end"] { try tell(name, batch, logs, run) }
  }

  private func tell(
    _ name: String, _ number: Int?, _ logs: [String: Double], _ run: FitCall
  ) throws(PyError) {
    guard let function = call.given(name) else { return }
    try tell(function, number, EpochLogs(logs, run.machine))
  }

  private func tell(_ name: String, _ number: Int?, _ logs: EpochLogs) throws(PyError) {
    guard let function = call.given(name) else { return }
    try tell(function, number, logs)
  }

  private func tell(_ function: Value, _ number: Int?, _ logs: EpochLogs) throws(PyError) {
    let numbers: [Value] = number.map { [.int($0)] } ?? []
    _ = try call.machine.call(function, Arguments(numbers + [.object(logs.dict)]))
  }
}

extension LambdaCallback {
  static let keras = CallbackClass(
    "LambdaCallback",
    parameters:
      "on_epoch_begin=None, on_epoch_end=None, on_train_begin=None, on_train_end=None, on_train_batch_begin=None, on_train_batch_end=None, *, on_batch_begin=None, on_batch_end=None, on_test_begin=None, on_test_end=None, on_test_batch_begin=None, on_test_batch_end=None, on_predict_begin=None, on_predict_end=None, on_predict_batch_begin=None, on_predict_batch_end=None"
  ) { type, call throws(PyError) in LambdaCallback(type, call) }
}
