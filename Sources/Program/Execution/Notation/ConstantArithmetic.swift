internal import PythonSyntax
internal import Networks

/// Arithmetic among constants in arguments, such as `28 * 28`.
enum ConstantArithmetic {
  /// The value, or nil where it is none that Python would give for numbers like these.
  static func apply(
    _ operation: BinaryOperator, _ left: ArgumentValue, _ right: ArgumentValue
  ) -> ArgumentValue? {
    if case .int(let a) = left, case .int(let b) = right, operation != .divide {
      return integer(operation, a, b).map { .int($0) }
    }
    guard let a = double(left), let b = double(right) else { return nil }
    let value: Double? =
      switch operation {
      case .add: a + b
      case .subtract: a - b
      case .multiply: a * b
      case .divide: b == 0 ? nil : a / b
      default: nil
      }
    return value.flatMap { $0.isFinite ? .double($0) : nil }
  }

  private static func integer(_ operation: BinaryOperator, _ a: Int, _ b: Int) -> Int? {
    switch operation {
    case .add: exact(a.addingReportingOverflow(b))
    case .subtract: exact(a.subtractingReportingOverflow(b))
    case .multiply: exact(a.multipliedReportingOverflow(by: b))
    case .floorDivide where b > 0: a >= 0 ? a / b : -((b - 1 - a) / b)
    default: nil
    }
  }

  private static func exact(_ result: (partialValue: Int, overflow: Bool)) -> Int? {
    result.overflow ? nil : result.partialValue
  }

  private static func double(_ value: ArgumentValue) -> Double? {
    switch value {
    case .int(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }
}
