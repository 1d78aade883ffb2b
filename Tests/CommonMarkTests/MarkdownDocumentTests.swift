import CommonMark
import Testing

struct `A Markdown document` {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `has its blocks on the right lines whatever ends them`(ending: String) {
    let text = "# T\n\npara\n<!-- c -->\n- item\n  > ```x\n  > y\n\n~~~ yaml {.fit}\nz\n~~~\n"
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let document = MarkdownDocument(lines.joined(separator: ending).utf8)
    #expect(
      document.blocks.map { "\($0.line) \($0.depth) \($0.kind)" } == [
        "1 0 heading(level: 1)", "3 0 paragraph", "4 0 html", "5 0 list", "5 1 item",
        "5 2 paragraph", "6 2 blockQuote", "6 3 codeBlock(info: \"x\")",
        "9 0 codeBlock(info: \"yaml {.fit}\")",
      ])
  }

  @Test
  func `takes NUL and invalid bytes as replacement characters`() {
    let document = MarkdownDocument([0x23, 0x20, 0x00, 0xFF, 0x0A, 0x61, 0x0A])
    #expect(document.blocks.map(\.line) == [1, 2])
  }

  @Test
  func `lists links and images of its paragraphs`() {
    let document = MarkdownDocument("[a](run:b) `[c](d)` ![e](f)".utf8)
    #expect(document.links.map(\.url) == ["run:b", "f"])
    #expect(document.links.map(\.isImage) == [false, true])
  }

  @Test
  func `bounds a block by the next one`() {
    let document = MarkdownDocument("a\n\nb\nc\n".utf8)
    #expect(document.lines(ofBlock: 0, lineCount: 4) == 1...2)
    #expect(document.lines(ofBlock: 1, lineCount: 4) == 3...4)
  }
}
