/// Elementary functions for schedules, in double precision and made of the four operations alone:
/// the same bits on every system, unlike those of the systems' libraries.
enum DoubleMath {
  /// `base` to the power of `exponent`, for bases from 0; whole exponents by squaring.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    if let whole = Int(exactly: exponent), whole >= 0 { return WholePower.of(base, whole) }
    return base == 0 ? 0 : exp(exponent * log(base))
  }

  /// cos(π x) for x from 0 to 1, by the Taylor polynomial on a quarter turn.
  static func cosine(halfTurns x: Double) -> Double {
    if x > 0.5 { return -cosine(halfTurns: 1 - x) }
    let square = (x * Double.pi) * (x * Double.pi)
    var sum = 1.0
    for order in stride(from: 22.0, through: 2.0, by: -2.0) {
      sum = 1 - square / (order * (order - 1)) * sum
    }
    return sum
  }

  /// cos(2π x) for any x.
  static func cosine(turns x: Double) -> Double {
    let half = 2 * abs(x - x.rounded())
    return cosine(halfTurns: half)
  }

  /// sin(2π x) for any x.
  static func sine(turns x: Double) -> Double { cosine(turns: x - 0.25) }

  /// e^x: x = k ln 2 + r with |r| ≤ ln 2 / 2, where fifteen terms are enough.
  static func exp(_ x: Double) -> Double {
    guard x > -745 else { return 0 }
    guard x < 709.7 else { return .infinity }
    let turns = (x * 1.442_695_040_888_963_4).rounded()
    let rest = x - turns * 0.693_147_180_559_945_3
    var sum = 1.0
    for order in stride(from: 15.0, through: 1.0, by: -1.0) { sum = 1 + rest / order * sum }
    return Double(sign: .plus, exponent: Int(turns), significand: sum)
  }

  /// ln x for x above 0: x = 2^k m with m around 1, and ln m = 2 artanh((m - 1) / (m + 1)).
  static func log(_ x: Double) -> Double {
    let isLarge = x.significand > 1.414_213_562_373_095
    let exponent = Double(x.exponent) + (isLarge ? 1 : 0)
    let near = isLarge ? x.significand / 2 : x.significand
    let ratio = (near - 1) / (near + 1)
    let square = ratio * ratio
    var sum = 0.0
    for order in stride(from: 23.0, through: 1.0, by: -2.0) { sum = sum * square + 1 / order }
    return exponent * 0.693_147_180_559_945_3 + 2 * ratio * sum
  }
}
