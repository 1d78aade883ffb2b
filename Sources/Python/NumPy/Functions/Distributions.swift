internal import Arrays

extension NumPyCatalog {
  /// Distributions that both kinds of generators draw alike.
  static let counts: [NumPyFunction] = [
    NumPyFunction("binomial", "self, n, p, size=None") { call throws(ArrayError) in
      let (count, p) = (try call.integer("n") ?? 0, try call.real("p") ?? 0)
      if count < 0 { throw ArrayError(.valueError, "n < 0") }
      guard p >= 0, p <= 1 else {
        throw ArrayError(.valueError, "p < 0, p > 1 or p is NaN")
      }
      guard min(p, 1 - p) * Double(count) <= 30 else {
        throw ArrayError(
          .notImplementedError, "binomial with n * p above 30 is not supported here")
      }
      return try whole(call) { $0.binomial(count, p) ?? 0 }
    },
    NumPyFunction("poisson", "self, lam=1.0, size=None") { call throws(ArrayError) in
      let mean = try call.real("lam") ?? 1
      guard mean >= 0, mean < 1e9 else {
        throw ArrayError(
          .valueError, mean > 0 ? "lam value too large" : "lam < 0 or lam contains NaNs")
      }
      return try whole(call) { $0.poisson(mean) }
    },
  ]

  /// Distributions of the legacy generator.
  static let distributions: [NumPyFunction] = [
    NumPyFunction("exponential", "self, scale=1.0, size=None") { call throws(ArrayError) in
      let scale = try parameter("scale", call) ?? 1
      return try numbers(call) { scale * $0.exponential() }
    },
    NumPyFunction("standard_exponential", "self, size=None") { call throws(ArrayError) in
      try numbers(call) { $0.exponential() }
    },
    NumPyFunction("gamma", "self, shape, scale=1.0, size=None") { call throws(ArrayError) in
      let (shape, scale) = (try parameter("shape", call) ?? 0, try parameter("scale", call) ?? 1)
      return try numbers(call) { scale * $0.gamma(shape) }
    },
    NumPyFunction("standard_gamma", "self, shape, size=None") { call throws(ArrayError) in
      let shape = try parameter("shape", call) ?? 0
      return try numbers(call) { $0.gamma(shape) }
    },
    NumPyFunction("chisquare", "self, df, size=None") { call throws(ArrayError) in
      let freedom = try call.real("df") ?? 0
      guard freedom > 0 else { throw ArrayError(.valueError, "df <= 0") }
      return try numbers(call) { 2 * $0.gamma(freedom / 2) }
    },
    NumPyFunction("beta", "self, a, b, size=None") { call throws(ArrayError) in
      let (a, b) = (try call.real("a") ?? 0, try call.real("b") ?? 0)
      guard a > 0 else { throw ArrayError(.valueError, "a <= 0") }
      guard b > 0 else { throw ArrayError(.valueError, "b <= 0") }
      return try numbers(call) { $0.beta(a, b) }
    },
    NumPyFunction("lognormal", "self, mean=0.0, sigma=1.0, size=None") { call throws(ArrayError) in
      let (mean, deviation) = (try call.real("mean") ?? 0, try call.real("sigma") ?? 1)
      if deviation < 0 { throw ArrayError(.valueError, "sigma < 0") }
      let normal = try numbers(call) { mean + deviation * $0.normal() }
      guard case .float(let number) = normal else {
        return .array(try UnaryFunction.exponential(normal.asArray()))
      }
      return NumPyValue(
        try UnaryFunction.exponential(NumericArray(scalar: .real(number))).item())
    },
  ]

  /// A parameter that must not be negative.
  private static func parameter(_ name: String, _ call: NumPyCall) throws(ArrayError) -> Double? {
    let value = try call.real(name)
    if let value, !(value >= 0) { throw ArrayError(.valueError, "\(name) < 0") }
    return value
  }

  /// One Python float without a size, otherwise an array.
  private static func numbers(
    _ call: NumPyCall, _ next: (RandomGenerator) -> Double
  ) throws(ArrayError) -> NumPyValue {
    let generator = try call.generator()
    guard let shape = try call["size"]?.integers() else { return .float(next(generator)) }
    return .array(try generator.array(shape, next))
  }

  /// One integer without a size, otherwise an array.
  private static func whole(
    _ call: NumPyCall, _ next: (RandomGenerator) -> Int
  ) throws(ArrayError) -> NumPyValue {
    let generator = try call.generator()
    guard let shape = try call["size"]?.integers() else {
      let drawn = next(generator)
      return generator.isLegacy ? .int(drawn) : .scalar(NumericArray(scalar: .int(drawn)))
    }
    return .array(try generator.array(shape, dtype: .int64) { Double(next($0)) })
  }
}
