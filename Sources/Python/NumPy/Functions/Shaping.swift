internal import Arrays

extension NumPyCatalog {
  /// Functions that show an array in another shape or order.
  static let shaping: [NumPyFunction] = [
    NumPyFunction("reshape", "a, shape, order='C'") { call throws(ArrayError) in
      .array(try reshaped(call.array(), call.shape("shape") ?? [], call.text("order")))
    },
    NumPyFunction("ravel", "a, order='C'") { call throws(ArrayError) in
      .array(try reshaped(call.array(), [-1], call.text("order")))
    },
    NumPyFunction("transpose", "a, axes=None") { call throws(ArrayError) in
      .array(try call.array().transposed(call.axes("axes")))
    },
    NumPyFunction("swapaxes", "a, axis1, axis2") { call throws(ArrayError) in
      .array(try call.array().swapAxes(call.integer("axis1") ?? 0, call.integer("axis2") ?? 0))
    },
    NumPyFunction("moveaxis", "a, source, destination") { call throws(ArrayError) in
      let array = try call.array()
      let source = try array.normalizedAxis(call.integer("source") ?? 0)
      var order = (0..<array.ndim).filter { $0 != source }
      order.insert(source, at: try array.normalizedAxis(call.integer("destination") ?? 0))
      return .array(try array.transposed(order))
    },
    NumPyFunction("squeeze", "a, axis=None") { call throws(ArrayError) in
      .array(try call.array().squeezed(call.axes()))
    },
    NumPyFunction("expand_dims", "a, axis") { call throws(ArrayError) in
      .array(try call.array().expanded(call.axes() ?? []))
    },
    NumPyFunction("flip", "m, axis=None") { call throws(ArrayError) in
      .array(try call.array("m").flipped(call.axes()))
    },
    NumPyFunction("fliplr", "m") { call throws(ArrayError) in
      .array(try call.array("m").flipped([1]))
    },
    NumPyFunction("flipud", "m") { call throws(ArrayError) in
      .array(try call.array("m").flipped([0]))
    },
    NumPyFunction("rot90", "m, k=1") { call throws(ArrayError) in
      var array = try call.array("m")
      let turns = (((try call.integer("k") ?? 1) % 4) + 4) % 4
      for _ in 0..<turns { array = try array.flipped([1]).swapAxes(0, 1) }
      return .array(array)
    },
    NumPyFunction("roll", "a, shift, axis=None") { call throws(ArrayError) in
      .array(try call.array().rolled(call.integer("shift") ?? 0, axis: call.integer("axis")))
    },
    NumPyFunction("diagonal", "a, offset=0") { call throws(ArrayError) in
      .array(try call.array().diagonal(call.integer("offset") ?? 0))
    },
    NumPyFunction("broadcast_to", "array, shape") { call throws(ArrayError) in
      .array(try call.array("array").broadcast(to: call.shape("shape") ?? []))
    },
    NumPyFunction("shape", "a") { call throws(ArrayError) in
      .tuple(try call.array().shape.map { .int($0) })
    },
    NumPyFunction("ndim", "a") { call throws(ArrayError) in .int(try call.array().ndim) },
    NumPyFunction("size", "a, axis=None") { call throws(ArrayError) in
      let array = try call.array()
      guard let axis = try call.integer("axis") else { return .int(array.size) }
      return .int(array.shape[try array.normalizedAxis(axis)])
    },
    NumPyFunction("atleast_1d", "a") { call throws(ArrayError) in try atLeast(1, call) },
    NumPyFunction("atleast_2d", "a") { call throws(ArrayError) in try atLeast(2, call) },
  ]

  /// A shape in row-major (`C`) or column-major (`F`) order.
  static func reshaped(
    _ array: NumericArray, _ shape: [Int], _ order: String?
  ) throws(ArrayError) -> NumericArray {
    switch order {
    case nil, "C", "A", "K": return try array.reshaped(shape)
    case "F": return try array.transposed().reshaped(shape.reversed()).transposed()
    default:
      throw ArrayError(
        .valueError, "order must be one of 'C', 'F', 'A', or 'K' (got '\(order ?? "")')")
    }
  }

  private static func atLeast(_ rank: Int, _ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    let array = try call.array()
    return .array(try array.expanded(Array(0..<max(rank - array.ndim, 0))))
  }
}
