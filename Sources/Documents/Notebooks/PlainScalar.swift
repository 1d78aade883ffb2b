/// Scalars without quotation marks, as YAML 1.2's core schema (section 10.3.2) reads them.
enum PlainScalar {
  static func kind(of text: String) -> OptionValue.Kind {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default: break
    }
    if let int = integer(text) { return .int(int) }
    if let double = double(text) { return .double(double) }
    return .string(text)
  }

  private static func integer(_ text: String) -> Int? {
    if text.hasPrefix("0x") { return unsigned(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return unsigned(text.dropFirst(2), radix: 8) }
    return Int(text)
  }

  private static func unsigned(_ digits: Substring, radix: Int) -> Int? {
    digits.first == "-" || digits.first == "+" ? nil : Int(digits, radix: radix)
  }

  private static func double(_ text: String) -> Double? {
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf": return .infinity
    case "-.inf", "-.Inf", "-.INF": return -.infinity
    case ".nan", ".NaN", ".NAN": return .nan
    default: break
    }
    let allowed = Set("0123456789.eE+-".utf8)
    guard text.utf8.allSatisfy(allowed.contains),
      text.utf8.contains(where: { $0 > 0x2F && $0 < 0x3A })
    else { return nil }
    return Double(text)
  }
}
