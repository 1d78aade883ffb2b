internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// Makes tensors of the arrays that functions of TensorFlow and Keras give, so that the functions
/// themselves need to know of arrays only.
enum TensorResults {
  /// Parts whose functions give tensors, beside `tensorflow` itself.
  private static let parts: Set<String> = [
    "nn", "math", "linalg", "ops", "activations", "losses", "metrics", "backend", "image",
    "signal", "sets", "random",
  ]
  /// Functions that give NumPy's arrays all the same.
  private static let plain: Set<String> = ["get_value", "eval", "convert_to_numpy"]
  /// Functions whose whole numbers have 64 bits.
  private static let wide: Set<String> = ["argmax", "argmin", "cast"]

  /// Wraps the functions of all such modules of a machine.
  static func wrap(_ machine: Machine) {
    for (name, module) in machine.modules {
      let path = name.split(separator: ".").map(String.init)
      guard let root = path.first, ["keras", "tensorflow"].contains(root) else { continue }
      guard name == "tensorflow" || parts.contains(path[path.count - 1]) else { continue }
      for (member, value) in module.members where !plain.contains(member) {
        guard let function: BuiltinFunction = value.asObject() else { continue }
        module.members[member] = .object(
          function.mapped { result, arguments, _ in
            tensor(result, arguments, isWide: wide.contains(member))
          })
      }
    }
    let root = machine.modules["tensorflow"]
    root?.members["Tensor"] = .object(EagerTypes.tensor)
    root?.members["TensorShape"] = .object(EagerTypes.shape)
    for dtype in DType.allCases {
      root?.members[dtype.rawValue] = .object(TensorTypeObject(dtype))
    }
  }

  /// What a function gave as tensors; numbers of Python become 32 bits wide, unless a type was named.
  private static func tensor(
    _ result: Value, _ arguments: Arguments, isWide: Bool
  ) -> Value {
    guard let numbers: NumPyObject = result.asObject(), let array = numbers.array else {
      return EagerTensor.value(result)
    }
    let given = arguments.positional + arguments.keywords.map(\.value)
    if !isWide, !given.contains(where: { hasType($0) }), let narrow = narrowed[array.dtype],
      let made = try? array.astype(narrow)
    {
      return .object(EagerTensor(made))
    }
    return .object(EagerTensor(array))
  }

  private static let narrowed: [DType: DType] = [.int64: .int32, .float64: .float32]

  /// Whether a value brings the type of its numbers along, or is a type.
  private static func hasType(_ value: Value, depth: Int = 0) -> Bool {
    switch value {
    case .string: true
    // What is nested deeper than an array's axes made none.
    case .object(let list as ListObject):
      depth < 64 && list.items.contains { hasType($0, depth: depth + 1) }
    case .object(let tuple as TupleObject):
      depth < 64 && tuple.items.contains { hasType($0, depth: depth + 1) }
    case .object(let object):
      object is any ArrayConvertible || object is NumPyObject || object is any DTypeConvertible
        || object is TypeObject
    default: false
    }
  }
}
