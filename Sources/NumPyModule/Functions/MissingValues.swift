internal import NumericArrays

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
  ]

  private static func filled(
    _ call: NumPyCall, _ value: Double
  ) throws(ArrayError) -> NumericArray {
    let array = try call.array()
    guard array.dtype.isFloating else { return array }
    return try NumericArray.where(
      UnaryFunction.isnan(array), .python(.real(value)), .array(array))
  }
}
