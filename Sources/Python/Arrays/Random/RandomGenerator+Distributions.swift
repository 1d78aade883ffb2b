#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Distributions over the real numbers, drawn as NumPy draws them.
///
/// Source: Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables", 2000, for gamma; Jöhnk, 1964, for
/// beta; inverted distribution functions for most others.
extension RandomGenerator {
  /// A gamma number of scale 1; the shape must not be negative.
  package func gamma(_ shape: Double) -> Double {
    if shape == 1 { return exponential() }
    if shape == 0 { return 0 }
    if shape < 1 { return smallGamma(shape) }
    let b = shape - 1.0 / 3
    let c = 1 / (9 * b).squareRoot()
    while true {
      var (x, v) = (0.0, 0.0)
      repeat {
        x = normal()
        v = 1 + c * x
      } while v <= 0
      v = v * v * v
      let u = unit()
      if u < 1 - 0.0331 * (x * x) * (x * x) { return b * v }
      if log(u) < 0.5 * x * x + b * (1 - v + log(v)) { return b * v }
    }
  }

  private func smallGamma(_ shape: Double) -> Double {
    while true {
      let (u, v) = (unit(), exponential())
      if u <= 1 - shape {
        let x = pow(u, 1 / shape)
        if x <= v { return x }
      } else {
        let y = -log((1 - u) / shape)
        let x = pow(1 - shape + shape * y, 1 / shape)
        if x <= v + y { return x }
      }
    }
  }

  /// A beta number; both parameters must be above 0.
  package func beta(_ a: Double, _ b: Double) -> Double {
    guard a <= 1, b <= 1 else {
      let x = gamma(a)
      return x / (x + gamma(b))
    }
    while true {
      let (u, v) = (unit(), unit())
      let (x, y) = (pow(u, 1 / a), pow(v, 1 / b))
      guard x + y <= 1, u + v > 0 else { continue }
      if x + y > 0 { return x / (x + y) }
      let (logX, logY) = (log(u) / a, log(v) / b)
      let most = max(logX, logY)
      return exp(logX - most - log(exp(logX - most) + exp(logY - most)))
    }
  }

  /// A chi-squared number of so many degrees of freedom.
  package func chiSquared(_ freedom: Double) -> Double { 2 * gamma(freedom / 2) }

  /// The quotient of two chi-squared numbers, each over its degrees of freedom.
  package func varianceRatio(_ upper: Double, _ lower: Double) -> Double {
    let above = chiSquared(upper) * lower
    return above / (chiSquared(lower) * upper)
  }

  /// Student's t.
  package func studentT(_ freedom: Double) -> Double {
    let above = (freedom / 2).squareRoot() * normal()
    return above / gamma(freedom / 2).squareRoot()
  }

  /// A Pareto number of scale 1, less 1.
  package func pareto(_ shape: Double) -> Double {
    isLegacy ? exp(exponential() / shape) - 1 : expm1(exponential() / shape)
  }

  /// A Weibull number of scale 1; 0 where the shape is.
  package func weibull(_ shape: Double) -> Double {
    shape == 0 ? 0 : pow(exponential(), 1 / shape)
  }

  /// A number in `[0, 1]` whose density is `shape * x ** (shape - 1)`.
  package func power(_ shape: Double) -> Double {
    pow(isLegacy ? 1 - exp(-exponential()) : -expm1(-exponential()), 1 / shape)
  }

  /// A Rayleigh number of mode 1.
  package func rayleigh() -> Double {
    (isLegacy ? -2 * log1p(-unit()) : 2 * exponential()).squareRoot()
  }

  /// A number of the double exponential distribution.
  package func laplace(_ mean: Double, _ scale: Double) -> Double {
    while true {
      let u = unit()
      if u >= 0.5 { return mean - scale * log(2 - u - u) }
      if u > 0 { return mean + scale * log(u + u) }
    }
  }

  /// A number of the Gumbel distribution of largest values.
  package func gumbel(_ mode: Double, _ scale: Double) -> Double {
    while true {
      let u = 1 - unit()
      if u < 1 { return mode - scale * log(-log(u)) }
    }
  }

  /// A number of the logistic distribution.
  package func logistic(_ mean: Double, _ scale: Double) -> Double {
    while true {
      let u = unit()
      if u > 0 { return mean + scale * log(u / (1 - u)) }
    }
  }

  /// The exponential of a normal number of that mean and deviation.
  package func logNormal(_ mean: Double, _ deviation: Double) -> Double {
    exp(mean + deviation * normal())
  }

  /// A number between `left` and `right`, likeliest at `mode`.
  package func triangular(_ left: Double, _ mode: Double, _ right: Double) -> Double {
    let base = right - left
    let u = unit()
    return u <= (mode - left) / base
      ? left + (u * ((mode - left) * base)).squareRoot()
      : right - ((1 - u) * ((right - mode) * base)).squareRoot()
  }

  /// Parts of one, one for each concentration.
  package func dirichlet(_ concentrations: [Double]) -> [Double] {
    if !isLegacy, let most = concentrations.max(), most < 0.1 { return broken(concentrations) }
    let parts = concentrations.map { gamma($0) }
    let factor = 1 / parts.reduce(0, +)
    return parts.map { $0 * factor }
  }

  /// The parts by breaking a stick, which small concentrations need: their gamma numbers are zeros.
  private func broken(_ concentrations: [Double]) -> [Double] {
    var rests: [Double] = []
    var sum = 0.0
    for concentration in concentrations.reversed() {
      sum += concentration
      rests.append(sum)
    }
    rests.reverse()
    var (left, parts): (Double, [Double]) = (1, [])
    for place in concentrations.indices.dropLast() {
      let part = beta(concentrations[place], rests[place + 1])
      parts.append(left * part)
      left *= 1 - part
    }
    return parts + [left]
  }
}
