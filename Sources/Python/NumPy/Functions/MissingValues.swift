internal import Arrays

extension NumPyCatalog {
  /// Reductions that leave NaN out.
  static let missingValues: [NumPyFunction] = [
    NumPyFunction("nansum", "a, axis=None, keepdims=False") { call throws(ArrayError) in
      .result(try filled(call, 0).sum(axes: call.axes(), keepsAxes: call.flag("keepdims")))
    },
    NumPyFunction("nanmean", "a, axis=None, keepdims=False") { call throws(ArrayError) in
      let (axes, keeps) = (try call.axes(), try call.flag("keepdims"))
      let known = try UnaryFunction.logicalNot(UnaryFunction.isnan(call.array()))
      let total = try filled(call, 0).sum(axes: axes, keepsAxes: keeps)
      let counts = try known.sum(axes: axes, keepsAxes: keeps)
      let mean = try BinaryFunction.divide(.array(total), .array(counts))
      return .result(total.dtype == .float32 ? try mean.astype(.float32) : mean)
    },
    NumPyFunction("nanmax", "a, axis=None, keepdims=False") { call throws(ArrayError) in
      .result(
        try Reduction.maximum(
          filled(call, -.infinity), axes: call.axes(), keepsAxes: call.flag("keepdims")))
    },
    NumPyFunction("nanmin", "a, axis=None, keepdims=False") { call throws(ArrayError) in
      .result(
        try Reduction.minimum(
          filled(call, .infinity), axes: call.axes(), keepsAxes: call.flag("keepdims")))
    },
    NumPyFunction("nanvar", "a, axis=None, ddof=0, keepdims=False") { call throws(ArrayError) in
      .result(try variance(call))
    },
    NumPyFunction("nanstd", "a, axis=None, ddof=0, keepdims=False") { call throws(ArrayError) in
      .result(try UnaryFunction.sqrt(variance(call)))
    },
  ]

  /// The variance of what is known, over axes.
  private static func variance(_ call: NumPyCall) throws(ArrayError) -> NumericArray {
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
