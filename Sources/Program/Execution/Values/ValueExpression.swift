internal import Diagnostics
internal import PythonSyntax

/// Arithmetic over numbers that directives published: `teste.accuracy - densa.accuracy`.
indirect enum ValueExpression: Sendable {
  case number(Double)
  case value(ValuePath)
  case negative(ValueExpression)
  case operation(BinaryOperator, ValueExpression, ValueExpression)
  case function(Function, [ValueExpression])

  /// The same expression in one spelling, for keys.
  var text: String {
    switch self {
    case .number(let value): "\(value)"
    case .value(let path): "\(path.id).\(path.name)[\(path.row ?? -1)]"
    case .negative(let inner): "-(\(inner.text))"
    case .operation(let operation, let left, let right):
      "(\(left.text) \(operation.rawValue) \(right.text))"
    case .function(let function, let arguments):
      "\(function.rawValue)(\(arguments.map(\.text).joined(separator: ", ")))"
    }
  }

  /// The functions that an expression may call.
  enum Function: String, Sendable, CaseIterable { case abs, round, min, max }

  /// The numbers that it names.
  var paths: [ValuePath] {
    switch self {
    case .number: []
    case .value(let path): [path]
    case .negative(let inner): inner.paths
    case .operation(_, let left, let right): left.paths + right.paths
    case .function(_, let arguments): arguments.flatMap(\.paths)
    }
  }

  /// The value; nil where a number is missing.
  func evaluate(_ values: [String: RecordedValues]) -> Double? {
    switch self {
    case .number(let value): return value
    case .value(let path): return values[path.id]?.value(path.name, row: path.row)
    case .negative(let inner): return inner.evaluate(values).map { -$0 }
    case .operation(let operation, let left, let right):
      guard let a = left.evaluate(values), let b = right.evaluate(values) else { return nil }
      return Self.apply(operation, a, b)
    case .function(let function, let arguments):
      let numbers = arguments.compactMap { $0.evaluate(values) }
      return numbers.count == arguments.count ? Self.apply(function, numbers) : nil
    }
  }

  /// The operators that an expression may use.
  static let operators: Set<BinaryOperator> = [
    .add, .subtract, .multiply, .divide, .power,
  ]

  private static func apply(_ operation: BinaryOperator, _ a: Double, _ b: Double) -> Double? {
    switch operation {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: wholePower(a, b)
    default: nil
    }
  }

  /// A power with a whole exponent, by multiplication, so that every machine gives the same bits.
  private static func wholePower(_ base: Double, _ exponent: Double) -> Double? {
    guard let count = Int(exactly: exponent), abs(count) <= 1024 else { return nil }
    let power = (0..<abs(count)).reduce(1.0) { product, _ in product * base }
    return count < 0 ? 1 / power : power
  }

  private static func apply(_ function: Function, _ numbers: [Double]) -> Double? {
    switch function {
    case .abs: numbers.first.map { Swift.abs($0) }
    case .round: numbers.first.map { $0.rounded(.toNearestOrEven) }
    case .min: numbers.min()
    case .max: numbers.max()
    }
  }
}
