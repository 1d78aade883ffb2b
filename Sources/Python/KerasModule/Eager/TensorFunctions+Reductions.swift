internal import PythonRuntime
internal import NumPy
internal import Arrays

extension TensorFunctions {
  /// What makes one number of many.
  var reductions: [BuiltinFunction] {
    ["mean", "sum", "max", "min", "prod", "any", "all"].map { name in
      Self.function("reduce_\(name)", "input_tensor, axis=None, keepdims=False, name=None") {
        call throws(PyError) in
        try Self.reduced(name, call.array("input_tensor"), call)
      }
    }
      + [("std", "reduce_std"), ("var", "reduce_variance")].map { own, name in
        Self.function(name, "input_tensor, axis=None, keepdims=False, name=None") {
          call throws(PyError) in
          try Self.reduced(own, call.array("input_tensor"), call)
        }
      }
      + ["argmax", "argmin"].map { name in
        Self.function(name, "input, axis=None, output_type=None, name=None") {
          call throws(PyError) in
          let array = try call.array("input")
          let place = try call.numpy(
            name, [.array(array)], [("axis", .int(try call.call.int("axis", or: 0)))])
          return try call.cast(place, call.dtype("output_type") ?? .int64)
        }
      } + [
        Self.function("cumsum", "x, axis=0, exclusive=False, reverse=False, name=None") {
          call throws(PyError) in
          for name in ["exclusive", "reverse"] where try call.call.bool(name, or: false) {
            throw call.call.unsupported(name, .bool(true))
          }
          let array = try call.array("x")
          let sums = try call.numpy(
            "cumsum", [.array(array)], [("axis", .int(try call.call.int("axis", or: 0)))])
          return try call.cast(sums, array.dtype)
        }
      ]
  }

  /// A reduction whose result has the tensor's own dtype; the mean of integers is an integer.
  static func reduced(
    _ name: String, _ array: NumericArray, _ call: TensorCall
  ) throws(PyError) -> NumericArray {
    let keeps = NumPyValue.bool(try call.call.bool("keepdims", or: false))
    let result = try call.numpy(
      name, [.array(array)], [("axis", try call.axes()), ("keepdims", keeps)])
    return ["any", "all"].contains(name) ? result : try call.cast(result, array.dtype)
  }

  /// What gives tensors another shape or order.
  var shaping: [BuiltinFunction] {
    [
      Self.function("reshape", "tensor, shape, name=None") { call throws(PyError) in
        try call.numpy(
          "reshape", [.array(try call.array("tensor")), try call.axes("shape")])
      },
      Self.function("expand_dims", "input, axis, name=None") { call throws(PyError) in
        try call.numpy("expand_dims", [.array(try call.array("input")), try call.axes()])
      },
      Self.function("squeeze", "input, axis=None, name=None") { call throws(PyError) in
        try call.numpy(
          "squeeze", [.array(try call.array("input"))], [("axis", try call.axes())])
      },
      Self.function("transpose", "a, perm=None, conjugate=False, name='transpose'") {
        call throws(PyError) in
        try call.numpy(
          "transpose", [.array(try call.array("a"))], [("axes", try call.axes("perm"))])
      },
      Self.function("concat", "values, axis, name='concat'") { call throws(PyError) in
        try call.numpy(
          "concatenate", [.list(try call.arrays("values").map { .array($0) })],
          [("axis", try call.axes())])
      },
      Self.function("stack", "values, axis=0, name='stack'") { call throws(PyError) in
        try call.numpy(
          "stack", [.list(try call.arrays("values").map { .array($0) })],
          [("axis", .int(try call.call.int("axis", or: 0)))])
      },
      Self.function("tile", "input, multiples, name=None") { call throws(PyError) in
        let repeats = NumPyValue.array(try call.array("multiples"))
        return try call.numpy("tile", [.array(try call.array("input")), repeats])
      },
      Self.function("gather", "params, indices, axis=None, name=None") { call throws(PyError) in
        try call.numpy(
          "take", [.array(try call.array("params")), .array(try call.array("indices"))],
          [("axis", .int(try call.call.int("axis", or: 0)))])
      },
      Self.function("reverse", "tensor, axis, name=None") { call throws(PyError) in
        try call.numpy("flip", [.array(try call.array("tensor"))], [("axis", try call.axes())])
      },
      Self.function("sort", "values, axis=-1, direction='ASCENDING', name=None") {
        call throws(PyError) in try Self.sorted("sort", call)
      },
      Self.function(
        "argsort", "values, axis=-1, direction='ASCENDING', stable=False, name=None"
      ) { call throws(PyError) in try call.cast(Self.sorted("argsort", call), .int32) },
      Self.function("shape", "input, out_type=None, name=None") { call throws(PyError) in
        let shape = try call.array("input").shape
        return try call.raising { () throws(ArrayError) in
          try NumericArray(integers: shape, dtype: .int32)
        }
      },
      Self.function("rank", "input, name=None") { call throws(PyError) in
        NumericArray(scalar: .int(try call.array("input").ndim), dtype: .int32)
      },
      Self.function("size", "input, out_type=None, name=None") { call throws(PyError) in
        NumericArray(scalar: .int(try call.array("input").size), dtype: .int32)
      },
    ]
  }

  private static func sorted(_ name: String, _ call: TensorCall) throws(PyError) -> NumericArray {
    let direction = try call.call.string("direction") ?? "ASCENDING"
    guard direction == "ASCENDING" else {
      throw call.call.unsupported("direction", .string(direction))
    }
    return try call.numpy(
      name, [.array(try call.array("values"))],
      [("axis", .int(try call.call.int("axis", or: -1)))])
  }
}
