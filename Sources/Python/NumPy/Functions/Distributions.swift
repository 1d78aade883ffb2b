internal import Arrays

extension NumPyCatalog {
  /// The distributions, which both kinds of generators have.
  static let distributions: [NumPyFunction] =
    (located + shaped + whole).map(\.function) + [multinomial, dirichlet]

  private static let located: [Distribution] = [
    Distribution("normal", [.init("loc", 0), .init("scale", 1, .notNegative)]) {
      $1[0] + $1[1] * $0.normal()
    },
    Distribution("lognormal", [.init("mean", 0), .init("sigma", 1, .notNegative)]) {
      $0.logNormal($1[0], $1[1])
    },
    Distribution("laplace", [.init("loc", 0), .init("scale", 1, .notNegative)]) {
      $0.laplace($1[0], $1[1])
    },
    Distribution("logistic", [.init("loc", 0), .init("scale", 1, .notNegative)]) {
      $0.logistic($1[0], $1[1])
    },
    Distribution("gumbel", [.init("loc", 0), .init("scale", 1, .notNegative)]) {
      $0.gumbel($1[0], $1[1])
    },
    Distribution("uniform", [.init("low", 0), .init("high", 1)], check: isRange) {
      $1[0] + ($1[1] - $1[0]) * $0.unit()
    },
    Distribution(
      "triangular", [.init("left"), .init("mode"), .init("right")], check: isTriangle
    ) { $0.triangular($1[0], $1[1], $1[2]) },
    Distribution("exponential", [.init("scale", 1, .notNegative)]) { $1[0] * $0.exponential() },
    Distribution("rayleigh", [.init("scale", 1, .notNegative)]) { $1[0] * $0.rayleigh() },
  ]

  private static let shaped: [Distribution] = [
    Distribution("gamma", [.init("shape", nil, .notNegative), .init("scale", 1, .notNegative)]) {
      $1[1] * $0.gamma($1[0])
    },
    Distribution("standard_gamma", [.init("shape", nil, .notNegative)]) { $0.gamma($1[0]) },
    Distribution("beta", [.init("a", nil, .positive), .init("b", nil, .positive)]) {
      $0.beta($1[0], $1[1])
    },
    Distribution("chisquare", [.init("df", nil, .positive)]) { $0.chiSquared($1[0]) },
    Distribution("f", [.init("dfnum", nil, .positive), .init("dfden", nil, .positive)]) {
      $0.varianceRatio($1[0], $1[1])
    },
    Distribution("standard_t", [.init("df", nil, .positive)]) { $0.studentT($1[0]) },
    Distribution("pareto", [.init("a", nil, .positive)]) { $0.pareto($1[0]) },
    Distribution("weibull", [.init("a", nil, .notNegative)]) { $0.weibull($1[0]) },
    Distribution("power", [.init("a", nil, .positive)]) { $0.power($1[0]) },
  ]

  private static let whole: [Distribution] = [
    Distribution("binomial", [.init("n"), .init("p", nil, .unit)], isWhole: true, check: isCount) {
      Double($0.binomial(Int($1[0]), $1[1]))
    },
    Distribution("poisson", [.init("lam", 1, .rate)], isWhole: true) { $0.poisson($1[0]) },
    Distribution("geometric", [.init("p", nil, .positiveUnit)], isWhole: true) {
      $0.geometric($1[0])
    },
    Distribution(
      "negative_binomial", [.init("n", nil, .positive), .init("p", nil, .positiveUnit)],
      isWhole: true
    ) { $0.negativeBinomial($1[0], $1[1]) },
  ]

  private static let multinomial = NumPyFunction("multinomial", "self, n, pvals, size=None") {
    call throws(ArrayError) in
    let generator = try call.generator()
    let (count, weights) = (try call.integer("n") ?? 0, try row("pvals", call))
    if count < 0 { throw ArrayError(.valueError, "n < 0") }
    guard weights.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
      throw ArrayError(.valueError, "pvals < 0, pvals > 1 or pvals contains NaNs")
    }
    if weights.dropLast().reduce(0, +) > 1 + 1e-12 {
      throw ArrayError(.valueError, "sum(pvals[:-1]) > 1.0")
    }
    return try rows(call, weights.count, dtype: .int64) {
      generator.multinomial(count, weights).map { Double($0) }
    }
  }

  private static let dirichlet = NumPyFunction("dirichlet", "self, alpha, size=None") {
    call throws(ArrayError) in
    let generator = try call.generator()
    let concentrations = try row("alpha", call)
    if concentrations.contains(where: { $0 <= 0 }) {
      throw ArrayError(.valueError, "alpha <= 0")
    }
    return try rows(call, concentrations.count, dtype: .float64) {
      generator.dirichlet(concentrations)
    }
  }

  /// A parameter that is a row of numbers.
  private static func row(_ name: String, _ call: NumPyCall) throws(ArrayError) -> [Double] {
    let array = try call.array(name)
    guard array.ndim == 1 else {
      throw ArrayError(
        .valueError, "\(call.name)() takes one row of numbers for '\(name)' here")
    }
    return array.reals()
  }

  /// An array of the size that a call asks for, of rows that are drawn together.
  private static func rows(
    _ call: NumPyCall, _ count: Int, dtype: DType, _ next: () -> [Double]
  ) throws(ArrayError) -> NumPyValue {
    let outer = try call["size"]?.integers() ?? []
    let shape = outer + [count]
    _ = try ArrayLimit.count(of: shape, dtype: dtype)
    var values: [Double] = []
    for _ in 0..<outer.reduce(1, *) { values += next() }
    return .array(try NumericArray(reals: values, shape: shape, dtype: dtype))
  }

  @Sendable private static func isRange(
    _ values: [Double], _ isLegacy: Bool
  ) throws(ArrayError) {
    guard (values[1] - values[0]).isFinite else {
      throw ArrayError(
        .overflowError,
        isLegacy ? "Range exceeds valid bounds" : "high - low range exceeds valid bounds")
    }
    if !isLegacy, values[1] < values[0] { throw ArrayError(.valueError, "high - low < 0") }
  }

  @Sendable private static func isTriangle(
    _ values: [Double], _ isLegacy: Bool
  ) throws(ArrayError) {
    if values[0] > values[1] { throw ArrayError(.valueError, "left > mode") }
    if values[1] > values[2] { throw ArrayError(.valueError, "mode > right") }
    if values[0] == values[2] { throw ArrayError(.valueError, "left == right") }
  }

  @Sendable private static func isCount(
    _ values: [Double], _ isLegacy: Bool
  ) throws(ArrayError) {
    if values[0] < 0 { throw ArrayError(.valueError, "n < 0") }
    guard values[0] < 9.2e18 else { throw ArrayError(.valueError, "n too large") }
  }
}
