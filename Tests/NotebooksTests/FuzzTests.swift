import Testing
import TestSupport

struct `Notebooks put together from nasty pieces` {
  static let fragments = [
    "\n", "\r\n", "\r", "\n\n", " ", "\t", "    ", "\u{FEFF}", "\0", "é", "---\n", "...\n",
    "title: x\n",
    "```yaml {.fit}\n", "```\n", "```", "~~~ {.fit #a}\n", "~~~\n",
    "  ```yaml {.fit #b}\r\n\tx: 1\n",
    "````\n", "> ", "- ", "1. ", "<div>\n", "<!-- c -->\n", "<!--\n", "-->\n", "text",
    "| a | b |\n",
    "|---|---|\n", "epochs: 5\n", "- [x]\n", "a: [1, 2\n", "[98,9 %](run:b.accuracy)", "`", "$x$",
    "</script>", "===\n", "# h\n", "***\n", "{.fit}", "```python {.model", "}\n", "<![CDATA[\n",
    "<?php\n",
    "<!-- caderno:out id=q key=k -->\n", "<!-- /caderno:out sum=s -->\n", "\\", "&amp;", "\u{2028}",
  ]

  @Test(arguments: 0..<400)
  func `keep the laws of reading and writing`(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    for _ in 0..<5 {
      var text = ""
      for _ in 0..<Int.random(in: 1...25, using: &random) {
        text += Self.fragments.randomElement(using: &random) ?? ""
      }
      try checkLaws(Array(text.utf8))
    }
  }

  @Test(arguments: 0..<400)
  func `are written with any body and found again`(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed) + 1_000_000)
    var body = "x"
    for _ in 0..<Int.random(in: 1...15, using: &random) {
      body += Self.fragments.randomElement(using: &random) ?? ""
    }
    try checkLaws(Array("```yaml {.fit}\n```\ntext\n\n~~~ {.fit}\n~~~".utf8), body: body)
  }

  @Test(arguments: 0..<200)
  func `survive bytes that are not text`(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed) + 2_000_000)
    var bytes = Array("```yaml {.fit}\na: ".utf8)
    for _ in 0..<40 { bytes.append(UInt8.random(in: 0...255, using: &random)) }
    try checkLaws(bytes + Array("\n```\n".utf8))
  }
}
