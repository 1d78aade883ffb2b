internal import Arrays

extension NumPyCatalog {
  /// Products and comparisons of whole arrays.
  static let algebra: [NumPyFunction] = [
    NumPyFunction("dot", "a, b") { call throws(ArrayError) in
      .result(try call.session.product("dot", call.array(), call.array("b")))
    },
    NumPyFunction("matmul", "x1, x2") { call throws(ArrayError) in
      .result(try call.session.product("matmul", call.array("x1"), call.array("x2")))
    },
    NumPyFunction("inner", "a, b") { call throws(ArrayError) in
      .result(try call.session.product("dot", call.array(), call.array("b").transposed()))
    },
    NumPyFunction("outer", "a, b") { call throws(ArrayError) in
      let (one, two) = (try call.array().reshaped([-1, 1]), try call.array("b").raveled())
      return .array(
        try call.session.watching("multiply", at: .outerProduct) { (watch) throws(ArrayError) in
          try BinaryFunction.multiply(.array(one), .array(two), watch: watch)
        })
    },
    NumPyFunction("tensordot", "a, b, axes=2") { call throws(ArrayError) in
      .result(try call.array().tensordot(call.array("b"), axes: call.integer("axes") ?? 2))
    },
    NumPyFunction("linalg.norm", "x, ord=None, axis=None, keepdims=False") {
      call throws(ArrayError) in
      let array = try call.array("x")
      let norm = try array.norm(
        order: call.real("ord"), axes: call.axes(), keepsAxes: call.flag("keepdims"))
      guard call["ord"] == nil, call["axis"] == nil else { return .result(norm) }
      return .result(try call.session.noting("dot", norm, of: [array], at: .squaredNorm))
    },
    NumPyFunction("isclose", "a, b, rtol=1e-05, atol=1e-08, equal_nan=False") {
      call throws(ArrayError) in
      .result(try close(call))
    },
    NumPyFunction("allclose", "a, b, rtol=1e-05, atol=1e-08, equal_nan=False") {
      call throws(ArrayError) in
      .bool(try Reduction.all(close(call)).truth())
    },
    NumPyFunction("array_equal", "a1, a2") { call throws(ArrayError) in
      .bool(try NumericArray.areEqual(call.array("a1"), call.array("a2")))
    },
    NumPyFunction("shares_memory", "a, b") { call throws(ArrayError) in
      .bool(try call.array().sharesStorage(with: call.array("b")))
    },
    NumPyFunction("convolve", "a, v, mode='full'", convolved),
    NumPyFunction("triu", "m, k=0") { call throws(ArrayError) in
      try triangle(call) { row, column, k in column >= row &+ k }
    },
    NumPyFunction("tril", "m, k=0") { call throws(ArrayError) in
      try triangle(call) { row, column, k in column <= row &+ k }
    },
  ]

  private static func close(_ call: NumPyCall) throws(ArrayError) -> NumericArray {
    try NumericArray.isClose(
      call.needed("a"), call.needed("b"),
      relative: call.real("rtol") ?? 1e-5, absolute: call.real("atol") ?? 1e-8,
      equalNaN: call.flag("equal_nan"))
  }

  private static func triangle(
    _ call: NumPyCall, _ keeps: (Int, Int, Int) -> Bool
  ) throws(ArrayError) -> NumPyValue {
    let array = try call.array("m")
    guard array.ndim == 2 else {
      throw ArrayError(.valueError, "triangles are of two-dimensional arrays only here")
    }
    let k = try call.integer("k") ?? 0
    let mask = (0..<array.shape[0]).flatMap { row in
      (0..<array.shape[1]).map { keeps(row, $0, k) ? 1 : 0 }
    }
    let marks = try NumericArray(integers: mask, shape: array.shape, dtype: .bool)
    return .array(try NumericArray.where(marks, .array(array), .python(.bool(false))))
  }

  @Sendable private static func convolved(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    var (a, v) = (try call.array().astype(.float64), try call.array("v").astype(.float64))
    let dtype = try call.array().dtype.promoted(with: call.array("v").dtype)
    if v.size > a.size { (a, v) = (v, a) }
    guard a.ndim == 1, v.ndim == 1, v.size > 0 else {
      throw ArrayError(
        .valueError, v.size == 0 ? "v cannot be empty" : "object too deep for desired array")
    }
    try ArrayLimit.checkProducts([a.size, v.size])
    let (x, y) = (a.reals(), v.reals())
    let full = (0..<(x.count + y.count - 1)).map { place in
      (max(0, place - x.count + 1)...min(place, y.count - 1)).reduce(0.0) {
        $0 + y[$1] * x[place - $1]
      }
    }
    let range: Range<Int>
    switch call.text("mode") {
    case "same": range = (y.count - 1) / 2..<((y.count - 1) / 2 + x.count)
    case "valid": range = y.count - 1..<x.count
    default: range = 0..<full.count
    }
    return .array(try NumericArray(reals: Array(full[range])).astype(dtype))
  }
}
