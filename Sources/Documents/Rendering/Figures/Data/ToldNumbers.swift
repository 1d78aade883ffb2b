internal import Diagnostics
internal import RunRecords

/// How numbers that belong together are told: whole ones as they are, others with four decimals, or with two where
/// they are large.
struct ToldNumbers {
  private let digits: Int
  private let language: Language

  init(_ values: [Double], in language: Language) {
    self.language = language
    let finite = values.filter(\.isFinite)
    let isWhole = finite.allSatisfy { $0 == $0.rounded() && $0.magnitude < 1e15 }
    digits = isWhole ? 0 : (finite.map(\.magnitude).max() ?? 0) >= 1000 ? 2 : 4
  }

  /// One of the numbers; a small one has two digits that count.
  func text(_ value: Double) -> String {
    guard digits > 0, value.isFinite, value != 0 else { return text(value, digits: digits) }
    var (digits, power) = (digits, 1000.0)
    while digits < Self.most, value.magnitude * power < 1 {
      (digits, power) = (digits + 1, power * 10)
    }
    return text(value, digits: digits)
  }

  private func text(_ value: Double, digits: Int) -> String {
    NumberForm.drawn(digits: digits, in: language).text(value)
  }

  private static let most = 17
}
