/// Digits of whole numbers, filled up or in groups.
public enum DigitText {
  /// Zeros in front of digits that are fewer than `width`.
  public static func padded(_ digits: String, to width: Int) -> String {
    String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// The same of a number that isn't negative.
  public static func padded(_ number: Int, to width: Int) -> String {
    padded(String(number), to: width)
  }

  /// At least `width` hexadecimal digits of a number that isn't negative.
  public static func hex(
    _ number: some BinaryInteger, to width: Int, uppercase: Bool = false
  ) -> String {
    padded(String(number, radix: 16, uppercase: uppercase), to: width)
  }

  /// Digits in groups of `size`, counted from the last.
  public static func grouped(
    _ digits: some StringProtocol, by size: Int = 3, mark: Character = ","
  ) -> String {
    var text = ""
    let count = digits.count
    for (index, digit) in digits.enumerated() {
      if index > 0, (count - index) % size == 0 { text.append(mark) }
      text.append(digit)
    }
    return text
  }
}
