internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays
internal import Tensors

/// Between the engine's tensors, NumPy's arrays and a program's values.
enum KerasTensors {
  /// Symbolic tensors: one, or a list of them; nil for anything else.
  static func list(_ value: Value, _ machine: Machine) throws(PyError) -> [TensorObject]? {
    if let tensor: TensorObject = value.asObject() { return [tensor] }
    let items: [Value]
    switch value {
    case .object(let list as ListObject): items = list.items
    case .object(let tuple as TupleObject): items = tuple.items
    default: return nil
    }
    let tensors = items.compactMap { $0.asObject(TensorObject.self) }
    return tensors.isEmpty || tensors.count < items.count ? nil : tensors
  }

  /// A value as an array, lists included.
  static func array(_ value: Value, _ machine: Machine) throws(PyError) -> NumericArray {
    if let object = value.asObject(NumPyObject.self) {
      if let array = object.array { return array }
      if case .texts(let texts) = object.value {
        throw machine.error("ValueError", "Invalid dtype: str\(32 * texts.width)")
      }
    }
    let given = try NumPyValue(value, machine)
    let session = NumPyLibrary.session(of: machine)
    let made = try machine.raising { () throws(ArrayError) in
      try session.call("asarray", [given], [])
    }
    switch made {
    case .array(let array), .scalar(let array): return array
    default:
      throw machine.error("ValueError", "Unrecognized data type: \(machine.typeName(value))")
    }
  }

  static func numbers(_ tensor: Tensor, _ machine: Machine) throws(PyError) -> NumericArray {
    try machine.raising { () throws(ArrayError) in
      try NumericArray(floats: tensor.values, shape: tensor.shape.extents)
    }
  }

  /// A tensor's numbers as an array of the program.
  static func value(_ tensor: Tensor, _ machine: Machine) throws(PyError) -> Value {
    let array = try numbers(tensor, machine)
    return Value(.array(array), NumPyLibrary.session(of: machine))
  }

  static func value(_ array: NumericArray, _ machine: Machine) -> Value {
    Value(.result(array), NumPyLibrary.session(of: machine))
  }
}
