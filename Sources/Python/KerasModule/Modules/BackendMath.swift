internal import PythonRuntime
internal import NumPy
internal import Arrays
internal import Tensors

/// What `keras.backend` computes with numbers.
enum BackendMath {
  private typealias Tensors = TensorFunctions

  static func members(_ activations: [String: Value]) -> [String: Value] {
    var all = KerasLibrary.members(of: pointwise + reductions + shapes)
    for name in ["relu", "softmax", "sigmoid", "tanh", "softplus", "elu"] {
      all[name] = activations[name]
    }
    return all
  }

  private static var pointwise: [BuiltinFunction] {
    ["exp", "log", "sqrt", "sin", "cos", "abs", "square", "sign", "round"].map { name in
      Tensors.function(name, "x") { call throws(PyError) in
        try call.numpy(name, [.array(try call.floats("x"))])
      }
    }
      + ["equal", "not_equal", "greater", "less", "maximum", "minimum", "pow"].map { name in
        Tensors.function(name, name == "pow" ? "x, a" : "x, y") { call throws(PyError) in
          let (x, y) = try Tensors.pair("x", name == "pow" ? "a" : "y", call)
          return try call.numpy(name == "pow" ? "power" : name, [.array(x), .array(y)])
        }
      } + [
        Tensors.function("clip", "x, min_value, max_value") { call throws(PyError) in
          let array = try call.floats("x")
          let low = try call.array("min_value", dtype: array.dtype)
          let high = try call.array("max_value", dtype: array.dtype)
          return try call.numpy("clip", [.array(array), .array(low), .array(high)])
        },
        Tensors.function("cast", "x, dtype") { call throws(PyError) in
          try call.cast(call.array("x"), call.dtype() ?? .float32)
        },
        Tensors.function("constant", "value, dtype=None, shape=None, name=None") {
          call throws(PyError) in
          if let value = call.call.given("shape") { throw call.call.unsupported("shape", value) }
          return try call.array("value", dtype: call.dtype() ?? .float32)
        },
        Tensors.function("dot", "x, y") { call throws(PyError) in
          let (x, y) = try Tensors.pair("x", "y", call)
          return try call.numpy("dot", [.array(x), .array(y)])
        },
      ]
  }

  private static var reductions: [BuiltinFunction] {
    ["mean", "sum", "max", "min", "prod", "std", "var", "any", "all"].map { name in
      Tensors.function(name, "x, axis=None, keepdims=False") { call throws(PyError) in
        let array = try call.array("x")
        let needsFloats = ["mean", "std", "var"].contains(name)
        return try Tensors.reduced(name, needsFloats ? call.floats("x") : array, call)
      }
    }
      + ["argmax", "argmin"].map { name in
        Tensors.function(name, "x, axis=-1") { call throws(PyError) in
          try call.numpy(
            name, [.array(try call.array("x"))],
            [("axis", .int(try call.call.int("axis", or: -1)))])
        }
      }
  }

  private static var shapes: [BuiltinFunction] {
    [
      BuiltinFunction("int_shape", "x") { call throws(PyError) in
        if let tensor: TensorObject = call.required("x").asObject() {
          return tensor.property("shape", call.machine) ?? .none
        }
        return .object(TupleObject(try TensorCall(call).array("x").shape.map { .int($0) }))
      },
      BuiltinFunction("ndim", "x") { call throws(PyError) in
        if let tensor: TensorObject = call.required("x").asObject() {
          return .int(tensor.tensorShape.extents.count + 1)
        }
        return .int(try TensorCall(call).array("x").ndim)
      },
      Tensors.function("reshape", "x, shape") { call throws(PyError) in
        try call.numpy("reshape", [.array(try call.array("x")), try call.axes("shape")])
      },
      Tensors.function("flatten", "x") { call throws(PyError) in
        try call.numpy("reshape", [.array(try call.array("x")), .int(-1)])
      },
      Tensors.function("transpose", "x") { call throws(PyError) in
        try call.numpy("transpose", [.array(try call.array("x"))])
      },
      Tensors.function("concatenate", "tensors, axis=-1") { call throws(PyError) in
        try call.numpy(
          "concatenate", [.list(try call.arrays("tensors").map { .array($0) })],
          [("axis", .int(try call.call.int("axis", or: -1)))])
      },
      Tensors.function("shape", "x") { call throws(PyError) in
        let shape = try call.array("x").shape
        return try call.raising { () throws(ArrayError) in
          try NumericArray(integers: shape, dtype: .int32)
        }
      },
    ]
  }
}
