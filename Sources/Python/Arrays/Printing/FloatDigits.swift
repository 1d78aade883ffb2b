#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Decimal digits of floats: the shortest that name the number, or a fixed count correctly rounded.
enum FloatDigits {
  /// The shortest digits without a sign, as `0.d₁d₂… · 10^point`.
  static func shortest(_ value: Double, _ dtype: DType) -> (digits: String, point: Int) {
    let text = dtype == .float32 ? Float(value.magnitude).description : value.magnitude.description
    let parts = text.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var digits = String(halves[0]) + (halves.count > 1 ? halves[1] : "")
    var point = halves[0].count + exponent
    while digits.count > 1, digits.first == "0" {
      digits.removeFirst()
      point -= 1
    }
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    return digits == "0" ? ("0", 1) : (digits, point)
  }

  /// `digits` places after the point, rounded from the exact value.
  static func fixed(_ value: Double, _ digits: Int) -> String { format("%.*f", value, digits) }

  /// Mantissa and exponent with `digits` places after the point, rounded from the exact value.
  static func scientific(_ value: Double, _ digits: Int) -> String {
    format("%.*e", value, digits)
  }

  private static func format(_ pattern: String, _ value: Double, _ digits: Int) -> String {
    let arguments: [any CVarArg] = [CInt(min(digits, 1100)), value]
    var bytes = [CChar](repeating: 0, count: 1500)
    let length = withVaList(arguments) { vsnprintf(&bytes, bytes.count, pattern, $0) }
    return String(decoding: bytes[..<Int(length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A number without an exponent: its shortest digits, at most `precision` after the point.
  ///
  /// Trailing zeros are left out and the point stays: `0.5`, `3.`.
  static func positional(_ value: Double, _ dtype: DType, precision: Int?) -> String {
    let sign = value.sign == .minus ? "-" : ""
    let (digits, point) = shortest(value, dtype)
    if let precision, digits.count - point > precision {
      return trimmed(fixed(value, precision))
    }
    if point <= 0 { return "\(sign)0." + String(repeating: "0", count: -point) + digits }
    if point >= digits.count {
      let zeros = String(repeating: "0", count: point - digits.count)
      return value == 0 ? "\(sign)0." : "\(sign)\(digits)\(zeros)."
    }
    return "\(sign)\(digits.prefix(point)).\(digits.dropFirst(point))"
  }

  /// The places after the point that the shortest digits have in scientific form.
  static func mantissaPlaces(_ value: Double, _ dtype: DType) -> Int {
    shortest(value, dtype).digits.count - 1
  }

  /// Without zeros at the end; the point stays.
  static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text + "." }
    var text = text
    while text.last == "0" { text.removeLast() }
    return text
  }

  /// A float as Python and NumPy 2 show a single one: `0.5`, `3.0`, `1e-05`, `nan`.
  static func scalar(_ value: Double, _ dtype: DType) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    let high = dtype == .float32 ? 1e6 : 1e16
    if value == 0 || (value.magnitude >= 1e-4 && value.magnitude < high) {
      let text = positional(value, dtype, precision: nil)
      return text.last == "." ? text + "0" : text
    }
    let (digits, point) = shortest(value, dtype)
    let rest = digits.dropFirst()
    let power = (point - 1).magnitude
    return (value < 0 ? "-" : "") + digits.prefix(1) + (rest.isEmpty ? "" : ".\(rest)")
      + (point < 1 ? "e-" : "e+") + (power < 10 ? "0\(power)" : "\(power)")
  }
}
