internal import Arrays

extension NumPyCatalog {
  /// Functions that make one number of many.
  static let reductions: [NumPyFunction] =
    [
      NumPyFunction("sum", "a, axis=None, dtype=None, keepdims=False") { call throws(ArrayError) in
        .result(
          try call.array().sum(
            axes: call.axes(), keepsAxes: call.flag("keepdims"), dtype: call.dtype()))
      },
      NumPyFunction("mean", "a, axis=None, dtype=None, keepdims=False") { call throws(ArrayError) in
        .result(
          try call.array().mean(
            axes: call.axes(), keepsAxes: call.flag("keepdims"), dtype: call.dtype()))
      },
      NumPyFunction("average", "a, axis=None, weights=None", average),
      NumPyFunction("var", "a, axis=None, dtype=None, ddof=0, keepdims=False") {
        call throws(ArrayError) in
        .result(
          try call.array().variance(
            axes: call.axes(), degrees: call.integer("ddof") ?? 0, keepsAxes: call.flag("keepdims"))
        )
      },
      NumPyFunction("std", "a, axis=None, dtype=None, ddof=0, keepdims=False") {
        call throws(ArrayError) in
        .result(
          try call.array().standardDeviation(
            axes: call.axes(), degrees: call.integer("ddof") ?? 0, keepsAxes: call.flag("keepdims"))
        )
      },
      NumPyFunction("median", "a, axis=None, keepdims=False") { call throws(ArrayError) in
        .result(try call.array().median(axes: call.axes(), keepsAxes: call.flag("keepdims")))
      },
      NumPyFunction("percentile", "a, q, axis=None, keepdims=False") { call throws(ArrayError) in
        try percentile(call, scale: 1)
      },
      NumPyFunction("quantile", "a, q, axis=None, keepdims=False") { call throws(ArrayError) in
        try percentile(call, scale: 100)
      },
      NumPyFunction("count_nonzero", "a, axis=None, keepdims=False") { call throws(ArrayError) in
        let array = try call.array()
        let counts = try array.countNonzero(axes: call.axes(), keepsAxes: call.flag("keepdims"))
        return .result(counts)
      },
      NumPyFunction("ptp", "a, axis=None, keepdims=False") { call throws(ArrayError) in
        let (array, axes) = (try call.array(), try call.axes())
        let keeps = try call.flag("keepdims")
        return .result(
          try BinaryFunction.subtract(
            .array(Reduction.maximum(array, axes: axes, keepsAxes: keeps)),
            .array(Reduction.minimum(array, axes: axes, keepsAxes: keeps))))
      },
      NumPyFunction("cumsum", "a, axis=None") { call throws(ArrayError) in
        .array(try call.array().cumulativeSum(axis: call.integer("axis")))
      },
      NumPyFunction("cumprod", "a, axis=None") { call throws(ArrayError) in
        .array(try call.array().cumulativeProduct(axis: call.integer("axis")))
      },
      NumPyFunction("trace", "a") { call throws(ArrayError) in
        .result(try call.array().diagonal().sum(axes: [-1]))
      },
    ]
    + named.map { name, reduction in
      NumPyFunction(name, "a, axis=None, keepdims=False") { call throws(ArrayError) in
        .result(
          try reduction(call.array(), axes: call.axes(), keepsAxes: call.flag("keepdims")))
      }
    }

  private static let named: [(String, Reduction)] = [
    ("max", .maximum), ("amax", .maximum), ("min", .minimum), ("amin", .minimum),
    ("argmax", .argmax), ("argmin", .argmin), ("any", .any), ("all", .all), ("prod", .product),
  ]

  @Sendable private static func average(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    let (array, axes) = (try call.array(), try call.axes())
    guard call["weights"] != nil else { return .result(try array.mean(axes: axes)) }
    var weights = try call.array("weights").astype(.float64)
    if weights.ndim == 1, array.ndim > 1, let axis = axes?.first {
      var shape = [Int](repeating: 1, count: array.ndim)
      shape[try array.normalizedAxis(axis)] = weights.size
      weights = try weights.reshaped(shape)
    }
    let product = try BinaryFunction.multiply(.array(array), .array(weights))
    let total = try weights.broadcast(to: array.shape).sum(axes: axes)
    return .result(try BinaryFunction.divide(.array(product.sum(axes: axes)), .array(total)))
  }

  private static func percentile(_ call: NumPyCall, scale: Double) throws(ArrayError) -> NumPyValue
  {
    let (array, axes) = (try call.array(), try call.axes())
    let wanted = try call.array("q")
    let keeps = try call.flag("keepdims")
    var results: [NumericArray] = []
    for percent in wanted.reals() {
      results.append(try array.percentile(percent * scale, axes: axes, keepsAxes: keeps))
    }
    return wanted.ndim == 0 ? .result(results[0]) : .array(try NumericArray.stack(results))
  }
}
