import Testing

@testable import Rendering

@Suite struct `Highlighted code` {
  private static let cases: [(String, String, String)] = [
    (
      "python", "for x in f('a'): # no <b>",
      "<span class=\"hl-k\">for</span> x <span class=\"hl-k\">in</span> "
        + "<span class=\"hl-f\">f</span>(<span class=\"hl-s\">'a'</span>): "
        + "<span class=\"hl-c\"># no &lt;b&gt;</span>"
    ),
    (
      "yaml", "epochs: 5",
      "<span class=\"hl-f\">epochs</span>: <span class=\"hl-n\">5</span>"
    ),
    ("json", "[true]", "[<span class=\"hl-k\">true</span>]"),
    ("swift", "// c", "<span class=\"hl-c\">// c</span>"),
    ("python", "'open", "<span class=\"hl-s\">'open</span>"),
    ("python", "'\\", "<span class=\"hl-s\">'\\</span>"),
    ("", "a < b", "a &lt; b"),
    ("brainfuck", "<script>", "&lt;script&gt;"),
  ]

  @Test(arguments: cases)
  func `has its words marked`(language: String, code: String, expected: String) {
    #expect(CodeHighlighter.html(code, language: language) == expected)
  }

  @Test(arguments: ["python", "yaml", "swift", "bash", "json", "text"])
  func `loses nothing`(language: String) {
    let code = "a = \"\"\"b\n'c' # d\"\"\" + 0x1F // e\n\tkey: 'v\\'w' \u{1F600} <&> \"é\"\n}"
    let html = CodeHighlighter.html(code, language: language)
    let text = html.replacing(#/<[^>]*>/#, with: "").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&amp;", with: "&")
    #expect(text == code)
  }
}
