import PythonSyntax
import Testing

/// A source, what CPython 3.12 says about it, and the text that is pointed at.
struct MessageCase: Sendable, CustomTestStringConvertible {
  let source: String
  let message: String
  let place: String

  init(_ source: String, _ message: String, at place: String) {
    (self.source, self.message, self.place) = (source, message, place)
  }

  var testDescription: String { source.debugDescription }

  static let all = [
    MessageCase("f(1, 2", "'(' was never closed", at: "("),
    MessageCase("x = [1,\ny = 2\n", "'[' was never closed", at: "["),
    MessageCase("f(]", "closing parenthesis ']' does not match opening parenthesis '('", at: "]"),
    MessageCase(
      "(\n]", "closing parenthesis ']' does not match opening parenthesis '(' on line 1", at: "]"),
    MessageCase("x)", "unmatched ')'", at: ")"),
    MessageCase("f(a b)", "invalid syntax. Perhaps you forgot a comma?", at: "a b"),
    MessageCase(
      "[Dense(1)\n Dense(2)]", "invalid syntax. Perhaps you forgot a comma?",
      at: "Dense(1)\n Dense(2)"),
    MessageCase(
      "if x = 3: pass", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", at: "x = 3"),
    MessageCase(
      "f() = 1", "cannot assign to function call here. Maybe you meant '==' instead of '='?",
      at: "f()"),
    MessageCase(
      "f(a.b=1)", "expression cannot contain assignment, perhaps you meant \"==\"?", at: "a.b="),
    MessageCase("f(a=1, b)", "positional argument follows keyword argument", at: ")"),
    MessageCase("for x in y\n  z", "expected ':'", at: "\n"),
    MessageCase(
      "if x:\ny", "expected an indented block after 'if' statement on line 1", at: "y"),
    MessageCase("x\n  y", "unexpected indent", at: ""),
    MessageCase(
      "if x:\n    y\n  z", "unindent does not match any outer indentation level", at: ""),
    MessageCase("x = 'abc", "unterminated string literal (detected at line 1)", at: "'abc"),
    MessageCase("x = “a”", "invalid character '“' (U+201C)", at: "“"),
    MessageCase("x =\u{A0}1", "invalid non-printable character U+00A0", at: "\u{A0}"),
    MessageCase("x = 1 \\ y", "unexpected character after line continuation character", at: " "),
    MessageCase("1_", "invalid decimal literal", at: "_"),
    MessageCase("b'é'", "bytes can only contain ASCII literal characters", at: "b'é'"),
    MessageCase("f'{}'", "f-string: valid expression required before '}'", at: "}"),
    MessageCase("f'}'", "f-string: single '}' is not allowed", at: "}"),
    MessageCase(
      "try: x\nexcept A, B: y", "multiple exception types must be parenthesized", at: "A, B"),
    MessageCase(
      "def f(a=1, b): x", "parameter without a default follows parameter with a default",
      at: "b"),
    MessageCase("x = 1\0", "source code string cannot contain null bytes", at: "\0"),
  ]
}

@Suite struct MessageTests {
  @Test(arguments: MessageCase.all)
  func `a message is CPython's and points at the cause`(_ row: MessageCase) throws {
    let error = try #require(throws: SyntaxError.self) { try parseModule(row.source) }
    #expect(error.english == row.message)
    #expect(String(decoding: Array(row.source.utf8)[error.range], as: UTF8.self) == row.place)
    #expect(error.portuguese != error.english)
  }

  @Test func `async is named as left out, in both languages`() throws {
    let error = try #require(throws: SyntaxError.self) { try parseModule("async def f(): pass") }
    #expect(error.english == "'async' is not part of the notation")
    #expect(error.portuguese == "'async' não faz parte da notação")
    #expect(error.range == 0..<5)
  }
}
