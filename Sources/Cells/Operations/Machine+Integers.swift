internal import BigInt

/// The size of integers: what keeps arithmetic on them from taking minutes.
extension Machine {
  /// The bits of the largest integer.
  static let mostIntegerBits = 1 << 20
  /// The digits of the longest decimal text of an integer, as in CPython.
  static let mostDigits = 4300

  /// - Throws: `OverflowError` before an integer is made that could have more bits than are allowed.
  func checkInteger(bits: Int?) throws(PyError) {
    guard let bits, bits <= Self.mostIntegerBits else {
      throw error(
        "OverflowError",
        "integers of more than \(Self.mostIntegerBits) bits are not supported by Caderno")
    }
  }

  /// Decimal digits.
  ///
  /// - Throws: CPython's `ValueError` for an integer with more than 4300.
  func decimal(_ number: BigInt) throws(PyError) -> String {
    // A digit has at least 3.32 bits.
    if number.magnitude.bitWidth > Self.mostDigits * 10 / 3 { throw tooManyDigits("") }
    let text = number.description
    if text.utf8.count - (number < 0 ? 1 : 0) > Self.mostDigits { throw tooManyDigits("") }
    return text
  }

  /// Refuses a text with too many decimal digits.
  func checkDigits(of text: String, radix: Int) throws(PyError) {
    guard radix & (radix - 1) != 0 else {
      return try checkInteger(bits: text.utf8.count.multipliedReportingOverflow(by: 5).partialValue)
    }
    let count = text.utf8.count { UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") }
    if count > Self.mostDigits { throw tooManyDigits(": value has \(count) digits") }
  }

  private func tooManyDigits(_ detail: String) -> PyError {
    error(
      "ValueError",
      "Exceeds the limit (\(Self.mostDigits) digits) for integer string conversion\(detail); use sys.set_int_max_str_digits() to increase the limit"
    )
  }
}
