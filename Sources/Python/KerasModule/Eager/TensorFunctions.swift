internal import PythonRuntime
internal import NumPy
internal import Arrays

/// Functions of tensors, under TensorFlow's names and with its parameters.
struct TensorFunctions {
  /// The seed of a run, and how often a random tensor was made from it.
  let session: KerasSession

  typealias Body = (TensorCall) throws(PyError) -> NumericArray

  static func function(
    _ name: String, _ parameters: String, _ body: @escaping Body
  ) -> BuiltinFunction {
    BuiltinFunction(name, parameters) { call throws(PyError) in
      if let traced = TracedCall(call) { return try traced.value() }
      let given = TensorCall(call)
      return given.tensor(try body(given))
    }
  }

  /// Functions of every element that NumPy has; those of floats refuse integers, as TensorFlow does.
  static let floatNames = [
    "exp", "log", "log1p", "expm1", "sqrt", "sin", "cos", "tan", "tanh", "floor", "ceil",
  ]

  var root: [BuiltinFunction] {
    making + pointwise + pairs + reductions + shaping
  }

  private var making: [BuiltinFunction] {
    func filled(_ name: String, _ value: Int) -> BuiltinFunction {
      Self.function(name, "shape, dtype=None, name=None") { call throws(PyError) in
        let (shape, dtype) = (try call.shape(), try call.dtype() ?? .float32)
        return try call.raising { () throws(ArrayError) in
          try NumericArray(full: shape, .int(value), dtype: dtype)
        }
      }
    }
    func like(_ name: String, _ value: Int) -> BuiltinFunction {
      Self.function(name, "input, dtype=None, name=None") { call throws(PyError) in
        let model = try call.array("input")
        let dtype = try call.dtype() ?? model.dtype
        return try call.raising { () throws(ArrayError) in
          try NumericArray(full: model.shape, .int(value), dtype: dtype)
        }
      }
    }
    return [
      Self.function("constant", "value, dtype=None, shape=None, name='Const'") {
        call throws(PyError) in
        let array = try call.array("value", dtype: call.dtype())
        guard call.call.given("shape") != nil else { return array }
        let shape = try call.shape()
        return try call.raising { () throws(ArrayError) in
          array.size == 1 ? try array.reshaped([]).broadcast(to: shape) : try array.reshaped(shape)
        }
      },
      Self.function("convert_to_tensor", "value, dtype=None, dtype_hint=None, name=None") {
        call throws(PyError) in try call.array("value", dtype: call.dtype())
      },
      Self.function("cast", "x, dtype, name=None") { call throws(PyError) in
        try call.cast(call.array("x"), call.dtype() ?? .float32)
      },
      filled("zeros", 0), filled("ones", 1), like("zeros_like", 0), like("ones_like", 1),
      Self.function("fill", "dims, value, name=None") { call throws(PyError) in
        let (shape, value) = (try call.shape("dims"), try call.array("value"))
        return try call.raising { () throws(ArrayError) in
          try value.broadcast(to: shape).copy()
        }
      },
      Self.function("range", "start, limit=None, delta=1, dtype=None, name='range'", Self.range),
      Self.function("linspace", "start, stop, num, name=None, axis=0") { call throws(PyError) in
        let ends = [try call.floats("start"), try call.floats("stop")]
        let array = try call.numpy(
          "linspace", ends.map { .array($0) } + [.int(try call.call.int("num", or: 1))])
        return try call.cast(array, ends[0].dtype)
      },
      Self.function("eye", "num_rows, num_columns=None, batch_shape=None, dtype=None, name=None") {
        call throws(PyError) in
        if let value = call.call.given("batch_shape") {
          throw call.call.unsupported("batch_shape", value)
        }
        let rows = try call.call.int("num_rows", or: 0)
        let (columns, dtype) = (try call.call.int("num_columns"), try call.dtype() ?? .float32)
        return try call.raising { () throws(ArrayError) in
          try NumericArray.eye(rows, columns, dtype: dtype)
        }
      },
      Self.function(
        "one_hot",
        "indices, depth, on_value=None, off_value=None, axis=None, dtype=None, name=None"
      ) { call throws(PyError) in
        for name in ["on_value", "off_value", "axis"] {
          if let value = call.call.given(name) { throw call.call.unsupported(name, value) }
        }
        return try Self.oneHot(
          call.array("indices"), call.call.int("depth", or: 0), call.dtype() ?? .float32, call)
      },
    ]
  }

  @Sendable private static func range(_ call: TensorCall) throws(PyError) -> NumericArray {
    var ends = [try call.array("start")]
    if call.call.given("limit") != nil { ends.append(try call.array("limit")) }
    let step = try call.call.given("delta").map { value throws(PyError) in try call.array(value) }
    let isReal = (ends + (step.map { [$0] } ?? [])).contains { $0.dtype.isFloating }
    if ends.count == 1 { ends.insert(NumericArray(scalar: .int(0)), at: 0) }
    let values = ends + [step ?? NumericArray(scalar: .int(1))]
    let array = try call.numpy("arange", values.map { .scalar($0) })
    return try call.cast(array, call.dtype() ?? (isReal ? .float32 : .int32))
  }

  /// Rows with a 1 at each index; rows of zeros for indices outside.
  static func oneHot(
    _ indices: NumericArray, _ depth: Int, _ dtype: DType, _ call: TensorCall
  ) throws(PyError) -> NumericArray {
    guard depth >= 0 else {
      throw call.call.error("InvalidArgumentError", "depth must be non-negative, got: \(depth)")
    }
    let result = try call.raising { () throws(ArrayError) in
      try NumericArray(zeros: indices.shape + [depth], dtype: .int64)
    }
    var cells = result.integers()
    for (row, index) in indices.integers().enumerated() where (0..<depth).contains(index) {
      cells[row * depth + index] = 1
    }
    return try call.raising { () throws(ArrayError) in
      try NumericArray(integers: cells, shape: result.shape, dtype: dtype)
    }
  }
}
