#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Binomial numbers of a large mean, by refusing points of a hat of four pieces: the algorithm BTPE.
///
/// Source: Kachitvichyanukul and Schmeiser, "Binomial Random Variate Generation", 1988; names are theirs.
struct BinomialHat {
  private let (n, r, q): (Int, Double, Double)
  private let m: Int
  private let (xm, xl, xr, c): (Double, Double, Double, Double)
  private let (leftRate, rightRate): (Double, Double)
  private let (p1, p2, p3, p4): (Double, Double, Double, Double)

  /// - Parameter p: at most 0.5.
  init(_ count: Int, _ p: Double) {
    (n, r, q) = (count, min(p, 1 - p), 1 - min(p, 1 - p))
    let fm = Double(n) * r + r
    m = Int(fm.rounded(.down))
    p1 = (2.195 * (Double(n) * r * q).squareRoot() - 4.6 * q).rounded(.down) + 0.5
    xm = Double(m) + 0.5
    (xl, xr) = (xm - p1, xm + p1)
    c = 0.134 + 20.5 / (15.3 + Double(m))
    let left = (fm - xl) / (fm - xl * r)
    leftRate = left * (1 + left / 2)
    let right = (xr - fm) / (xr * q)
    rightRate = right * (1 + right / 2)
    p2 = p1 * (1 + 2 * c)
    p3 = p2 + c / leftRate
    p4 = p3 + c / rightRate
  }

  func draw(from generator: RandomGenerator) -> Int {
    while true {
      let u = generator.unit() * p4
      var v = generator.unit()
      if u <= p1 { return Int((xm - p1 * v + u).rounded(.down)) }
      guard let y = point(u, &v) else { continue }
      if isUnder(v, y) { return y }
    }
  }

  /// The number below a point of the hat outside of its triangle, and the point's height; nil where it is refused.
  private func point(_ u: Double, _ v: inout Double) -> Int? {
    if u <= p2 {
      let x = xl + (u - p1) / c
      v = v * c + 1 - (Double(m) - x + 0.5).magnitude / p1
      return v > 1 ? nil : Int(x.rounded(.down))
    }
    if v == 0 { return nil }
    if u <= p3 {
      let y = (xl + log(v) / leftRate).rounded(.down)
      v = v * (u - p2) * leftRate
      return y < 0 ? nil : Int(y)
    }
    let y = (xr - log(v) / rightRate).rounded(.down)
    v = v * (u - p3) * rightRate
    return y > Double(n) ? nil : Int(y)
  }

  /// Whether a point is below the distribution.
  private func isUnder(_ v: Double, _ y: Int) -> Bool {
    let k = (y - m).magnitude
    let spread = Double(n) * r * q
    guard k > 20, Double(k) < spread / 2 - 1 else { return v <= ratio(y) }
    let distance = Double(k)
    let rho =
      (distance / spread)
      * ((distance * (distance / 3 + 0.625) + 0.16666666666666666) / spread + 0.5)
    let t = -distance * distance / (2 * spread)
    let height = log(v)
    if height < t - rho { return true }
    if height > t + rho { return false }
    return height <= logarithm(y)
  }

  /// The distribution at a number over that at the mode.
  private func ratio(_ y: Int) -> Double {
    let s = r / q
    let a = s * (Double(n) + 1)
    var product = 1.0
    if m < y {
      for i in (m + 1)...y { product *= a / Double(i) - s }
    } else if m > y {
      for i in (y + 1)...m { product /= a / Double(i) - s }
    }
    return product
  }

  /// The logarithm of that, by Stirling's series.
  private func logarithm(_ y: Int) -> Double {
    let (x1, f1) = (Double(y + 1), Double(m + 1))
    let (z, w) = (Double(n - m) + 1, Double(n - y) + 1)
    let main =
      xm * log(f1 / x1) + (Double(n - m) + 0.5) * log(z / w)
      + Double(y - m) * log(w * r / (x1 * q))
    return main + Self.series(f1) + Self.series(z) + Self.series(x1) + Self.series(w)
  }

  private static func series(_ x: Double) -> Double {
    let square = x * x
    let inner = 132 - (99 - 140 / square) / square
    return (13680 - (462 - inner / square) / square) / x / 166_320
  }
}
