/// Floats as `%.Nf` and `%.Ne` print them, for hosts.
public enum FormattedNumber {
  public static func fixed(_ value: Double, _ digits: Int) -> String {
    FloatText.printed(value, "f", precision: digits, alternate: false)
  }

  public static func scientific(_ value: Double, _ digits: Int) -> String {
    FloatText.printed(value, "e", precision: digits, alternate: false)
  }

  /// `repr` of a float.
  public static func shortest(_ value: Double) -> String { FloatText.repr(value) }
}
