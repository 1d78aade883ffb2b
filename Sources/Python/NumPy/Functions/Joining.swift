internal import Arrays

extension NumPyCatalog {
  /// Functions that put arrays together and take them apart.
  static let joining: [NumPyFunction] = [
    NumPyFunction("concatenate", "arrays, axis=0, *, dtype=None") { call throws(ArrayError) in
      var arrays = try call.arrays("arrays")
      let isFlat = call["axis"] == nil && call.wasGiven("axis")
      if isFlat { arrays = try raveled(arrays) }
      let joined = try NumericArray.concatenate(arrays, axis: call.integer("axis") ?? 0)
      guard let dtype = try call.dtype() else { return .array(joined) }
      return .array(try joined.astype(dtype))
    },
    NumPyFunction("stack", "arrays, axis=0") { call throws(ArrayError) in
      .array(try NumericArray.stack(call.arrays("arrays"), axis: call.integer("axis") ?? 0))
    },
    NumPyFunction("vstack", "tup") { call throws(ArrayError) in
      var rows: [NumericArray] = []
      for array in try call.arrays("tup") {
        rows.append(try array.expanded(Array(0..<max(2 - array.ndim, 0))))
      }
      return .array(try NumericArray.concatenate(rows))
    },
    NumPyFunction("hstack", "tup") { call throws(ArrayError) in
      var parts: [NumericArray] = []
      for array in try call.arrays("tup") {
        parts.append(array.ndim == 0 ? try array.expanded([0]) : array)
      }
      return .array(
        try NumericArray.concatenate(parts, axis: (parts.first?.ndim ?? 1) == 1 ? 0 : 1))
    },
    NumPyFunction("dstack", "tup") { call throws(ArrayError) in
      var parts: [NumericArray] = []
      for array in try call.arrays("tup") {
        switch array.ndim {
        case 0, 1: parts.append(try array.reshaped([1, -1, 1]))
        case 2: parts.append(try array.expanded([2]))
        default: parts.append(array)
        }
      }
      return .array(try NumericArray.concatenate(parts, axis: 2))
    },
    NumPyFunction("column_stack", "tup") { call throws(ArrayError) in
      var parts: [NumericArray] = []
      for array in try call.arrays("tup") {
        parts.append(array.ndim < 2 ? try array.reshaped([-1, 1]) : array)
      }
      return .array(try NumericArray.concatenate(parts, axis: 1))
    },
    NumPyFunction("append", "arr, values, axis=None") { call throws(ArrayError) in
      let pair = [try call.array("arr"), try call.array("values")]
      guard let axis = try call.integer("axis") else {
        return .array(try NumericArray.concatenate(raveled(pair)))
      }
      return .array(try NumericArray.concatenate(pair, axis: axis))
    },
    NumPyFunction("split", "ary, indices_or_sections, axis=0") { call throws(ArrayError) in
      try split(call, axis: call.integer("axis") ?? 0, allowsUnequal: false)
    },
    NumPyFunction("array_split", "ary, indices_or_sections, axis=0") { call throws(ArrayError) in
      try split(call, axis: call.integer("axis") ?? 0, allowsUnequal: true)
    },
    NumPyFunction("hsplit", "ary, indices_or_sections") { call throws(ArrayError) in
      try split(call, axis: call.array("ary").ndim > 1 ? 1 : 0, allowsUnequal: false)
    },
    NumPyFunction("vsplit", "ary, indices_or_sections") { call throws(ArrayError) in
      try split(call, axis: 0, allowsUnequal: false)
    },
    NumPyFunction("tile", "A, reps") { call throws(ArrayError) in
      .array(try call.array("A").tiled(call.axes("reps") ?? []))
    },
    NumPyFunction("repeat", "a, repeats, axis=None") { call throws(ArrayError) in
      .array(
        try call.array().repeated(call.axes("repeats") ?? [], axis: call.integer("axis")))
    },
    NumPyFunction("take", "a, indices, axis=None") { call throws(ArrayError) in
      .result(try call.array().taking(call.array("indices"), axis: call.integer("axis")))
    },
    NumPyFunction("pad", "array, pad_width, mode='constant', constant_values=0", padded),
    NumPyFunction("delete", "arr, obj, axis=None") { call throws(ArrayError) in
      let whole = try call.array("arr")
      let axis = try call.integer("axis")
      let array = axis == nil ? try whole.raveled() : whole
      let place = try array.normalizedAxis(axis ?? 0)
      let extent = array.shape[place]
      let dropped = Set(try call.axes("obj") ?? [])
      for index in dropped where index < -extent || index >= extent {
        throw ArrayError(
          .indexError,
          "index \(index) is out of bounds for axis \(place) with size \(extent)")
      }
      let kept = (0..<extent).filter { !dropped.contains($0) && !dropped.contains($0 - extent) }
      return .array(try array.taking(NumericArray(integers: kept), axis: place))
    },
    NumPyFunction("diff", "a, n=1, axis=-1") { call throws(ArrayError) in
      var array = try call.array()
      for _ in 0..<max(try call.integer("n") ?? 1, 0) {
        if array.size == 0 { break }
        array = try array.differences(axis: call.integer("axis") ?? -1)
      }
      return .array(array)
    },
  ]

  private static func raveled(_ arrays: [NumericArray]) throws(ArrayError) -> [NumericArray] {
    var flat: [NumericArray] = []
    for array in arrays { flat.append(try array.raveled()) }
    return flat
  }

  private static func split(
    _ call: NumPyCall, axis: Int, allowsUnequal: Bool
  ) throws(ArrayError) -> NumPyValue {
    let array = try call.array("ary")
    let places = call["indices_or_sections"]
    if let count = try? places?.integer() {
      return .list(
        try array.split(into: count, axis: axis, allowsUnequal: allowsUnequal).map { .array($0) })
    }
    return .list(
      try array.split(at: places?.integers() ?? [], axis: axis).map { .array($0) })
  }

  @Sendable private static func padded(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    let array = try call.array("array")
    if let mode = call.text("mode"), mode != "constant" {
      throw ArrayError(.notImplementedError, "pad(mode='\(mode)') is not supported here")
    }
    let given = try call.array("pad_width")
    let widths = try given.broadcast(to: [array.ndim, 2]).integers()
    let pairs = (0..<array.ndim).map { (widths[2 * $0], widths[2 * $0 + 1]) }
    let value = try call["constant_values"]?.asArray().item() ?? .int(0)
    return .array(try array.padded(pairs, with: value))
  }
}
