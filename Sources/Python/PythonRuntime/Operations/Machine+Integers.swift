internal import BigInt

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The size of integers: what keeps arithmetic on them from taking minutes.
extension Machine {
  /// The bits of the largest integer.
  static let mostIntegerBits = 1 << 20
  /// The digits of the longest decimal text of an integer, as in CPython.
  static let mostDigits = 4300

  /// - Throws: `OverflowError` before an integer is made that could have more bits than are allowed.
  package func checkInteger(bits: Int?) throws(PyError) {
    guard let bits, bits <= Self.mostIntegerBits else {
      throw error(
        "OverflowError",
        "integers of more than \(Self.mostIntegerBits) bits are not supported by Caderno")
    }
  }

  /// Decimal digits.
  ///
  /// - Throws: CPython's `ValueError` for an integer with more than 4300.
  func decimal(_ number: BigInt) throws(PyError) -> String {
    // A digit has at least 3.32 bits.
    if number.magnitude.bitWidth > Self.mostDigits * 10 / 3 { throw tooManyDigits("") }
    let text = number.description
    if text.utf8.count - (number < 0 ? 1 : 0) > Self.mostDigits { throw tooManyDigits("") }
    return text
  }

  /// Refuses a text with too many decimal digits.
  package func checkDigits(of text: String, radix: Int) throws(PyError) {
    guard radix & (radix - 1) != 0 else {
      return try checkInteger(bits: text.utf8.count.multipliedReportingOverflow(by: 5).partialValue)
    }
    let count = text.utf8.count { Int(String(UnicodeScalar($0)), radix: 36) != nil }
    if count > Self.mostDigits { throw tooManyDigits(": value has \(count) digits") }
  }

  private func tooManyDigits(_ detail: String) -> PyError {
    error(
      "ValueError",
      "Exceeds the limit (\(Self.mostDigits) digits) for integer string conversion\(detail); use sys.set_int_max_str_digits() to increase the limit"
    )
  }
}

/// Arithmetic of integers.
extension Machine {
  func integers(_ operation: Operation, _ x: BigInt, _ y: BigInt) throws(PyError) -> Value? {
    switch operation {
    case .add: return .integer(x + y)
    case .subtract: return .integer(x - y)
    case .multiply:
      try checkInteger(bits: x.bitWidth + y.bitWidth)
      return .integer(x * y)
    case .divide:
      guard y != 0 else { throw error("ZeroDivisionError", "division by zero") }
      return .float(try quotient(x, y))
    case .floorDivide:
      guard y != 0 else { throw error("ZeroDivisionError", "integer division or modulo by zero") }
      return .integer(Self.floorDivided(x, y).quotient)
    case .remainder:
      guard y != 0 else { throw error("ZeroDivisionError", "integer modulo by zero") }
      return .integer(Self.floorDivided(x, y).remainder)
    case .power: return try power(x, y)
    case .shiftLeft:
      guard y >= 0 else { throw error("ValueError", "negative shift count") }
      if x == 0 { return .int(0) }
      try checkInteger(bits: Int(exactly: y).map { $0 < 1 << 32 ? $0 + x.bitWidth : .max })
      return .integer(x << Int(y))
    case .shiftRight:
      guard y >= 0 else { throw error("ValueError", "negative shift count") }
      return .integer(y < 1 << 32 ? x >> Int(y) : (x < 0 ? -1 : 0))
    case .bitAnd: return .integer(x & y)
    case .bitOr: return .integer(x | y)
    case .bitXor: return .integer(x ^ y)
    case .less: return .bool(x < y)
    case .lessOrEqual: return .bool(x <= y)
    case .greater: return .bool(x > y)
    case .greaterOrEqual: return .bool(x >= y)
    case .equal, .notEqual, .matrixMultiply: return nil
    }
  }

  /// The float nearest to the exact quotient.
  private func quotient(_ x: BigInt, _ y: BigInt) throws(PyError) -> Double {
    if abs(x) < 1 << 53, abs(y) < 1 << 53 { return Double(x) / Double(y) }
    let shift = 66 - (x.magnitude.bitWidth - y.magnitude.bitWidth)
    let (top, bottom) =
      shift >= 0 ? (x.magnitude << shift, y.magnitude) : (x.magnitude, y.magnitude << -shift)
    let (whole, rest) = top.quotientAndRemainder(dividingBy: bottom)
    let sticky = rest == 0 ? whole : whole | 1
    let value = scalbn(Double(BigInt(sticky)), Int32(clamping: -shift))
    guard value.isFinite else {
      throw error("OverflowError", "integer division result too large for a float")
    }
    return (x < 0) != (y < 0) ? -value : value
  }

  static func floorDivided(_ x: BigInt, _ y: BigInt) -> (quotient: BigInt, remainder: BigInt) {
    let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
    return remainder != 0 && (remainder < 0) != (y < 0)
      ? (quotient - 1, remainder + y) : (quotient, remainder)
  }

  private func power(_ x: BigInt, _ y: BigInt) throws(PyError) -> Value {
    if y < 0 {
      if x == 0 { throw error("ZeroDivisionError", "0.0 cannot be raised to a negative power") }
      return try floats(.power, Double(x), Double(y)) ?? .none
    }
    if x == 0 || x == 1 { return y == 0 ? .int(1) : .integer(x) }
    if x == -1 { return .int(y % 2 == 0 ? 1 : -1) }
    let bits = Int(exactly: y).map { $0.multipliedReportingOverflow(by: x.magnitude.bitWidth - 1) }
    try checkInteger(bits: bits.map { $0.overflow ? .max : $0.partialValue })
    return .integer(x.power(Int(y)))
  }
}

extension Value {
  /// What its object says where it stands for no whole number.
  var indexRefusal: String? {
    if case .object(let object) = self { object.indexRefusal } else { nil }
  }
}

extension Machine {
  /// Python's exception where a whole number is needed and a value is none.
  func notWhole(_ value: Value) -> PyError {
    error(
      "TypeError",
      value.indexRefusal ?? "'\(typeName(value))' object cannot be interpreted as an integer")
  }
}
