internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// A number that an optimizer keeps: its learning rate or its step.
final class VariableObject: HostObject, ArrayConvertible {
  private let path: String
  private var value: NumericArray
  private let write: ((Double) -> Void)?

  /// - Parameter write: what setting the number does; nil where a program can't set it.
  init(_ path: String, _ value: NumericArray, _ write: ((Double) -> Void)? = nil) {
    (self.path, self.value, self.write) = (path, value, write)
  }

  /// A learning rate in single precision.
  convenience init(_ path: String, rate: Double, _ write: @escaping (Double) -> Void) {
    self.init(path, NumericArray(scalar: .real(rate), dtype: .float32), write)
  }

  override var hostType: TypeObject { Self.variableType }
  var takesOperations: Bool { true }
  func asArray(_ machine: Machine) throws(PyError) -> NumericArray { value }

  override var plainNumber: Value? {
    switch try? value.item() {
    case .int(let number): .int(number)
    case .real(let number): .float(number)
    case .bool, nil: nil
    }
  }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    let number = try machine.repr(plainNumber ?? .none)
    return
      "<Variable path=\(path), shape=(), dtype=\(value.dtype.rawValue), value=\(number)>"
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "path": .string(path)
    case "name": .string(path.split(separator: "/").last.map(String.init) ?? path)
    case "dtype": .string(value.dtype.rawValue)
    case "shape": .object(TensorShapeObject([]))
    default: nil
    }
  }

  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    let own = Value.object(EagerTensor(value))
    return reflected
      ? try machine.binary(operation, other, own) : try machine.binary(operation, own, other)
  }

  /// NumPy's scalar.
  func numPy(_ machine: Machine) -> Value { KerasTensors.value(value, machine) }

  func assign(_ new: Double, _ machine: Machine) throws(PyError) {
    guard let write else {
      throw machine.error("NotImplementedError", "\(path) can't be set in Caderno")
    }
    value = NumericArray(scalar: .real(new), dtype: .float32)
    write(new)
  }

  private static let variableType = SharedType(
    "Variable", module: "keras.src.backend", properties: ["path", "name", "dtype", "shape"],
    methods: [
      .method("numpy") { (variable: VariableObject, call) throws(PyError) in
        variable.numPy(call.machine)
      },
      .method("assign", "value") { (variable: VariableObject, call) throws(PyError) in
        try variable.assign(try call.double("value", or: 0), call.machine)
        return .object(variable)
      },
    ])
}
