/// What a program computes of one sample's row of targets and row of outputs.
///
/// A value is a row as long as the outputs', or one number, which stands for a whole row beside one.
package indirect enum SampleFormula: Sendable {
  case target, output
  case constant(Float)
  case unary(Unary, SampleFormula)
  case binary(Binary, SampleFormula, SampleFormula)
  case choice(SampleFormula, SampleFormula, SampleFormula)
  case reduced(Reduction, SampleFormula)

  /// A function of every number.
  package enum Unary: String, Sendable {
    case negative, abs, square, sqrt, exp, log, log1p, expm1, tanh
    case sign, floor, ceil, round, not
  }

  /// A function of two numbers; comparisons give 1 or 0, and exponents are constants.
  package enum Binary: String, Sendable {
    case add, subtract, multiply, divide, power, maximum, minimum
    case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual, and, or
  }

  /// What makes one number of a row.
  package enum Reduction: String, Sendable {
    case mean, sum, max, min, argmax, argmin
  }

  /// Whether the outputs move the value a little where they move a little.
  package var hasSlope: Bool {
    switch self {
    case .target, .constant: false
    case .output: true
    case .unary(let function, let x): function.slope != nil && x.hasSlope
    case .binary(let function, let x, let y): function.slopes != nil && (x.hasSlope || y.hasSlope)
    case .choice(_, let x, let y): x.hasSlope || y.hasSlope
    case .reduced(let kind, let x): [.mean, .sum].contains(kind) && x.hasSlope
    }
  }
}

extension SampleFormula.Unary {
  func value(_ x: Float) -> Float {
    switch self {
    case .negative: -x
    case .abs: Swift.abs(x)
    case .square: x * x
    case .sqrt: x.squareRoot()
    case .exp: ScalarMath.exp(x)
    case .log: ScalarMath.log(x)
    case .log1p: ScalarMath.logOnePlus(x)
    case .expm1: ScalarMath.expMinusOne(x)
    case .tanh: ScalarMath.tanh(x)
    case .sign: Sign.of(x)
    case .floor: x.rounded(.down)
    case .ceil: x.rounded(.up)
    case .round: x.rounded(.toNearestOrEven)
    case .not: x == 0 ? 1 : 0
    }
  }

  /// The slope at `x`, where the value is `y`; nil for steps, which have none.
  var slope: ((_ x: Float, _ y: Float) -> Float)? {
    switch self {
    case .negative: { _, _ in -1 }
    case .abs: { x, _ in Sign.of(x) }
    case .square: { x, _ in 2 * x }
    case .sqrt: { _, y in 0.5 / y }
    case .exp: { _, y in y }
    case .log: { x, _ in 1 / x }
    case .log1p: { x, _ in 1 / (1 + x) }
    case .expm1: { _, y in y + 1 }
    case .tanh: { _, y in 1 - y * y }
    case .sign, .floor, .ceil, .round, .not: nil
    }
  }
}

extension SampleFormula.Binary {
  func value(_ x: Float, _ y: Float) -> Float {
    switch self {
    case .add: x + y
    case .subtract: x - y
    case .multiply: x * y
    case .divide: x / y
    case .power: Self.power(x, y)
    case .maximum: x.isNaN || y.isNaN ? .nan : Swift.max(x, y)
    case .minimum: x.isNaN || y.isNaN ? .nan : Swift.min(x, y)
    case .less: x < y ? 1 : 0
    case .lessOrEqual: x <= y ? 1 : 0
    case .greater: x > y ? 1 : 0
    case .greaterOrEqual: x >= y ? 1 : 0
    case .equal: x == y ? 1 : 0
    case .notEqual: x != y ? 1 : 0
    case .and: x != 0 && y != 0 ? 1 : 0
    case .or: x != 0 || y != 0 ? 1 : 0
    }
  }

  /// A power; of whole exponents up to 16 a product.
  private static func power(_ x: Float, _ y: Float) -> Float {
    guard y == y.rounded(), abs(y) <= 16 else {
      return Float(DoubleMath.power(Double(x), Double(y)))
    }
    let product = (0..<Int(abs(y))).reduce(1) { product, _ in product * x }
    return y < 0 ? 1 / product : product
  }

  /// The slopes along both numbers, along an exponent 0; nil for comparisons, which have none. Of two that are as large, the first one
  /// moves a maximum and a minimum, as in TensorFlow.
  var slopes: ((_ x: Float, _ y: Float) -> (Float, Float))? {
    switch self {
    case .add: { _, _ in (1, 1) }
    case .subtract: { _, _ in (1, -1) }
    case .multiply: { x, y in (y, x) }
    case .divide: { x, y in (1 / y, -x / y / y) }
    case .power: { x, y in (y * Self.power(x, y - 1), 0) }
    case .maximum: { x, y in x >= y ? (1, 0) : (0, 1) }
    case .minimum: { x, y in x <= y ? (1, 0) : (0, 1) }
    default: nil
    }
  }
}
