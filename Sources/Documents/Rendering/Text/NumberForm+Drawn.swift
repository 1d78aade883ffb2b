internal import Diagnostics
internal import RunRecords

extension NumberForm {
  /// The form of numbers in figures; whole ones have their thousands apart as in tables.
  static func drawn(digits: Int, in language: Language) -> NumberForm {
    NumberForm(digits == 0 ? .integer(grouped: true) : .fixed(digits: digits), in: language)
  }
}
