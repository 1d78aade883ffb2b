internal import BigInt

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Machine {
  /// `a operation b`.
  public func binary(_ operation: Operation, _ a: Value, _ b: Value) throws(PyError) -> Value {
    switch (operation, a, b) {
    case (.add, .int(let x), .int(let y)):
      let (sum, overflows) = x.addingReportingOverflow(y)
      if !overflows { return .int(sum) }
    case (.subtract, .int(let x), .int(let y)):
      let (difference, overflows) = x.subtractingReportingOverflow(y)
      if !overflows { return .int(difference) }
    case (.multiply, .int(let x), .int(let y)):
      let (product, overflows) = x.multipliedReportingOverflow(by: y)
      if !overflows { return .int(product) }
    case (.less, .int(let x), .int(let y)): return .bool(x < y)
    case (.greater, .int(let x), .int(let y)): return .bool(x > y)
    case (.lessOrEqual, .int(let x), .int(let y)): return .bool(x <= y)
    case (.greaterOrEqual, .int(let x), .int(let y)): return .bool(x >= y)
    case (.remainder, .int(let x), .int(let y)) where y > 0:
      let rest = x % y
      return .int(rest < 0 ? rest + y : rest)
    case (.floorDivide, .int(let x), .int(let y)) where y > 0:
      let (whole, rest) = x.quotientAndRemainder(dividingBy: y)
      return .int(rest < 0 ? whole - 1 : whole)
    case (.divide, .int(let x), .int(let y))
    where y != 0 && abs(x &>> 53) <= 1 && abs(y &>> 53) <= 1:
      if let a = Double(exactly: x), let b = Double(exactly: y) { return .float(a / b) }
    case (.add, .float(let x), .float(let y)): return .float(x + y)
    case (.multiply, .float(let x), .float(let y)): return .float(x * y)
    default: break
    }
    if let result = try primitive(operation, a, b) { return result }
    if case .object(let left) = a,
      let result = try left.binary(operation, b, reflected: false, self)
    {
      return result
    }
    if case .object(let right) = b,
      let result = try right.binary(operation, a, reflected: true, self)
    {
      return result
    }
    throw unsupported(operation, a, b)
  }

  private func unsupported(_ operation: Operation, _ a: Value, _ b: Value) -> PyError {
    let (left, right) = (typeName(a), typeName(b))
    switch operation {
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return error(
        "TypeError",
        "'\(operation.rawValue)' not supported between instances of '\(left)' and '\(right)'")
    case .add:
      if case .string = a {
        return error("TypeError", "can only concatenate str (not \"\(right)\") to str")
      }
      if a.asObject(ListObject.self) != nil {
        return error("TypeError", "can only concatenate list (not \"\(right)\") to list")
      }
      if a.asObject(TupleObject.self) != nil {
        return error("TypeError", "can only concatenate tuple (not \"\(right)\") to tuple")
      }
    case .multiply:
      if isSequence(a) {
        return error("TypeError", "can't multiply sequence by non-int of type '\(right)'")
      }
      if isSequence(b) {
        return error("TypeError", "can't multiply sequence by non-int of type '\(left)'")
      }
    default: break
    }
    return error(
      "TypeError",
      "unsupported operand type(s) for \(operation.rawValue): '\(left)' and '\(right)'")
  }

  private func isSequence(_ value: Value) -> Bool {
    if case .string = value { return true }
    return value.asObject(ListObject.self) != nil || value.asObject(TupleObject.self) != nil
  }

  /// Operations on numbers and strings; nil where they don't apply.
  private func primitive(_ operation: Operation, _ a: Value, _ b: Value) throws(PyError) -> Value? {
    if case .object = a { return nil }
    if case .string(let text) = a { return try texts(operation, text, b) }
    if case .string(let text) = b, operation == .multiply, let count = a.smallInt {
      return .string(try repeated(text, count))
    }
    if case .object = b { return nil }
    if let x = a.bigInt, let y = b.bigInt {
      if case .bool(let p) = a, case .bool(let q) = b {
        switch operation {
        case .bitAnd: return .bool(p && q)
        case .bitOr: return .bool(p || q)
        case .bitXor: return .bool(p != q)
        default: break
        }
      }
      return try integers(operation, x, y)
    }
    guard let x = a.double, let y = b.double else { return nil }
    return try floats(operation, x, y)
  }

  private func texts(_ operation: Operation, _ text: String, _ b: Value) throws(PyError) -> Value? {
    switch (operation, b) {
    case (.add, .string(let other)):
      try spend(memory: text.utf8.count + other.utf8.count)
      return .string(text + other)
    case (.remainder, _): return .string(try percentFormat(text, b))
    case (.multiply, _):
      guard let count = b.smallInt else { return nil }
      return .string(try repeated(text, count))
    case (.less, .string(let other)): return .bool(Self.precedes(text, other))
    case (.greater, .string(let other)): return .bool(Self.precedes(other, text))
    case (.lessOrEqual, .string(let other)): return .bool(!Self.precedes(other, text))
    case (.greaterOrEqual, .string(let other)): return .bool(!Self.precedes(text, other))
    default: return nil
    }
  }

  /// The order of code points.
  static func precedes(_ a: String, _ b: String) -> Bool {
    a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars) { $0.value < $1.value }
  }

  func repeated(_ text: String, _ count: Int) throws(PyError) -> String {
    guard count > 0 else { return "" }
    let (bytes, overflows) = text.utf8.count.multipliedReportingOverflow(by: count)
    try spend(memory: overflows ? .max : bytes)
    return String(repeating: text, count: count)
  }

  private func integers(_ operation: Operation, _ x: BigInt, _ y: BigInt) throws(PyError) -> Value?
  {
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

  private func floats(_ operation: Operation, _ x: Double, _ y: Double) throws(PyError) -> Value? {
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

  func unary(_ symbol: String, _ value: Value) throws(PyError) -> Value {
    if symbol == "not" { return .bool(try !isTrue(value)) }
    switch (symbol, value) {
    case ("-", .float(let number)): return .float(-number)
    case ("+", .float): return value
    case (_, .object(let object)):
      if let result = try object.unary(symbol, self) { return result }
    default:
      if let number = value.bigInt {
        switch symbol {
        case "-": return .integer(-number)
        case "~": return .integer(-number - 1)
        default: return .integer(number)
        }
      }
    }
    throw error("TypeError", "bad operand type for unary \(symbol): '\(typeName(value))'")
  }
}
