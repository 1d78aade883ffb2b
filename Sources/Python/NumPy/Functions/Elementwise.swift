internal import Arrays

extension NumPyCatalog {
  /// Functions of every element, and of every pair.
  static let elementwise: [NumPyFunction] =
    UnaryFunction.all.map { function in
      NumPyFunction(function.name, "x, *, dtype=None") { call throws(ArrayError) in
        let array = try call.array("x")
        guard let dtype = try call.dtype() else { return .result(try function(array)) }
        return .result(try function(array.astype(dtype)))
      }
    }
    + BinaryFunction.all.map { function in
      NumPyFunction(function.name, "x1, x2, *, dtype=None") { call throws(ArrayError) in
        let result = try function(call.needed("x1"), call.needed("x2"))
        guard let dtype = try call.dtype() else { return .result(result) }
        return .result(try result.astype(dtype))
      }
    }
    + aliases.map { alias, function in
      NumPyFunction(alias, "x") { call throws(ArrayError) in
        .result(try function(call.array("x")))
      }
    }
    + pairAliases.map { alias, function in
      NumPyFunction(alias, "x1, x2") { call throws(ArrayError) in
        .result(try function(call.needed("x1"), call.needed("x2")))
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
