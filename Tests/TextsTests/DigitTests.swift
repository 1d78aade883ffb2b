import Testing

@testable import Texts

@Suite struct DigitTests {
  @Test(arguments: [("", 0, ""), ("7", 3, "007"), ("1234", 3, "1234")])
  func `zeros stand in front`(digits: String, width: Int, text: String) {
    #expect(DigitText.padded(digits, to: width) == text)
  }

  @Test(arguments: [
    ("0", 3, "0"), ("123", 3, "123"), ("1234", 3, "1,234"), ("1234567", 3, "1,234,567"),
    ("deadbeef1", 4, "d,eadb,eef1"),
  ])
  func `groups are counted from the end`(digits: String, size: Int, text: String) {
    #expect(DigitText.grouped(digits, by: size) == text)
  }

  @Test(
    arguments: [
      (0.0, "0"), (-0.001, "0"), (0.005, "0.01"), (-1.5, "-1.5"), (2.05, "2.05"), (12.999, "13"),
      (.nan, "0"), (.infinity, "0"), (1e12, "1000000000"),
    ] as [(Double, String)])
  func `coordinates have two digits at most`(value: Double, text: String) {
    #expect(FloatText.coordinate(value) == text)
  }

  @Test(arguments: [
    ("&#39;", "'"), ("&#x27;", "'"), ("&apos;", "'"), ("&nbsp;", "\u{A0}"), ("&amp;lt;", "&lt;"),
    ("&", "&"), ("&;", "&;"), ("&#;", "&#;"), ("&#xD800;", "&#xD800;"), ("&nothing;", "&nothing;"),
    ("&lt", "&lt"), ("&#1234567890;", "&#1234567890;"), ("&#-5;", "&#-5;"),
  ])
  func `what is no reference stays`(text: String, plain: String) {
    #expect(MarkupText.unescaped(text) == plain)
  }
}
