internal import Arrays

extension NumPyCatalog {
  /// Functions of every element, and of every pair.
  static let elementwise: [NumPyFunction] =
    UnaryFunction.all.map { function in
      NumPyFunction(function.name, "x, *, dtype=None") { call throws(ArrayError) in
        let array = try call.array("x")
        guard let dtype = try call.dtype() else {
          return .result(try call.session.apply(function, array))
        }
        return .result(try call.session.apply(function, array.astype(dtype)))
      }
    }
    + BinaryFunction.all.map { function in
      NumPyFunction(function.name, "x1, x2, *, dtype=None") { call throws(ArrayError) in
        let result = try call.pair(function)
        guard let dtype = try call.dtype() else { return .result(result) }
        return .result(try result.astype(dtype))
      }
    }
    + aliases.map { alias, function in
      NumPyFunction(alias, "x") { call throws(ArrayError) in
        .result(try call.session.apply(function, call.array("x")))
      }
    }
    + pairAliases.map { alias, function in
      NumPyFunction(alias, "x1, x2") { call throws(ArrayError) in
        .result(try call.pair(function))
      }
    } + rounding

  private static let aliases: [(String, UnaryFunction)] = named(
    UnaryFunction.all, \.name,
    [
      ("abs", "absolute"), ("fabs", "absolute"), ("radians", "deg2rad"), ("degrees", "rad2deg"),
      ("acos", "arccos"), ("asin", "arcsin"), ("atan", "arctan"), ("fix", "trunc"),
    ])

  private static let pairAliases: [(String, BinaryFunction)] = named(
    BinaryFunction.all, \.name,
    [
      ("mod", "remainder"), ("true_divide", "divide"), ("pow", "power"), ("atan2", "arctan2"),
    ])

  private static func named<Function>(
    _ all: [Function], _ name: (Function) -> String, _ pairs: [(String, String)]
  ) -> [(String, Function)] {
    pairs.compactMap { alias, original in
      all.first { name($0) == original }.map { (alias, $0) }
    }
  }

  private static let rounding: [NumPyFunction] = [
    NumPyFunction("round", "a, decimals=0", rounded),
    NumPyFunction("around", "a, decimals=0", rounded),
    NumPyFunction("clip", "a, a_min=None, a_max=None, *, min=None, max=None") {
      call throws(ArrayError) in
      .result(
        try call.array().clipped(
          call.operand(call.wasGiven("min") ? "min" : "a_min"),
          call.operand(call.wasGiven("max") ? "max" : "a_max")))
    },
    NumPyFunction("invert", "x") { call throws(ArrayError) in
      .result(try call.array("x").inverted())
    },
    NumPyFunction("nan_to_num", "x, copy=True, nan=0.0") { call throws(ArrayError) in
      let array = try call.array("x")
      let nan = try UnaryFunction.isnan(array)
      return .result(
        try NumericArray.where(nan, .python(.real(call.real("nan") ?? 0)), .array(array)))
    },
  ]

  @Sendable private static func rounded(_ call: NumPyCall) throws(ArrayError) -> NumPyValue {
    .result(try call.array().rounded(call.integer("decimals") ?? 0))
  }
}

extension NumPyCall {
  /// A function of each pair of elements, with what goes wrong noted.
  fileprivate func pair(_ function: BinaryFunction) throws(ArrayError) -> NumericArray {
    let (a, b) = (try needed("x1"), try needed("x2"))
    return try session.watching(function.name) { (watch) throws(ArrayError) in
      try function(a, b, watch: watch)
    }
  }
}
