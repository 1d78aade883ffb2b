internal import Diagnostics
internal import RunRecords

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Numbers as text: the same digits on every machine.
enum NumberText {
  /// More digits after the point would only show how doubles are made.
  private static let mostDigits = 17

  /// `value` with exactly `digits` digits after the point, rounded to the nearest (ties as the
  /// binary value has them, so 0.125 with two digits is 0.12).
  static func fixed(_ value: Double, digits: Int) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "−∞" : "∞" }
    let digits = Int32(min(max(digits, 0), mostDigits))
    // 309 digits before the point, the point, the sign, the end.
    var buffer = [CChar](repeating: 0, count: 352)
    let count = withVaList([digits, value]) {
      vsnprintf(&buffer, buffer.count, "%.*f", $0)
    }
    let text = String(
      decoding: buffer.prefix(Int(max(0, count))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.contains { "123456789".contains($0) } ? text : text.filter { $0 != "-" }
  }

  /// A whole number with thousands apart: a comma in English, a narrow space in Portuguese.
  static func grouped(_ value: Int, in language: Language) -> String {
    let digits = Array(String(value.magnitude))
    let separator = language == .english ? "," : "\u{202F}"
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += separator }
      text.append(digit)
    }
    return text
  }

  /// A number of a table or of metrics in its column's form.
  static func text(_ value: Double, as format: NumberFormat, in language: Language) -> String {
    switch format {
    case .text: String(describing: value)
    case .integer(let isGrouped):
      if isGrouped, let whole = Int(exactly: value.rounded()) {
        grouped(whole, in: language)
      } else {
        fixed(value.rounded(), digits: 0)
      }
    case .fixed(let digits): fixed(value, digits: digits)
    case .percent(let digits):
      fixed(value * 100, digits: digits) + (language == .english ? "%" : "\u{A0}%")
    }
  }

  /// A tick's number: with the decimal separator of `language`.
  static func tick(_ value: Double, digits: Int, in language: Language) -> String {
    let text = fixed(value, digits: digits)
    guard language == .portuguese else { return text }
    return text.replacing(".", with: ",")
  }
}
