internal import Texts

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The texts of ticks: Matplotlib's `ScalarFormatter`, all with the same number of digits.
struct TickText {
  let texts: [String]
  /// The power of ten that stands at the end of the axis; nil where there is none.
  let factor: String?

  init(_ ticks: [Double], view: (Double, Double)) {
    let largest = ticks.map(abs).max() ?? 0
    let order = Self.order(of: largest)
    // Numbers below 10⁻⁵ and from 10⁶ on are written without their power.
    let power = order <= -5 || order >= 6 ? order : 0
    let scale = pow(10, Double(power))
    let shown = ticks.map { $0 / scale }
    let range = abs(view.1 - view.0) / scale
    texts = Self.digits(shown, range).map { $0.replacing("-", with: "\u{2212}") }
    factor = power == 0 ? nil : "1e\(power)"
  }

  /// As few digits as tell all ticks to a thousandth of the range.
  private static func digits(_ values: [Double], _ range: Double) -> [String] {
    let span = range > 0 ? range : values.map(abs).max() ?? 1
    let order = order(of: span)
    var places = max(0, 3 - order)
    let limit = 1e-3 * pow(10, Double(order))
    while places > 0 {
      let scale = pow(10, Double(places - 1))
      if values.contains(where: { abs($0 - ($0 * scale).rounded() / scale) >= limit }) { break }
      places -= 1
    }
    return values.map { fixed($0, places) }
  }

  /// The power of ten below a number; 0 where there is none, and no smaller one than has a fraction.
  private static func order(of number: Double) -> Int {
    number > 0 && number.isFinite ? max(Int(log10(number).rounded(.down)), -300) : 0
  }

  static func fixed(_ value: Double, _ places: Int) -> String {
    guard abs(value) < 9e15 else { return "\(value)" }
    let text = FloatText.fixed(value, places)
    // Matplotlib takes what is nearly nothing for nothing.
    return text.allSatisfy { "-0.".contains($0) } ? text.replacing("-", with: "") : text
  }
}
