import Testing

@testable import Arrays

@Suite struct TextReprTests {
  /// NumPy 2.4.6 shows texts as Python's `repr` does: what isn't printable is escaped.
  @Test func `texts that can't be printed are escaped`() throws {
    let array = try TextArray(["\u{200B}\u{AD}", "a\u{7F}\u{1}", "\u{2028}"])
    #expect(
      array.representation()
        == "array(['\\u200b\\xad', 'a\\x7f\\x01', '\\u2028'], dtype='<U3')")
  }
}
