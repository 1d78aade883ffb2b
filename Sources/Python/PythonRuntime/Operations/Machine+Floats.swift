#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Arithmetic of floats.
extension Machine {
  func floats(_ operation: Operation, _ x: Double, _ y: Double) throws(PyError) -> Value? {
    switch operation {
    case .add: return .float(x + y)
    case .subtract: return .float(x - y)
    case .multiply: return .float(x * y)
    case .divide:
      guard y != 0 else { throw error("ZeroDivisionError", "float division by zero") }
      return .float(x / y)
    case .floorDivide:
      guard y != 0 else { throw error("ZeroDivisionError", "float floor division by zero") }
      return .float(Self.floorDivided(x, y).quotient)
    case .remainder:
      guard y != 0 else { throw error("ZeroDivisionError", "float modulo") }
      return .float(Self.floorDivided(x, y).remainder)
    case .power:
      if x == 0, y < 0 {
        throw error("ZeroDivisionError", "0.0 cannot be raised to a negative power")
      }
      let value = pow(x, y)
      if value.isInfinite, x.isFinite, y.isFinite {
        throw error(
          "OverflowError",
          of: .object(TupleObject([.int(34), .string("Numerical result out of range")])))
      }
      return .float(value)
    case .less: return .bool(x < y)
    case .lessOrEqual: return .bool(x <= y)
    case .greater: return .bool(x > y)
    case .greaterOrEqual: return .bool(x >= y)
    default: return nil
    }
  }

  /// As CPython's float_divmod: the remainder has the divisor's sign.
  static func floorDivided(_ x: Double, _ y: Double) -> (quotient: Double, remainder: Double) {
    var remainder = fmod(x, y)
    var quotient = (x - remainder) / y
    if remainder != 0 {
      if (y < 0) != (remainder < 0) {
        remainder += y
        quotient -= 1
      }
    } else {
      remainder = copysign(0, y)
    }
    guard quotient != 0 else { return (copysign(0, x / y), remainder) }
    let floor = quotient.rounded(.down)
    return (quotient - floor > 0.5 ? floor + 1 : floor, remainder)
  }
}
