internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// `numpy.ma.MaskedArray` without a mask, as Matplotlib keeps an image's numbers: an array that only prints otherwise.
final class MaskedArrayObject: HostObject, ArrayConvertible {
  private let array: Value

  init(
    _ numbers: [Double], _ shape: [Int], _ dtype: String, _ machine: Machine
  ) throws(PyError) {
    array = try PlotNumbers.array(numbers, shape: shape, dtype: dtype, machine)
  }

  deinit { LettingGo.hold(array) }

  override var hostType: TypeObject { Self.arrayType }

  func asArray(_ machine: Machine) throws(PyError) -> NumericArray {
    try PlotNumbers.array(array, machine)
  }

  override func str(_ machine: Machine) throws(PyError) -> String { try machine.str(array) }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    let own = try asArray(machine)
    let text = try machine.repr(array).dropFirst("array(".count)
    let end = text.lastIndex(of: "]").map { text.index(after: $0) } ?? text.endIndex
    let fill =
      own.dtype == .bool
      ? "True" : own.dtype.isFloating ? "1e+20" : own.dtype == .uint8 ? "63" : "999999"
    guard own.ndim > 1 else {
      let data = text[..<end].replacing("\n      ", with: "\n                   ")
      return "masked_array(data=\(data),\n             mask=False,\n       fill_value=\(fill))"
    }
    let data = text[..<end].replacing("\n      ", with: "\n       ")
    return "masked_array(\n  data=\(data),\n  mask=False,\n  fill_value=\(fill))"
  }

  override func length(_ machine: Machine) throws(PyError) -> Int? { try machine.length(array) }
  override func iterator(_ machine: Machine) throws(PyError) -> IteratorObject? {
    try machine.iterator(array)
  }
  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    try machine.item(array, index)
  }
  override func attribute(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    if let own = try super.attribute(name, machine) { return own }
    return try array.asObject()?.attribute(name, machine)
  }
  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    try array.asObject()?.binary(operation, other, reflected: reflected, machine)
  }

  private static let arrayType = SharedType("MaskedArray", module: "numpy.ma")
}
