internal import BigInt

extension Machine {
  /// `a operation b`.
  package func binary(_ operation: Operation, _ a: Value, _ b: Value) throws(PyError) -> Value {
    if let result = plain(operation, a, b) { return result }
    return try anyBinary(operation, a, b)
  }

  /// `a operation= b` where nothing is changed in its place.
  func binaryInPlace(_ operation: Operation, _ a: Value, _ b: Value) throws(PyError) -> Value {
    if let result = plain(operation, a, b) { return result }
    return try anyBinary(operation, a, b, isInPlace: true)
  }

  /// What numbers of the machine give at a glance.
  @inline(__always)
  private func plain(_ operation: Operation, _ a: Value, _ b: Value) -> Value? {
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
    return nil
  }

  /// What isn't decided at a glance; apart, so that the rest stays small.
  @inline(never)
  private func anyBinary(
    _ operation: Operation, _ a: Value, _ b: Value, isInPlace: Bool = false
  ) throws(PyError) -> Value {
    if let result = try primitive(operation, a, b) { return result }
    let result = try nesting(operation.isComparison ? " in comparison" : "") {
      () throws(PyError) -> Value? in
      try ofObjects(operation, a, b)
    }
    if let result { return result }
    throw unsupported(operation, a, b, isInPlace)
  }

  /// What the left object makes of the right one, or else the right one of the left.
  private func ofObjects(_ operation: Operation, _ a: Value, _ b: Value) throws(PyError) -> Value? {
    if case .object(let left) = a,
      let result = try left.binary(operation, b, reflected: false, self)
    {
      return result
    }
    if case .object(let right) = b {
      return try right.binary(operation, a, reflected: true, self)
    }
    return nil
  }

  private func unsupported(
    _ operation: Operation, _ a: Value, _ b: Value, _ isInPlace: Bool
  ) -> PyError {
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
    let symbol = isInPlace ? "\(operation.rawValue.prefix { $0 != " " })=" : operation.rawValue
    return error(
      "TypeError",
      "unsupported operand type(s) for \(symbol): '\(left)' and '\(right)'"
        + (operation == .shiftRight && isPrint(a) ? Self.printHint : ""))
  }

  /// Python 2's `print >>file, …`.
  private func isPrint(_ value: Value) -> Bool {
    value.asObject(BuiltinFunction.self)?.name == "print"
  }

  private static let printHint = ". Did you mean \"print(<message>, file=<output_stream>)\"?"

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
