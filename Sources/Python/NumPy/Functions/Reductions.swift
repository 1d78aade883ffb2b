internal import Arrays

extension NumPyCatalog {
  /// Functions that make one number of many.
  static let reductions: [NumPyFunction] =
    [
      NumPyFunction("sum", "a, axis=None, dtype=None, keepdims=False") { call throws(ArrayError) in
        let array = try call.array()
        let sum = try array.sum(
          axes: call.axes(), keepsAxes: call.flag("keepdims"), dtype: call.dtype())
        return .result(try call.noting("reduce", sum, of: array, method: .sumMethod))
      },
      NumPyFunction("mean", "a, axis=None, dtype=None, keepdims=False") { call throws(ArrayError) in
        let array = try call.array()
        let mean = try array.mean(
          axes: call.axes(), keepsAxes: call.flag("keepdims"), dtype: call.dtype())
        return .result(
          try call.session.notingMean(
            mean, of: array, calledAt: call.isMethod ? nil : .meanCall))
      },
      NumPyFunction("average", "a, axis=None, weights=None", average),
      NumPyFunction("var", "a, axis=None, dtype=None, ddof=0, keepdims=False") {
        call throws(ArrayError) in
        .result(try variance(call, at: call.isMethod ? nil : .varianceCall))
      },
      NumPyFunction("std", "a, axis=None, dtype=None, ddof=0, keepdims=False") {
        call throws(ArrayError) in
        .result(try UnaryFunction.sqrt(variance(call, at: .deviationCall)))
      },
      NumPyFunction("median", "a, axis=None, keepdims=False") { call throws(ArrayError) in
        let array = try call.array()
        let median = try array.median(axes: call.axes(), keepsAxes: call.flag("keepdims"))
        return .result(
          array.size > 0
            ? median : try call.session.notingMean(median, of: array, calledAt: .meanCall))
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
        let array = try call.array()
        return .array(
          try call.notingRunning(array.cumulativeSum(axis: call.integer("axis")), of: array))
      },
      NumPyFunction("cumprod", "a, axis=None") { call throws(ArrayError) in
        let array = try call.array()
        return .array(
          try call.notingRunning(array.cumulativeProduct(axis: call.integer("axis")), of: array))
      },
      NumPyFunction("trace", "a") { call throws(ArrayError) in
        .result(try call.array().diagonal().sum(axes: [-1]))
      },
    ]
    + named.map { name, reduction in
      NumPyFunction(name, "a, axis=None, keepdims=False") { call throws(ArrayError) in
        let array = try call.array()
        let result = try reduction(array, axes: call.axes(), keepsAxes: call.flag("keepdims"))
        guard name == "prod" else { return .result(result) }
        return .result(try call.noting("reduce", result, of: array, method: .productMethod))
      }
    }

  private static let named: [(String, Reduction)] = [
    ("max", .maximum), ("amax", .maximum), ("min", .minimum), ("amin", .minimum),
    ("argmax", .argmax), ("argmin", .argmin), ("any", .any), ("all", .all), ("prod", .product),
  ]

  /// The variance, with what went wrong noted.
  private static func variance(
    _ call: NumPyCall, at place: SourceOfNumPy?
  ) throws(ArrayError) -> NumericArray {
    let (array, axes) = (try call.array(), try call.axes())
    let degrees = try call.integer("ddof") ?? 0
    let variance = try array.variance(
      axes: axes, degrees: degrees, keepsAxes: call.flag("keepdims"))
    return try call.session.notingVariance(
      variance, of: array, count: array.groupSize(axes), degrees: degrees, axes: axes,
      calledAt: place)
  }

  @Sendable private static func average(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    let (array, axes) = (try call.array(), try call.axes())
    guard call["weights"] != nil else {
      return .result(
        try call.session.notingMean(
          array.mean(axes: axes), of: array, calledAt: .averageCall))
    }
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

extension NumPyCall {
  /// Notes what a reduction's results tell, where the function or the array's method of that name reduces.
  fileprivate func noting(
    _ name: String, _ result: NumericArray, of array: NumericArray, method: SourceOfNumPy
  ) throws(ArrayError) -> NumericArray {
    try session.noting(name, result, of: [array], at: isMethod ? method : .reduction)
  }

  /// The same of running sums or products.
  fileprivate func notingRunning(
    _ result: NumericArray, of array: NumericArray
  ) throws(ArrayError) -> NumericArray {
    var place: SourceOfNumPy?
    if !isMethod { if case .array? = self["a"] { place = .wrapped } else { place = .wrappedList } }
    return try session.noting("accumulate", result, of: [array], at: place)
  }
}
