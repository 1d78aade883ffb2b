import Testing

@testable import Texts

/// Values of CPython 3.12.1: `repr`, `%`, `ascii`, `json.dumps`, `html.escape`, `base64`.
@Suite struct CPythonTextTests {
  @Test(
    arguments: [
      (0.0, "0.0"),
      (-0.0, "-0.0"),
      (1.0, "1.0"),
      (0.1, "0.1"),
      (1e15, "1000000000000000.0"),
      (123456789012345680.0, "1.2345678901234568e+17"),
      (1e16, "1e+16"),
      (1.5e16, "1.5e+16"),
      (0.0001, "0.0001"),
      (0.00012345, "0.00012345"),
      (1e-05, "1e-05"),
      (.leastNonzeroMagnitude, "5e-324"),
      (1.7976931348623157e308, "1.7976931348623157e+308"),
      (-2.5e-07, "-2.5e-07"),
      (100.0, "100.0"),
    ] as [(Double, String)])
  func `a float's repr`(value: Double, text: String) {
    #expect(FloatText.repr(value) == text)
  }

  @Test(
    arguments: [
      (2.5, .fixed, 0, false, "2"),
      (0.125, .fixed, 2, false, "0.12"),
      (2.675, .fixed, 2, false, "2.67"),
      (123456.0, .general, 3, false, "1.23e+05"),
      (123456.0, .general, 6, true, "123456."),
      (1e-10, .scientific, 0, false, "1e-10"),
      (1e-10, .scientific, 0, true, "1.e-10"),
      (-0.0, .fixed, 1, false, "-0.0"),
      (1.0, .general, 4, true, "1.000"),
      (1e22, .fixed, 0, false, "10000000000000000000000"),
      (.leastNonzeroMagnitude, .scientific, 20, false, "4.94065645841246544177e-324"),
    ] as [(Double, FloatText.Notation, Int, Bool, String)])
  func `a float as C prints it`(
    value: Double, notation: FloatText.Notation, precision: Int, alternate: Bool, text: String
  ) {
    let printed = FloatText.printed(value, notation, precision: precision, alternate: alternate)
    #expect(printed == text)
  }

  @Test(arguments: [
    ("", "''", "''"),
    ("a", "'a'", "'a'"),
    ("'", "\"'\"", "\"'\""),
    ("\"", "'\"'", "'\"'"),
    ("'\"", "'\\'\"'", "'\\'\"'"),
    ("\\", "'\\\\'", "'\\\\'"),
    ("a\u{A}b\u{D}\u{9}", "'a\\nb\\r\\t'", "'a\\nb\\r\\t'"),
    ("\u{0}\u{1B}\u{7F}", "'\\x00\\x1b\\x7f'", "'\\x00\\x1b\\x7f'"),
    ("\u{85}\u{A0}\u{AD}", "'\\x85\\xa0\\xad'", "'\\x85\\xa0\\xad'"),
    ("\u{E9}", "'\u{E9}'", "'\\xe9'"),
    ("\u{301}", "'\u{301}'", "'\\u0301'"),
    ("\u{200B}\u{200D}", "'\\u200b\\u200d'", "'\\u200b\\u200d'"),
    ("\u{2028}", "'\\u2028'", "'\\u2028'"),
    ("\u{E000}", "'\\ue000'", "'\\ue000'"),
    ("\u{1D11E}", "'\u{1D11E}'", "'\\U0001d11e'"),
    ("\u{E0001}", "'\\U000e0001'", "'\\U000e0001'"),
    ("\u{FFFE}", "'\\ufffe'", "'\\ufffe'"),
    (" ", "' '", "' '"),
    ("\u{3000}", "'\\u3000'", "'\\u3000'"),
    ("\u{20AC}\u{FC}", "'\u{20AC}\u{FC}'", "'\\u20ac\\xfc'"),
  ])
  func `a string as a literal`(text: String, literal: String, ascii: String) {
    #expect(TextLiteral.repr(text) == literal)
    #expect(TextLiteral.ascii(literal) == ascii)
  }

  @Test(
    arguments: [
      ([], "''"),
      ([97, 39, 98], "\"a'b\""),
      ([97, 39, 34, 98], "'a\\'\"b'"),
      ([92, 10, 13, 9, 0, 127, 128, 255], "'\\\\\\n\\r\\t\\x00\\x7f\\x80\\xff'"),
    ] as [([UInt8], String)])
  func `bytes as a literal`(bytes: [UInt8], literal: String) {
    #expect(TextLiteral.repr(bytes: bytes) == literal)
  }

  @Test(arguments: [
    ("", "\"\"", "\"\""),
    ("a", "\"a\"", "\"a\""),
    ("'", "\"'\"", "\"'\""),
    ("\"", "\"\\\"\"", "\"\\\"\""),
    ("'\"", "\"'\\\"\"", "\"'\\\"\""),
    ("\\", "\"\\\\\"", "\"\\\\\""),
    ("a\u{A}b\u{D}\u{9}", "\"a\\nb\\r\\t\"", "\"a\\nb\\r\\t\""),
    ("\u{0}\u{1B}\u{7F}", "\"\\u0000\\u001b\u{7F}\"", "\"\\u0000\\u001b\\u007f\""),
    ("\u{85}\u{A0}\u{AD}", "\"\u{85}\u{A0}\u{AD}\"", "\"\\u0085\\u00a0\\u00ad\""),
    ("\u{E9}", "\"\u{E9}\"", "\"\\u00e9\""),
    ("\u{301}", "\"\u{301}\"", "\"\\u0301\""),
    ("\u{200B}\u{200D}", "\"\u{200B}\u{200D}\"", "\"\\u200b\\u200d\""),
    ("\u{2028}", "\"\u{2028}\"", "\"\\u2028\""),
    ("\u{E000}", "\"\u{E000}\"", "\"\\ue000\""),
    ("\u{1D11E}", "\"\u{1D11E}\"", "\"\\ud834\\udd1e\""),
    ("\u{E0001}", "\"\u{E0001}\"", "\"\\udb40\\udc01\""),
    ("\u{FFFE}", "\"\u{FFFE}\"", "\"\\ufffe\""),
    (" ", "\" \"", "\" \""),
    ("\u{3000}", "\"\u{3000}\"", "\"\\u3000\""),
    ("\u{20AC}\u{FC}", "\"\u{20AC}\u{FC}\"", "\"\\u20ac\\u00fc\""),
  ])
  func `a string of JSON`(text: String, plain: String, ascii: String) {
    #expect(Array(JSONQuotes.text(text, isASCII: false).utf8) == Array(plain.utf8))
    #expect(JSONQuotes.text(text, isASCII: true) == ascii)
  }

  @Test(arguments: [
    ("", "", ""),
    ("a<b>&c", "a&lt;b&gt;&amp;c", "a&lt;b&gt;&amp;c"),
    ("\"'", "\"'", "&quot;&#x27;"),
    ("<\u{301}", "&lt;\u{301}", "&lt;\u{301}"),
    ("&\u{200D}&amp;", "&amp;\u{200D}&amp;amp;", "&amp;\u{200D}&amp;amp;"),
    ("\u{E9}\u{A}\u{0}", "\u{E9}\u{A}\u{0}", "\u{E9}\u{A}\u{0}"),
  ])
  func `text in HTML`(text: String, kept: String, quoted: String) {
    #expect(Array(MarkupText.escaped(text).utf8) == Array(kept.utf8))
    #expect(Array(MarkupText.escaped(text, quotes: .python).utf8) == Array(quoted.utf8))
  }

  @Test(
    arguments: [
      ([], "", ""),
      ([102], "Zg==", "Zg"),
      ([102, 111], "Zm8=", "Zm8"),
      ([102, 111, 111], "Zm9v", "Zm9v"),
      ([102, 111, 111, 98], "Zm9vYg==", "Zm9vYg"),
      ([255, 254, 253, 251, 239], "//79++8=", "__79--8"),
      ([250, 251, 252, 253, 254, 255], "+vv8/f7/", "-vv8_f7_"),
    ] as [([UInt8], String, String)])
  func `bytes as letters`(bytes: [UInt8], text: String, address: String) {
    #expect(Base64.text(bytes) == text)
    #expect(Base64.addressText(bytes) == address)
  }
}
