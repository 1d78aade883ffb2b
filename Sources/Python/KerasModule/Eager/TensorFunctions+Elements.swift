internal import PythonRuntime
internal import NumPy
internal import Arrays

extension TensorFunctions {
  /// Functions of each element.
  var pointwise: [BuiltinFunction] {
    let floats = Self.floatNames.map { name in
      Self.function(name, "x, name=None") { call throws(PyError) in
        let array = try call.array("x")
        guard array.dtype.isFloating else {
          throw call.call.error(
            "InvalidArgumentError",
            "Value for attr 'T' of \(array.dtype.rawValue) is not in the list of allowed values")
        }
        return try call.numpy(name, [.array(array)])
      }
    }
    let all = ["abs", "square", "negative", "sign", "logical_not"].map { name in
      Self.function(name, "x, name=None") { call throws(PyError) in
        try call.numpy(name, [.array(try call.array("x"))])
      }
    }
    return floats + all + [
      Self.function("round", "x, name=None") { call throws(PyError) in
        try call.numpy("round", [.array(try call.array("x"))])
      },
      Self.function("clip_by_value", "t, clip_value_min, clip_value_max, name=None") {
        call throws(PyError) in
        let array = try call.array("t")
        let low = try call.array("clip_value_min", dtype: array.dtype)
        let high = try call.array("clip_value_max", dtype: array.dtype)
        return try call.numpy("clip", [.array(array), .array(low), .array(high)])
      },
      Self.function("where", "condition, x=None, y=None, name=None") { call throws(PyError) in
        let condition = try call.array("condition")
        guard call.call.given("x") != nil else {
          return try call.numpy("argwhere", [.array(condition)])
        }
        let (x, y) = try Self.pair("x", "y", call)
        return try call.numpy("where", [.array(condition), .array(x), .array(y)])
      },
    ]
  }

  private static let names: [(name: String, own: String)] = [
    ("add", "add"), ("subtract", "subtract"), ("multiply", "multiply"), ("pow", "power"),
    ("maximum", "maximum"), ("minimum", "minimum"), ("equal", "equal"),
    ("not_equal", "not_equal"), ("greater", "greater"), ("greater_equal", "greater_equal"),
    ("less", "less"), ("less_equal", "less_equal"), ("logical_and", "logical_and"),
    ("logical_or", "logical_or"), ("floordiv", "floor_divide"), ("mod", "remainder"),
  ]

  /// Functions of pairs of elements.
  var pairs: [BuiltinFunction] {
    Self.names.map { name, own in
      Self.function(name, "x, y, name=None") { call throws(PyError) in
        let (x, y) = try Self.pair("x", "y", call)
        return try call.numpy(own, [.array(x), .array(y)])
      }
    }
      + ["divide", "truediv"].map { name in
        Self.function(name, "x, y, name=None") { call throws(PyError) in
          let (x, y) = try Self.pair("x", "y", call)
          let dtype = x.dtype.isFloating ? x.dtype : .float64
          return try call.numpy(
            "divide", [.array(try call.cast(x, dtype)), .array(try call.cast(y, dtype))])
        }
      } + [
        Self.function("matmul", "a, b, transpose_a=False, transpose_b=False, name=None") {
          call throws(PyError) in
          var (a, b) = try Self.pair("a", "b", call)
          guard a.ndim > 1, b.ndim > 1 else {
            throw call.call.error(
              "InvalidArgumentError", "In[0] and In[1] has different ndims or no matrices")
          }
          if try call.call.bool("transpose_a", or: false) { a = try Self.turned(a, call) }
          if try call.call.bool("transpose_b", or: false) { b = try Self.turned(b, call) }
          return try call.numpy("matmul", [.array(a), .array(b)])
        }
      ]
  }

  private static func turned(_ array: NumericArray, _ call: TensorCall) throws(PyError)
    -> NumericArray
  {
    try call.numpy("swapaxes", [.array(array), .int(-1), .int(-2)])
  }

  /// Two arguments of one dtype: a number of Python's takes that of the other.
  static func pair(
    _ one: String, _ two: String, _ call: TensorCall
  ) throws(PyError) -> (NumericArray, NumericArray) {
    let (x, y) = (try call.array(one), try call.array(two))
    if x.dtype == y.dtype { return (x, y) }
    if isPlain(call.call.required(two)), x.dtype.isFloating || !y.dtype.isFloating {
      return (x, try call.cast(y, x.dtype))
    }
    if isPlain(call.call.required(one)), y.dtype.isFloating || !x.dtype.isFloating {
      return (try call.cast(x, y.dtype), y)
    }
    throw call.call.error(
      "InvalidArgumentError",
      "cannot compute \(call.call.name): the tensors are of \(x.dtype.rawValue) and "
        + y.dtype.rawValue)
  }

  private static func isPlain(_ value: Value) -> Bool {
    switch value {
    case .bool, .int, .float: true
    default: false
    }
  }
}
