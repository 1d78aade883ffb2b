#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Distributions over the whole numbers, drawn as NumPy draws them; as doubles, since some have no bound.
///
/// Source: Kachitvichyanukul and Schmeiser, "Binomial Random Variate Generation", 1988; Hörmann, "The Transformed
/// Rejection Method for Generating Poisson Random Variables", 1993.
extension RandomGenerator {
  /// How many of `count` tries succeed.
  package func binomial(_ count: Int, _ p: Double) -> Int {
    if count == 0 || p == 0 { return 0 }
    let q = p > 0.5 ? 1 - p : p
    let drawn =
      q * Double(count) <= 30 ? inverted(count, q) : BinomialHat(count, q).draw(from: self)
    return p > 0.5 ? count - drawn : drawn
  }

  private func inverted(_ count: Int, _ p: Double) -> Int {
    let n = Double(count)
    let q = 1 - p
    let start = exp(n * log(q))
    let mean = n * p
    let bound = Int(min(n, mean + 10 * (mean * q + 1).squareRoot()))
    var (x, px, u) = (0, start, unit())
    while u > px {
      x += 1
      if x > bound {
        (x, px, u) = (0, start, unit())
      } else {
        u -= px
        px = (Double(count - x + 1) * p * px) / (Double(x) * q)
      }
    }
    return x
  }

  /// A Poisson number.
  package func poisson(_ mean: Double) -> Double {
    if mean == 0 { return 0 }
    if mean >= 10 { return largePoisson(mean) }
    let least = exp(-mean)
    var (count, product) = (0.0, 1.0)
    while true {
      product *= unit()
      if product <= least { return count }
      count += 1
    }
  }

  private func largePoisson(_ mean: Double) -> Double {
    let (root, logMean) = (mean.squareRoot(), log(mean))
    let b = 0.931 + 2.53 * root
    let a = -0.059 + 0.02483 * b
    let inverse = 1.1239 + 1.1328 / (b - 3.4)
    let limit = 0.9277 - 3.6224 / (b - 2)
    while true {
      let (u, v) = (unit() - 0.5, unit())
      let us = 0.5 - u.magnitude
      let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07, v <= limit { return k }
      if k < 0 || (us < 0.013 && v > us) { continue }
      let left = log(v) + log(inverse) - log(a / (us * us) + b)
      if left <= -mean + k * logMean - Self.logGamma(k + 1) { return k }
    }
  }

  /// How many tries the first success takes.
  package func geometric(_ p: Double) -> Double {
    guard p >= 0.333333333333333333333333 else {
      let z = isLegacy ? log1p(-unit()) / log1p(-p) : -exponential() / log1p(-p)
      return z.rounded(.up)
    }
    let u = unit()
    var (count, product, sum) = (1.0, p, p)
    while u > sum {
      product *= 1 - p
      sum += product
      count += 1
    }
    return count
  }

  /// How many tries fail before so many succeed.
  package func negativeBinomial(_ successes: Double, _ p: Double) -> Double {
    poisson(gamma(successes) * ((1 - p) / p))
  }

  /// How many of `count` tries fall on each of the weights.
  package func multinomial(_ count: Int, _ weights: [Double]) -> [Int] {
    var (left, rest) = (count, 1.0)
    var drawn = Array(repeating: 0, count: weights.count)
    for place in weights.indices.dropLast() {
      // What rounding leaves of the rest may be less than the weight.
      let share = weights[place] / rest
      drawn[place] = binomial(left, share < 1 ? max(share, 0) : 1)
      left -= drawn[place]
      if left <= 0 { return drawn }
      rest -= weights[place]
    }
    if !drawn.isEmpty { drawn[drawn.count - 1] = left }
    return drawn
  }

  private static let series: [Double] = [
    8.333333333333333e-02, -2.777777777777778e-03, 7.936507936507937e-04, -5.952380952380952e-04,
    8.417508417508418e-04, -1.917526917526918e-03, 6.410256410256410e-03, -2.955065359477124e-02,
    1.796443723688307e-01, -1.39243221690590e+00,
  ]

  /// The logarithm of the gamma function as NumPy's generators have it.
  private static func logGamma(_ x: Double) -> Double {
    if x == 1 || x == 2 { return 0 }
    let steps = x < 7 ? Int(7 - x) : 0
    var far = x + Double(steps)
    let square = (1 / far) * (1 / far)
    var sum = series[9]
    for k in (0...8).reversed() { sum = sum * square + series[k] }
    var result = sum / far + 0.5 * 1.8378770664093453e+00 + (far - 0.5) * log(far) - far
    for _ in 0..<steps {
      result -= log(far - 1)
      far -= 1
    }
    return result
  }
}
