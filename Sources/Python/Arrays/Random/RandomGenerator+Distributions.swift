#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Distributions of the legacy stream, drawn as NumPy draws them.
///
/// Source: NumPy's `legacy-distributions.c` and `distributions.c`; Marsaglia and Tsang for gamma,
/// Jöhnk for beta, Hörmann's PTRS for Poisson.
extension RandomGenerator {
  /// An exponential number of scale 1.
  package func exponential() -> Double { -log(1 - unit()) }

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

  /// How many of `count` tries succeed; nil where the expected number is above 30, which NumPy
  /// draws by another algorithm.
  package func binomial(_ count: Int, _ p: Double) -> Int? {
    let isLikely = p > 0.5
    let q = isLikely ? 1 - p : p
    if count == 0 || p == 0 { return 0 }
    guard q * Double(count) <= 30 else { return nil }
    let drawn = inverted(count, q)
    return isLikely ? count - drawn : drawn
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
  package func poisson(_ mean: Double) -> Int {
    if mean == 0 { return 0 }
    if mean >= 10 { return largePoisson(mean) }
    let least = exp(-mean)
    var (count, product) = (0, 1.0)
    while true {
      product *= unit()
      if product <= least { return count }
      count += 1
    }
  }

  private func largePoisson(_ mean: Double) -> Int {
    let (root, logMean) = (mean.squareRoot(), log(mean))
    let b = 0.931 + 2.53 * root
    let a = -0.059 + 0.02483 * b
    let inverse = 1.1239 + 1.1328 / (b - 3.4)
    let limit = 0.9277 - 3.6224 / (b - 2)
    while true {
      let (u, v) = (unit() - 0.5, unit())
      let us = 0.5 - u.magnitude
      let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07, v <= limit { return Int(k) }
      if k < 0 || (us < 0.013 && v > us) { continue }
      let left = log(v) + log(inverse) - log(a / (us * us) + b)
      if left <= -mean + k * logMean - Self.logGamma(k + 1) { return Int(k) }
    }
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
