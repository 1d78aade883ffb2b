internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// The arguments of a function of tensors, and what it gives.
struct TensorCall {
  let call: Call
  private let session: NumPySession

  init(_ call: Call) {
    self.call = call
    session = NumPyLibrary.session(of: call.machine)
  }

  /// An argument as a tensor's numbers: Python's numbers become those of 32 bits.
  func array(_ name: String, dtype: DType? = nil) throws(PyError) -> NumericArray {
    try array(call.required(name), dtype: dtype)
  }

  func array(_ value: Value, dtype: DType? = nil) throws(PyError) -> NumericArray {
    let given = try KerasTensors.array(value, call.machine)
    if let dtype { return try cast(given, dtype) }
    if value.asObject(NumPyObject.self) != nil || value.asObject(EagerTensor.self) != nil {
      return given
    }
    if holdsNumPy(value) { return given }
    switch given.dtype {
    case .int64: return try cast(given, .int32)
    case .float64: return try cast(given, .float32)
    default: return given
    }
  }

  /// Whether a list is one of arrays or tensors, which keep their dtype.
  private func holdsNumPy(_ value: Value) -> Bool {
    guard case .object(let object) = value else { return false }
    let items = (object as? ListObject)?.items ?? (object as? TupleObject)?.items ?? []
    return items.contains { item in
      item.asObject(NumPyObject.self) != nil || item.asObject(EagerTensor.self) != nil
        || holdsNumPy(item)
    }
  }

  /// An argument as floats: integers become single-precision numbers.
  func floats(_ name: String) throws(PyError) -> NumericArray {
    let given = try array(name)
    return given.dtype.isFloating ? given : try cast(given, .float32)
  }

  func cast(_ array: NumericArray, _ dtype: DType) throws(PyError) -> NumericArray {
    array.dtype == dtype
      ? array : try call.machine.raising { () throws(ArrayError) in try array.astype(dtype) }
  }

  /// A list of tensors that have one dtype.
  func arrays(_ name: String) throws(PyError) -> [NumericArray] {
    var all: [NumericArray] = []
    for item in try call.machine.array(call.required(name)) { all.append(try array(item)) }
    return all
  }

  func dtype(_ name: String = "dtype") throws(PyError) -> DType? {
    guard let value = call.given(name) else { return nil }
    let given = try NumPyValue(value, call.machine)
    return try call.machine.raising { () throws(ArrayError) in try session.dtype(given) }
  }

  /// One axis or several; nil for all.
  func axes(_ name: String = "axis") throws(PyError) -> NumPyValue {
    guard let value = call.given(name) else { return .none }
    let given = try NumPyValue(value, call.machine)
    guard case .list(let items) = given else { return given }
    return .tuple(items)
  }

  func shape(_ name: String = "shape") throws(PyError) -> [Int] {
    try call.machine.shape(call.required(name))
  }

  /// What a function of NumPy's gives.
  func numpy(
    _ name: String, _ values: [NumPyValue], _ keywords: [(String, NumPyValue)] = []
  ) throws(PyError) -> NumericArray {
    try call.machine.raising { () throws(ArrayError) in
      try session.call(name, values, keywords).asArray()
    }
  }

  /// A tensor to give.
  func tensor(_ array: NumericArray) -> Value { .object(EagerTensor(array)) }

  func raising<Result>(_ body: () throws(ArrayError) -> Result) throws(PyError) -> Result {
    try call.machine.raising(body)
  }
}

extension EagerTensor {
  /// An array as a tensor for programs.
  static func value(_ array: NumericArray, _ machine: Machine) -> Value {
    .object(EagerTensor(array))
  }
}
