internal import PythonRuntime
internal import Networks

/// `activity_regularizer` of a layer.
struct ActivityRule {
  /// What the program gave.
  let given: ArgumentValue
  let penalty: ActivityPenalty

  /// - Throws: Python's exception where the value stands for no regularizer.
  init(_ given: ArgumentValue, _ machine: Machine) throws(PyError) {
    self.given = given
    do throws(ArgumentError) {
      penalty = try ActivityPenalty(given)
    } catch {
      throw KerasArguments.error(error, machine)
    }
  }

  /// What a call of a layer's class asks for; nil for nothing.
  static func asked(_ call: Call) throws(PyError) -> ActivityRule? {
    // Keras 3.15 takes it of this one, and forgets it.
    guard call.name != "SimpleRNN", call.has("activity_regularizer"),
      let value = call.given("activity_regularizer")
    else { return nil }
    return try ActivityRule(KerasArguments.value(value, call), call.machine)
  }
}
