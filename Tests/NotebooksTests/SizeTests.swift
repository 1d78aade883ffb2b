import Notebooks
import Testing

struct `Large and odd notebooks` {
  @Test(arguments: [
    ["text *with* `code` and [1](run:x)\n\n", "- item\n"], ["```yaml {.fit}\nepochs: 5\n```\n\n"],
  ])
  func `of 10 MB keep the laws`(pieces: [String]) throws {
    var bytes: [UInt8] = []
    while bytes.count < 5_000_000 { for piece in pieces { bytes += piece.utf8 } }
    if pieces.count == 1 { bytes = Array(bytes.prefix(400_000 / 27 * 27)) } else { bytes += bytes }
    try checkLaws(bytes)
  }

  @Test(arguments: ["a", "|", "[", "`x", "$", "*a", "<", "\t", "é", "\0"])
  func `with a line of 1 MB keep the laws`(piece: String) throws {
    let count = 1_000_000 / piece.utf8.count
    let line = String(repeating: piece, count: piece == "[" || piece == "*a" ? 50_000 : count)
    try checkLaws(Array(("```yaml {.fit}\n```\n\n" + line + "\n").utf8))
  }

  @Test(arguments: ["> ", "- ", ">"])
  func `nested deeply keep the laws`(piece: String) throws {
    let line = String(repeating: piece, count: 5_000)
    try checkLaws(Array((line + "```{.fit}\n\n```yaml {.fit}\n```\n").utf8))
  }
}

struct `Places in a directive's body` {
  @Test
  func `are found in the notebook through tabs and indentation`() throws {
    let text = "x\r\n  ```python {.model}\r\n\tDense(1)\r\n   é(2)\r\n  ```\r\n"
    let directive = try #require(notebook(text).directives.first)
    #expect(directive.body == "  Dense(1)\n é(2)\n")
    let bytes = Array(text.utf8)
    let body = Array(directive.body.utf8)
    let dense = try #require(body.firstIndex(of: UInt8(ascii: "D")))
    #expect(bytes[directive.sourceOffset(ofBodyUTF8: dense)] == UInt8(ascii: "D"))
    #expect(bytes[directive.sourceOffset(ofBodyUTF8: 0)] == 0x09)
    let two = try #require(body.firstIndex(of: UInt8(ascii: "2")))
    #expect(bytes[directive.sourceOffset(ofBodyUTF8: two)] == UInt8(ascii: "2"))
    #expect(directive.sourceOffset(ofBodyUTF8: body.count) <= bytes.count)
  }

  @Test
  func `digest alike whatever ends the lines`() {
    let text = "```yaml {.fit epochs=5}\na: 1\n```\n"
    let windows = text.replacing("\n", with: "\r\n")
    #expect(
      notebook(text).directives.map(\.sourceSHA256)
        == notebook(windows).directives.map(\.sourceSHA256))
  }
}
