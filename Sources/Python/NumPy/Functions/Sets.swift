internal import Arrays

extension NumPyCatalog {
  /// Functions that sort, search and count.
  static let sets: [NumPyFunction] = [
    NumPyFunction("sort", "a, axis=-1") { call throws(ArrayError) in
      .array(try call.array().sorted(axis: lineAxis(call)))
    },
    NumPyFunction("argsort", "a, axis=-1, kind=None") { call throws(ArrayError) in
      .array(try call.array().argsorted(axis: lineAxis(call)))
    },
    NumPyFunction("unique", "ar, return_index=False, return_inverse=False, return_counts=False") {
      call throws(ArrayError) in
      let texts = try call.texts("ar")
      let array = if let texts { texts.places } else { try call.array("ar") }
      func values(_ array: NumericArray) -> NumPyValue {
        texts.map { .texts($0.with(array)) } ?? .array(array)
      }
      let (wantsIndex, wantsInverse) = (
        try call.flag("return_index"), try call.flag("return_inverse")
      )
      guard wantsIndex || wantsInverse else {
        let found = try array.uniqueCounts()
        return try call.flag("return_counts")
          ? .tuple([values(found.values), .array(found.counts)]) : values(found.values)
      }
      let found = try UniqueElements(array)
      var results: [NumPyValue] = [values(found.values)]
      if wantsIndex { results.append(.array(found.firstIndices)) }
      if wantsInverse { results.append(.array(found.inverse)) }
      if try call.flag("return_counts") { results.append(.array(found.counts)) }
      return results.count == 1 ? results[0] : .tuple(results)
    },
    NumPyFunction("where", "condition, x=None, y=None") { call throws(ArrayError) in
      let condition = try call.array("condition")
      guard let one = try call.operand("x"), let two = try call.operand("y") else {
        guard call["x"] == nil, call["y"] == nil else {
          throw ArrayError(.valueError, "either both or neither of x and y should be given")
        }
        return .tuple(try condition.nonzero().map { .array($0) })
      }
      return .array(try NumericArray.where(condition, one, two))
    },
    NumPyFunction("nonzero", "a") { call throws(ArrayError) in
      .tuple(try call.array().nonzero().map { .array($0) })
    },
    NumPyFunction("flatnonzero", "a") { call throws(ArrayError) in
      .array(try call.array().raveled().nonzero()[0])
    },
    NumPyFunction("argwhere", "a") { call throws(ArrayError) in
      .array(try call.array().argwhere())
    },
    NumPyFunction("bincount", "x, weights=None, minlength=0") { call throws(ArrayError) in
      let weights = call["weights"] == nil ? nil : try call.array("weights")
      return .array(
        try call.array("x").binCounts(
          minimumLength: call.integer("minlength") ?? 0, weights: weights))
    },
    NumPyFunction("histogram", "a, bins=10, range=None", histogram),
    NumPyFunction("isin", "element, test_elements, *, invert=False", membership),
    NumPyFunction("in1d", "element, test_elements, *, invert=False", membership),
    NumPyFunction("searchsorted", "a, v, side='left'") { call throws(ArrayError) in
      .result(
        try call.array().searchSorted(
          call.array("v"), fromRight: call.text("side") == "right"))
    },
    NumPyFunction("digitize", "x, bins, right=False") { call throws(ArrayError) in
      .result(
        try call.array("bins").searchSorted(
          call.array("x"), fromRight: !call.flag("right")))
    },
    NumPyFunction("unravel_index", "indices, shape") { call throws(ArrayError) in
      var rest = try call.integer("indices") ?? 0
      let shape = try call.shape("shape") ?? []
      let count = shape.reduce(1, &*)
      guard rest >= 0, rest < count else {
        throw ArrayError(
          .valueError, "index \(rest) is out of bounds for array with size \(count)")
      }
      var places: [NumPyValue] = []
      for extent in shape.reversed() {
        places.insert(.scalar(NumericArray(scalar: .int(rest % extent))), at: 0)
        rest /= extent
      }
      return .tuple(places)
    },
  ]

  static func lineAxis(_ call: NumPyCall) throws(ArrayError) -> Int? {
    call.wasGiven("axis") ? try call.integer("axis") : -1
  }

  @Sendable private static func membership(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    .result(
      try call.array("element").isIn(
        call.array("test_elements"), inverted: call.flag("invert")))
  }

  @Sendable private static func histogram(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    let array = try call.array()
    let range = call["range"] == nil ? nil : try call.array("range").reals()
    guard let bins = try? (call.integer("bins") ?? 10) else {
      let edges = try call.array("bins")
      return .tuple([.array(try array.histogram(edges: edges)), .array(edges)])
    }
    let result = try array.histogram(
      bins: bins, range: range.flatMap { $0.count == 2 ? ($0[0], $0[1]) : nil })
    return .tuple([.array(result.counts), .array(result.edges)])
  }
}
