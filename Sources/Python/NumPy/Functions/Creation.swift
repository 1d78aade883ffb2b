internal import Arrays

extension NumPyCatalog {
  /// Functions that make arrays.
  static let creation: [NumPyFunction] = [
    NumPyFunction("array", "object, dtype=None, *, copy=True, ndmin=0") { call throws(ArrayError) in
      if let texts = try call.texts("object", mixed: true) { return .texts(texts) }
      var array = try call.array("object")
      if let dtype = try call.dtype(), dtype != array.dtype {
        array = try call.array("object", dtype: dtype)
      } else if case .array? = call["object"], try call.flag("copy", true) {
        array = try array.copy()
      }
      let missing = max((try call.integer("ndmin") ?? 0) - array.ndim, 0)
      return .array(try array.expanded(Array(0..<missing)))
    },
    NumPyFunction("asarray", "a, dtype=None", converted),
    NumPyFunction("ascontiguousarray", "a, dtype=None", converted),
    NumPyFunction("asanyarray", "a, dtype=None", converted),
    NumPyFunction("copy", "a") { call throws(ArrayError) in .array(try call.array().copy()) },
    NumPyFunction("zeros", "shape, dtype=None, order='C'") { call throws(ArrayError) in
      .array(try NumericArray(zeros: call.shape("shape") ?? [], dtype: call.dtype() ?? .float64))
    },
    NumPyFunction("empty", "shape, dtype=None, order='C'") { call throws(ArrayError) in
      .array(try NumericArray(zeros: call.shape("shape") ?? [], dtype: call.dtype() ?? .float64))
    },
    NumPyFunction("ones", "shape, dtype=None, order='C'") { call throws(ArrayError) in
      .array(
        try NumericArray(
          full: call.shape("shape") ?? [], .int(1), dtype: call.dtype() ?? .float64))
    },
    NumPyFunction("full", "shape, fill_value, dtype=None") { call throws(ArrayError) in
      try filled(call.shape("shape") ?? [], call, call.dtype())
    },
    NumPyFunction("zeros_like", "a, dtype=None, shape=None") { call throws(ArrayError) in
      try like(call, .int(0))
    },
    NumPyFunction("empty_like", "a, dtype=None, shape=None") { call throws(ArrayError) in
      try like(call, .int(0))
    },
    NumPyFunction("ones_like", "a, dtype=None, shape=None") { call throws(ArrayError) in
      try like(call, .int(1))
    },
    NumPyFunction("full_like", "a, fill_value, dtype=None, shape=None") { call throws(ArrayError) in
      let model = try call.array()
      return try filled(call.shape("shape") ?? model.shape, call, call.dtype() ?? model.dtype)
    },
    NumPyFunction("eye", "N, M=None, k=0, dtype=None") { call throws(ArrayError) in
      .array(
        try NumericArray.eye(
          call.integer("N") ?? 0, call.integer("M"), diagonal: call.integer("k") ?? 0,
          dtype: call.dtype() ?? .float64))
    },
    NumPyFunction("identity", "n, dtype=None") { call throws(ArrayError) in
      .array(try NumericArray.eye(call.integer("n") ?? 0, dtype: call.dtype() ?? .float64))
    },
    NumPyFunction("arange", "start, stop=None, step=None, dtype=None", range),
    NumPyFunction("linspace", "start, stop, num=50, endpoint=True, retstep=False, dtype=None") {
      call throws(ArrayError) in
      let (low, high) = (try call.real("start") ?? 0, try call.real("stop") ?? 0)
      let count = try call.integer("num") ?? 50
      let closes = try call.flag("endpoint", true)
      let array = try NumericArray.linspace(
        low, high, count: count, endpoint: closes, dtype: call.dtype())
      guard try call.flag("retstep") else { return .array(array) }
      let step = (high - low) / Double(closes ? count - 1 : count)
      return .tuple([.array(array), .scalar(NumericArray(scalar: .real(step)))])
    },
    NumPyFunction("logspace", "start, stop, num=50, endpoint=True, base=10.0") {
      call throws(ArrayError) in
      .array(
        try NumericArray.logspace(
          call.real("start") ?? 0, call.real("stop") ?? 0, count: call.integer("num") ?? 50,
          endpoint: call.flag("endpoint", true), base: call.real("base") ?? 10))
    },
    NumPyFunction("meshgrid", "*xi, indexing='xy'") { call throws(ArrayError) in
      let grids = try NumericArray.meshgrid(
        call.arrays("xi"), matrixIndexing: call.text("indexing") == "ij")
      return .tuple(grids.map { .array($0) })
    },
    NumPyFunction("diag", "v, k=0") { call throws(ArrayError) in
      let array = try call.array("v")
      let place = try call.integer("k") ?? 0
      if array.ndim != 1 { return .array(try array.diagonal(place)) }
      let extent = array.size &+ Int(clamping: place.magnitude)
      let result = try NumericArray(zeros: [extent, extent], dtype: array.dtype)
      try result.diagonal(place).assign(array)
      return .array(result)
    },
    NumPyFunction("dtype", "dtype") { call throws(ArrayError) in
      .dtype(try call.dtype() ?? .float64)
    },
    NumPyFunction("indices", "dimensions") { call throws(ArrayError) in
      let shape = try call.shape("dimensions") ?? []
      var ranges: [NumericArray] = []
      for extent in shape {
        ranges.append(try NumericArray.arange(.int(0), .int(extent), .int(1)))
      }
      return .array(try NumericArray.stack(NumericArray.meshgrid(ranges, matrixIndexing: true)))
    },
  ]

  @Sendable private static func converted(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    if let texts = try call.texts("a", mixed: true) { return .texts(texts) }
    return .array(try call.array("a", dtype: call.dtype()))
  }

  private static func filled(
    _ shape: [Int], _ call: NumPyCall, _ dtype: DType?
  ) throws(ArrayError) -> NumPyValue {
    let given = try call.array("fill_value")
    let value =
      try dtype.map { (dtype) throws(ArrayError) in
        try call.session.cast(given, to: dtype, at: .filled)
      } ?? given
    return .array(try value.broadcast(to: shape).copy())
  }

  private static func like(_ call: NumPyCall, _ value: ScalarValue) throws(ArrayError) -> NumPyValue
  {
    let model = try call.array()
    return .array(
      try NumericArray(
        full: call.shape("shape") ?? model.shape, value, dtype: call.dtype() ?? model.dtype))
  }

  @Sendable private static func range(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    let start = try call.number("start") ?? .int(0)
    let step = try call.number("step") ?? .int(1)
    guard let stop = try call.number("stop") else {
      return .array(try NumericArray.arange(.int(0), start, step, dtype: call.dtype()))
    }
    return .array(try NumericArray.arange(start, stop, step, dtype: call.dtype()))
  }
}
