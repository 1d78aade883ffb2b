internal import Kernels

/// The engine's exponential, logarithm and what is made of them, one number at a time.
enum ScalarMath {
  static func exp(_ x: Float) -> Float { ElementwiseMath.exp(x) }
  static func log(_ x: Float) -> Float { ElementwiseMath.log(x) }
  static func tanh(_ x: Float) -> Float { ElementwiseMath.tanh(x) }
  static func sigmoid(_ x: Float) -> Float { ElementwiseMath.sigmoid(x) }

  /// log(1 + x) with the digits of a small x (Goldberg 1991, theorem 4).
  static func logOnePlus(_ x: Float) -> Float { logOnePlus(x, logarithm: log(1 + x)) }

  /// The same where log(1 + x), as it is rounded, is known.
  static func logOnePlus(_ x: Float, logarithm: Float) -> Float {
    let sum = 1 + x
    return sum == 1 || sum == .infinity ? x : logarithm * (x / (sum - 1))
  }

  /// exp(x) - 1 with the digits of a small x: the same way back (Higham 2002, section 1.14.1).
  static func expMinusOne(_ x: Float) -> Float {
    let power = exp(x)
    return expMinusOne(x, power: power, logarithm: log(power))
  }

  /// The same where exp(x), as it is rounded, and the logarithm of that are known.
  static func expMinusOne(_ x: Float, power: Float, logarithm: Float) -> Float {
    if power == 1 { return x }
    // Far from 0 nothing is lost, and the quotient below would not be defined.
    if power < 0.5 || power > 2 { return power - 1 }
    return (power - 1) * (x / logarithm)
  }

  /// log(1 + exp(x)), which can't overflow.
  static func softplus(_ x: Float) -> Float { max(x, 0) + logOnePlus(exp(-abs(x))) }
}
