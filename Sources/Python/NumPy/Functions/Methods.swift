internal import Arrays

extension NumPyCatalog {
  /// Methods that no function is called like, or that take their arguments differently.
  static let ownMethods: [NumPyFunction] = [
    NumPyFunction("reshape", "a, *shape, order='C'") { call throws(ArrayError) in
      .array(try reshaped(call.array(), call.extents("shape"), call.text("order")))
    },
    NumPyFunction("transpose", "a, *axes") { call throws(ArrayError) in
      let axes = try call.extents("axes")
      return .array(try call.array().transposed(axes.isEmpty ? nil : axes))
    },
    NumPyFunction("flatten", "a, order='C'") { call throws(ArrayError) in
      .array(try reshaped(call.array(), [-1], call.text("order")).copy())
    },
    NumPyFunction("astype", "a, dtype, copy=True") { call throws(ArrayError) in
      let array = try call.array()
      let dtype = try call.dtype() ?? .float64
      return .result(try call.session.cast(array, to: dtype))
    },
    NumPyFunction("copy", "a, order='C'") { call throws(ArrayError) in
      .result(try call.array().copy())
    },
    NumPyFunction("fill", "a, value") { call throws(ArrayError) in
      let (array, value) = (try call.array(), try call.array("value"))
      try call.session.watching("cast") { (watch) throws(ArrayError) in
        try array.assign(value, watch: watch)
      }
      return .none
    },
    NumPyFunction("tolist", "a") { call throws(ArrayError) in
      NumPyValue(try call.array().nested())
    },
    NumPyFunction("item", "a, *args") { call throws(ArrayError) in
      let array = try call.array()
      let places = try call.extents("args")
      if places.isEmpty { return NumPyValue(try array.item()) }
      let found =
        places.count == 1
        ? try array.raveled()[[.integer(places[0])]] : try array[places.map { .integer($0) }]
      return NumPyValue(try found.item())
    },
    NumPyFunction("sort", "a, axis=-1") { call throws(ArrayError) in
      let array = try call.array()
      try array.assign(array.sorted(axis: lineAxis(call)))
      return .none
    },
    NumPyFunction("view", "a") { call throws(ArrayError) in .array(try call.array()) },
    NumPyFunction("numpy", "a") { call throws(ArrayError) in .result(try call.array()) },
    NumPyFunction("tobytes", "a") { call throws(ArrayError) in
      throw ArrayError(.notImplementedError, "tobytes() is not supported here")
    },
  ]
}

extension NumPyCall {
  /// Integers that are given one by one or as one sequence.
  func extents(_ name: String) throws(ArrayError) -> [Int] {
    guard case .tuple(let items)? = self[name] else { return [] }
    if items.count == 1 {
      if case .none = items[0] { return [] }
      return try items[0].integers()
    }
    return try NumPyValue.tuple(items).integers()
  }
}
