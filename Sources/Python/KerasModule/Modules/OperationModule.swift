internal import PythonRuntime
internal import NumPy
internal import Arrays

/// `keras.ops` on numbers: NumPy's names, with floats of 32 bits.
struct OperationModule {
  let activations: [String: Value]

  var members: [String: Value] {
    var all = KerasLibrary.members(of: functions + pairs + reductions + shaping)
    for name in [
      "relu", "softmax", "sigmoid", "softplus", "elu", "selu", "gelu", "silu", "log_softmax",
      "leaky_relu", "relu6", "hard_sigmoid", "softsign",
    ] {
      all[name] = activations[name]
    }
    return all
  }

  private typealias Tensors = TensorFunctions

  private var functions: [BuiltinFunction] {
    TensorFunctions.floatNames.map { name in
      Tensors.function(name, "x") { call throws(PyError) in
        try call.numpy(name, [.array(try call.floats("x"))])
      }
    }
      + ["abs", "absolute", "square", "negative", "sign", "logical_not", "isnan"].map { name in
        Tensors.function(name, "x") { call throws(PyError) in
          try call.numpy(name, [.array(try call.array("x"))])
        }
      } + [
        Tensors.function("round", "x, decimals=0") { call throws(PyError) in
          try call.numpy(
            "round", [.array(try call.array("x")), .int(try call.call.int("decimals", or: 0))])
        },
        Tensors.function("clip", "x, x_min, x_max") { call throws(PyError) in
          let array = try call.array("x")
          let low = try call.array("x_min", dtype: array.dtype)
          let high = try call.array("x_max", dtype: array.dtype)
          return try call.numpy("clip", [.array(array), .array(low), .array(high)])
        },
        Tensors.function("cast", "x, dtype") { call throws(PyError) in
          try call.cast(call.array("x"), call.dtype() ?? .float32)
        },
        Tensors.function("convert_to_tensor", "x, dtype=None, sparse=None, ragged=None") {
          call throws(PyError) in try call.array("x", dtype: call.dtype())
        },
        BuiltinFunction("convert_to_numpy", "x") { call throws(PyError) in
          KerasTensors.value(try TensorCall(call).array("x"), call.machine)
        },
        BuiltinFunction("shape", "x") { call throws(PyError) in
          .object(TupleObject(try TensorCall(call).array("x").shape.map { .int($0) }))
        },
        BuiltinFunction("ndim", "x") { call throws(PyError) in
          .int(try TensorCall(call).array("x").ndim)
        },
        Tensors.function("where", "condition, x1=None, x2=None") { call throws(PyError) in
          guard call.call.given("x1") != nil, call.call.given("x2") != nil else {
            throw call.call.unsupported("x1", .none)
          }
          let (x, y) = try Self.pair(call)
          return try call.numpy(
            "where", [.array(try call.array("condition")), .array(x), .array(y)])
        },
      ]
  }

  /// Two arguments of one dtype: integers become floats beside floats.
  private static func pair(_ call: TensorCall) throws(PyError) -> (NumericArray, NumericArray) {
    let (x, y) = (try call.array("x1"), try call.array("x2"))
    if x.dtype == y.dtype { return (x, y) }
    let wide: DType =
      x.dtype.isFloating || y.dtype.isFloating
      ? (x.dtype == .float64 || y.dtype == .float64 ? .float64 : .float32)
      : x.dtype.promoted(with: y.dtype)
    return (try call.cast(x, wide), try call.cast(y, wide))
  }

  private var pairs: [BuiltinFunction] {
    [
      "add", "subtract", "multiply", "power", "maximum", "minimum", "equal", "not_equal",
      "greater", "greater_equal", "less", "less_equal", "logical_and", "logical_or", "matmul",
    ].map { name in
      Tensors.function(name, "x1, x2") { call throws(PyError) in
        let (x, y) = try Self.pair(call)
        return try call.numpy(name, [.array(x), .array(y)])
      }
    }
      + ["divide", "true_divide"].map { name in
        Tensors.function(name, "x1, x2") { call throws(PyError) in
          let (x, y) = try Self.pair(call)
          let dtype = x.dtype.isFloating ? x.dtype : .float32
          return try call.numpy(
            "divide", [.array(try call.cast(x, dtype)), .array(try call.cast(y, dtype))])
        }
      }
  }

  private var reductions: [BuiltinFunction] {
    ["sum", "max", "min", "prod", "any", "all"].map { name in
      Tensors.function(name, "x, axis=None, keepdims=False") { call throws(PyError) in
        try Tensors.reduced(name, call.array("x"), call)
      }
    }
      + ["mean", "std", "var"].map { name in
        Tensors.function(name, "x, axis=None, keepdims=False") { call throws(PyError) in
          try Tensors.reduced(name, call.floats("x"), call)
        }
      }
      + ["argmax", "argmin"].map { name in
        Tensors.function(name, "x, axis=None, keepdims=False") { call throws(PyError) in
          let place = try call.numpy(
            name, [.array(try call.array("x"))],
            [
              ("axis", try call.axes()),
              ("keepdims", .bool(try call.call.bool("keepdims", or: false))),
            ])
          return try call.cast(place, .int32)
        }
      }
  }

  private var shaping: [BuiltinFunction] {
    func filled(_ name: String, _ value: Int) -> BuiltinFunction {
      Tensors.function(name, "shape, dtype=None") { call throws(PyError) in
        let (shape, dtype) = (try call.shape(), try call.dtype() ?? .float32)
        return try call.raising { () throws(ArrayError) in
          try NumericArray(full: shape, .int(value), dtype: dtype)
        }
      }
    }
    func joined(_ name: String) -> BuiltinFunction {
      Tensors.function(name, "xs, axis=0") { call throws(PyError) in
        try call.numpy(
          name == "stack" ? "stack" : "concatenate",
          [.list(try call.arrays("xs").map { .array($0) })],
          [("axis", .int(try call.call.int("axis", or: 0)))])
      }
    }
    return [
      filled("zeros", 0), filled("ones", 1), joined("stack"), joined("concatenate"),
      Tensors.function("reshape", "x, newshape") { call throws(PyError) in
        try call.numpy(
          "reshape", [.array(try call.array("x")), try call.axes("newshape")])
      },
      Tensors.function("expand_dims", "x, axis") { call throws(PyError) in
        try call.numpy("expand_dims", [.array(try call.array("x")), try call.axes()])
      },
      Tensors.function("squeeze", "x, axis=None") { call throws(PyError) in
        try call.numpy("squeeze", [.array(try call.array("x"))], [("axis", try call.axes())])
      },
      Tensors.function("transpose", "x, axes=None") { call throws(PyError) in
        try call.numpy(
          "transpose", [.array(try call.array("x"))], [("axes", try call.axes("axes"))])
      },
      Tensors.function("one_hot", "x, num_classes, axis=-1, dtype=None") { call throws(PyError) in
        if try call.call.int("axis", or: -1) != -1 {
          throw call.call.unsupported("axis", call.call.required("axis"))
        }
        return try Tensors.oneHot(
          call.array("x"), call.call.int("num_classes", or: 0), call.dtype() ?? .float32, call)
      },
    ]
  }
}
