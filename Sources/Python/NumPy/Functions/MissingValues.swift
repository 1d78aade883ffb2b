internal import Arrays

extension NumPyCatalog {
  /// Reductions that leave NaN out.
  static let missingValues: [NumPyFunction] = [
    NumPyFunction("nansum", "a, axis=None, keepdims=False") { call throws(ArrayError) in
      let known = try filled(call, 0)
      let sum = try known.sum(axes: call.axes(), keepsAxes: call.flag("keepdims"))
      return .result(try call.session.noting("reduce", sum, of: [known], at: .reduction))
    },
    NumPyFunction("nanmean", "a, axis=None, keepdims=False") { call throws(ArrayError) in
      let (axes, keeps) = (try call.axes(), try call.flag("keepdims"))
      let total = try filled(call, 0).sum(axes: axes, keepsAxes: keeps)
      let counts = try known(call).sum(axes: axes, keepsAxes: keeps)
      if counts.integers().contains(0) { call.session.warn("Mean of empty slice") }
      let mean = try BinaryFunction.divide(.array(total), .array(counts))
      return .result(total.dtype == .float32 ? try mean.astype(.float32) : mean)
    },
    NumPyFunction("nanmax", "a, axis=None, keepdims=False") { call throws(ArrayError) in
      try extreme(call, .maximum, -.infinity)
    },
    NumPyFunction("nanmin", "a, axis=None, keepdims=False") { call throws(ArrayError) in
      try extreme(call, .minimum, .infinity)
    },
    NumPyFunction("nanvar", "a, axis=None, ddof=0, keepdims=False") { call throws(ArrayError) in
      .result(try variance(call, at: nil))
    },
    NumPyFunction("nanstd", "a, axis=None, ddof=0, keepdims=False") { call throws(ArrayError) in
      .result(try UnaryFunction.sqrt(variance(call, at: .missingDeviation)))
    },
  ]

  /// The largest or smallest of what is known; NaN where nothing is.
  private static func extreme(
    _ call: NumPyCall, _ reduction: Reduction, _ outermost: Double
  ) throws(ArrayError) -> NumPyValue {
    let (axes, keeps) = (try call.axes(), try call.flag("keepdims"))
    let result = try reduction(filled(call, outermost), axes: axes, keepsAxes: keeps)
    guard result.dtype.isFloating else { return .result(result) }
    let counts = try known(call).sum(axes: axes, keepsAxes: keeps)
    guard counts.integers().contains(0) else { return .result(result) }
    // NumPy has a shorter way for arrays, which says it otherwise.
    var isArray = false
    if case .array? = call["a"] { isArray = true }
    call.session.warn("All-NaN \(isArray ? "slice" : "axis") encountered")
    let isUnknown = try BinaryFunction.equal(.array(counts), .python(.int(0)))
    return .result(
      try NumericArray.where(isUnknown, .python(.real(.nan)), .array(result)).astype(result.dtype))
  }

  /// Which elements are no NaN.
  private static func known(_ call: NumPyCall) throws(ArrayError) -> NumericArray {
    try UnaryFunction.logicalNot(UnaryFunction.isnan(call.array()))
  }

  /// The variance of what is known, over axes.
  private static func variance(
    _ call: NumPyCall, at place: SourceOfNumPy?
  ) throws(ArrayError) -> NumericArray {
    let (array, axes, keeps) = (try call.array(), try call.axes(), try call.flag("keepdims"))
    let degrees = try call.integer("ddof") ?? 0
    guard array.dtype.isFloating else {
      return try array.variance(axes: axes, degrees: degrees, keepsAxes: keeps)
    }
    let missing = try UnaryFunction.isnan(array)
    let known = try UnaryFunction.logicalNot(missing)
    let counts = try known.sum(axes: axes, keepsAxes: true)
    let total = try filled(call, 0).sum(axes: axes, keepsAxes: true)
    let mean = try BinaryFunction.divide(.array(total), .array(counts)).astype(array.dtype)
    let distance = try NumericArray.where(
      missing, .python(.int(0)), .array(BinaryFunction.subtract(.array(array), .array(mean))))
    let squares = try UnaryFunction.square(distance).sum(axes: axes, keepsAxes: keeps)
    let divisor = try BinaryFunction.subtract(
      .array(known.sum(axes: axes, keepsAxes: keeps)), .python(.int(degrees)))
    if divisor.integers().contains(where: { $0 <= 0 }) {
      call.session.warn("Degrees of freedom <= 0 for slice.", at: place)
    }
    return try BinaryFunction.divide(.array(squares), .array(divisor)).astype(array.dtype)
  }

  private static func filled(
    _ call: NumPyCall, _ value: Double
  ) throws(ArrayError) -> NumericArray {
    let array = try call.array()
    guard array.dtype.isFloating else { return array }
    return try NumericArray.where(
      UnaryFunction.isnan(array), .python(.real(value)), .array(array))
  }
}
