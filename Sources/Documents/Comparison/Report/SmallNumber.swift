/// Differences as short text: three digits that count.
enum SmallNumber {
  /// Such as "+0.00123" or "-2.5e-09".
  static func signed(_ value: Double) -> String {
    (value > 0 ? "+" : "") + short(value)
  }

  /// At most three digits that count.
  static func short(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return "\(value)" }
    var scale = 1.0
    var rest = value.magnitude
    while rest < 100, scale < 1e300 {
      rest *= 10
      scale *= 10
    }
    // Dividing by a power of ten gives the double that is nearest to the short decimal.
    let rounded = rest.rounded() / scale
    let text = "\(value < 0 ? -rounded : rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A part of one as a percentage.
  static func percent(_ value: Double) -> String { "\(short(value * 100)) %" }
}
