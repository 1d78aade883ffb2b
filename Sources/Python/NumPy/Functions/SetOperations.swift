internal import Arrays

extension NumPyCatalog {
  /// Sets of elements, interpolation and what else works on one-dimensional arrays.
  static let setOperations: [NumPyFunction] = [
    NumPyFunction("union1d", "ar1, ar2") { call throws(ArrayError) in
      let both = try [call.array("ar1").raveled(), call.array("ar2").raveled()]
      return .array(try NumericArray.concatenate(both).uniqueCounts().values)
    },
    NumPyFunction("intersect1d", "ar1, ar2") { call throws(ArrayError) in
      try members(call, inverted: false)
    },
    NumPyFunction("setdiff1d", "ar1, ar2") { call throws(ArrayError) in
      try members(call, inverted: true)
    },
    NumPyFunction("interp", "x, xp, fp") { call throws(ArrayError) in
      let (places, values) = (try call.array("xp").reals(), try call.array("fp").reals())
      guard !places.isEmpty else {
        throw ArrayError(.valueError, "array of sample points is empty")
      }
      guard places.count == values.count else {
        throw ArrayError(.valueError, "fp and xp are not of the same length.")
      }
      let wanted = try call.array("x")
      return .result(
        try NumericArray(
          reals: wanted.reals().map { interpolated($0, places, values) }, shape: wanted.shape))
    },
    NumPyFunction("insert", "arr, obj, values, axis=None") { call throws(ArrayError) in
      let array = try call.array("arr").raveled()
      guard call["axis"] == nil else {
        throw ArrayError(.notImplementedError, "insert(axis=...) is not supported here")
      }
      let index = try call.integer("obj") ?? 0
      guard index >= -array.size, index <= array.size else {
        throw ArrayError(
          .indexError,
          "index \(index) is out of bounds for axis 0 with size \(array.size)")
      }
      let parts = try array.split(at: [index])
      let values = try call.array("values").astype(array.dtype).raveled()
      return .array(try NumericArray.concatenate([parts[0], values, parts[1]]))
    },
    NumPyFunction("argpartition", "a, kth, axis=-1") { call throws(ArrayError) in
      .array(try call.array().argsorted(axis: lineAxis(call)))
    },
    NumPyFunction("partition", "a, kth, axis=-1") { call throws(ArrayError) in
      .array(try call.array().sorted(axis: lineAxis(call)))
    },
    NumPyFunction("linalg.solve", "a, b") { call throws(ArrayError) in
      .array(try call.array().solved(for: call.array("b")))
    },
    NumPyFunction("linalg.inv", "a") { call throws(ArrayError) in
      .array(try call.array().inverse())
    },
    NumPyFunction("linalg.det", "a") { call throws(ArrayError) in
      .result(try call.array().determinant())
    },
  ]

  private static func members(_ call: NumPyCall, inverted: Bool) throws(ArrayError) -> NumPyValue {
    let values = try call.array("ar1").uniqueCounts().values
    let found = try values.isIn(call.array("ar2"), inverted: inverted)
    return .array(try values[[.array(found)]])
  }

  /// The value on the line between the two neighbors; the ends' beyond them.
  private static func interpolated(_ x: Double, _ places: [Double], _ values: [Double]) -> Double {
    let last = places.count - 1
    if x.isNaN { return x }
    if x <= places[0] { return values[0] }
    if x >= places[last] || last == 0 { return values[last] }
    // Places that are not in order, or NaN, give a number, but which is not said.
    let after = max(places.firstIndex { $0 > x } ?? last, 1)
    let slope = (values[after] - values[after - 1]) / (places[after] - places[after - 1])
    return slope * (x - places[after - 1]) + values[after - 1]
  }
}
