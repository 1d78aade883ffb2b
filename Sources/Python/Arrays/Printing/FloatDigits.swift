internal import Texts

/// Decimal digits of floats as NumPy writes them.
enum FloatDigits {
  /// The shortest digits in an element's own precision.
  static func shortest(_ value: Double, _ dtype: DType) -> FloatText.Digits {
    dtype == .float32 ? FloatText.digits(of: Float(value)) : FloatText.digits(of: value)
  }

  /// `digits` places after the point, rounded from the exact value; no double has more than 1100.
  static func fixed(_ value: Double, _ digits: Int) -> String {
    FloatText.fixed(value, min(digits, 1100))
  }

  /// Mantissa and exponent with `digits` places after the point, rounded from the exact value.
  static func scientific(_ value: Double, _ digits: Int) -> String {
    FloatText.scientific(value, min(digits, 1100))
  }

  /// A number without an exponent: its shortest digits, at most `precision` after the point.
  ///
  /// Trailing zeros are left out and the point stays: `0.5`, `3.`.
  static func positional(_ value: Double, _ dtype: DType, precision: Int?) -> String {
    let digits = shortest(value, dtype)
    if let precision, digits.digits.utf8.count - digits.point > precision {
      return trimmed(fixed(value, precision))
    }
    return (value.sign == .minus ? "-" : "") + FloatText.plain(digits)
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
    let digits = value.isFinite ? shortest(value, dtype) : ("", 0)
    return FloatText.repr(value, digits, powersFrom: dtype == .float32 ? 6 : 16)
  }
}
