internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Arrays
internal import Tensors

/// An activation by its name: an argument of layers, or a function of arrays and tensors.
enum ActivationCall {
  static func function(_ name: String) -> BuiltinFunction {
    BuiltinFunction(name, "x, axis=-1, name=None") { call throws(PyError) in
      if let tensor: TensorObject = call.required("x").asObject() {
        return .object(try applied(name, to: tensor, call.machine))
      }
      if let axis = call.given("axis"), axis.smallInt != -1 {
        throw call.unsupported("axis", axis)
      }
      let array = try KerasTensors.array(call.required("x"), call.machine)
      if let wide = try inDoublePrecision(name, array, call) { return wide }
      let made: any ActivationFunction
      do throws(ArgumentError) {
        made = try ActivationCatalog.make(name)
      } catch {
        throw KerasArguments.error(error, call.machine)
      }
      let result = made.applied(to: Tensor(Shape(array.shape), array.floats()))
      return .object(
        EagerTensor(
          try KerasTensors.numbers(result, call.machine),
          logits: Swift.type(of: made).remembersSums ? { array } : nil))
    }
  }

  /// An array of double precision keeps it.
  private static func inDoublePrecision(
    _ name: String, _ array: NumericArray, _ call: Call
  ) throws(PyError) -> Value? {
    let isList = call["x"]?.asObject(NumPyObject.self) == nil
    guard array.dtype == .float64, !isList || call["x"]?.asObject(EagerTensor.self) != nil,
      let values = DoubleActivation.values(name, array.reals(), row: array.shape.last ?? 1)
    else { return nil }
    return KerasTensors.value(
      try call.machine.raising { () throws(ArrayError) in
        try NumericArray(reals: values, shape: array.shape)
      }, call.machine)
  }
}
