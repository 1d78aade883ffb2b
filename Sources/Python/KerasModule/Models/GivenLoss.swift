internal import PythonRuntime
internal import Networks

/// A loss as a program gave it: an engine's component with its arguments, or a function of the program.
struct GivenLoss: CustomStringConvertible {
  private let value: ArgumentValue
  private let traced: (any Loss)?
  /// Whether it is one number for a whole batch.
  let isOfBatch: Bool

  init(_ given: Value, _ call: Call) throws(PyError) {
    let function = try TracedFunction(given, call.machine)
    isOfBatch = function?.isOfBatch ?? false
    traced = try function?.loss()
    value = traced == nil ? try KerasArguments.value(given, call) : .none
  }

  /// The engine's loss.
  func made() throws(ArgumentError) -> any Loss {
    if let traced { return traced }
    return try LossCatalog.make(value)
  }

  var description: String { traced.map { "\($0)" } ?? "\(value)" }
}
