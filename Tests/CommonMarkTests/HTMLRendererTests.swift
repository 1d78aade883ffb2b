import CommonMark
import Testing

/// Markdown and the HTML that it becomes on a page.
struct HTMLCase: Sendable, CustomTestStringConvertible {
  let name: String
  let markdown: String
  let html: String

  init(_ name: String, _ markdown: String, _ html: String) {
    self.name = name
    self.markdown = markdown
    self.html = html
  }

  var testDescription: String { name }
}

struct `Prose to HTML` {
  @Test(arguments: [
    HTMLCase(
      "table", "| a | b |\n|:--|--:|\n| *x* | 1 |\n| `p\\|q` |\n\nend",
      """
      <table>
      <thead>
      <tr>
      <th style="text-align: left">a</th>
      <th style="text-align: right">b</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td style="text-align: left"><em>x</em></td>
      <td style="text-align: right">1</td>
      </tr>
      <tr>
      <td style="text-align: left"><code>p|q</code></td>
      <td style="text-align: right"></td>
      </tr>
      </tbody>
      </table>
      <p>end</p>

      """),
    HTMLCase(
      "table in a list after a line of text", "- text\n  | a |\n  |---|\n  | [r] |\n\n[r]: /u\n",
      """
      <ul>
      <li>text
      <table>
      <thead>
      <tr>
      <th>a</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td><a href="/u">r</a></td>
      </tr>
      </tbody>
      </table>
      </li>
      </ul>

      """),
    HTMLCase(
      "table in a quotation", "> | a | b |\n> | - | - |\n",
      """
      <blockquote>
      <table>
      <thead>
      <tr>
      <th>a</th>
      <th>b</th>
      </tr>
      </thead>
      </table>
      </blockquote>

      """),
    HTMLCase("other count of columns", "| a | b |\n| - |\n", "<p>| a | b |\n| - |</p>\n"),
    HTMLCase(
      "math keeps underscores", "Let $a_1 * b_1 * c$ and **$x<y$** be.",
      "<p>Let <span class=\"math inline\">a_1 * b_1 * c</span> and "
        + "<strong><span class=\"math inline\">x&lt;y</span></strong> be.</p>\n"),
    HTMLCase(
      "display math over lines", "$$\na\n=\n- b\n$$\n",
      "<p><span class=\"math display\">\na\n=\n- b\n</span></p>\n"),
    HTMLCase("money is no math", "It costs $5 or $6, \\$x.", "<p>It costs $5 or $6, $x.</p>\n"),
    HTMLCase(
      "a dollar sign that can't close ends the look for one", "Prices: $5, $6 and $a+b$ or $c$7.",
      "<p>Prices: $5, $6 and <span class=\"math inline\">a+b</span> or $c$7.</p>\n"),
    HTMLCase(
      "words in math may have dollar signs", "$x \\text{ if $y {z}$}$ and $\\text{$",
      "<p><span class=\"math inline\">x \\text{ if $y {z}$}</span> and "
        + "<span class=\"math inline\">\\text{</span></p>\n"),
    HTMLCase(
      "math in code is code", "`$x$` $y$",
      "<p><code>$x$</code> <span class=\"math inline\">y</span></p>\n"),
    HTMLCase("dollars in an address stay", "[a](/$x$/)", "<p><a href=\"/$x$/\">a</a></p>\n"),
    HTMLCase(
      "fenced dollars stay", "```\n$$\nx\n$$\n```\n",
      "<pre><code>$$\nx\n$$\n</code></pre>\n"),
    HTMLCase(
      "raw HTML is text", "<script>x</script>\n\na <b onclick=x>b</b><br/>c",
      "<p class=\"raw\">&lt;script&gt;x&lt;/script&gt;\n</p>\n"
        + "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;<br />c</p>\n"),
    HTMLCase("comments are dropped", "<!-- secret -->\n\na<!-- b -->c", "<p>ac</p>\n"),
    HTMLCase(
      "dangerous addresses are dropped",
      "[a](javascript:x) [b](JAVA&#9;script:x) ![c](data:text/html,x)",
      "<p><a href=\"\">a</a> <a href=\"\">b</a> <img src=\"\" alt=\"c\" /></p>\n"),
    HTMLCase(
      "run links survive", "[98,9 %](run:teste.accuracy)",
      "<p><a href=\"run:teste.accuracy\">98,9 %</a></p>\n"),
    HTMLCase(
      "anchors are unique", "# Olá, *Mundo*!\n\n## Olá Mundo\n\n## !",
      "<h1 id=\"olá-mundo\">Olá, <em>Mundo</em>!</h1>\n<h2 id=\"olá-mundo-1\">Olá Mundo</h2>\n"
        + "<h2 id=\"section\">!</h2>\n"),
    HTMLCase(
      "private characters stay", "a\u{E000}0\u{E001} $x$",
      "<p>a\u{E000}0\u{E001} <span class=\"math inline\">x</span></p>\n"),
  ])
  func `has tables, mathematics and nothing dangerous`(example: HTMLCase) {
    var renderer = HTMLRenderer()
    #expect(renderer.html(example.markdown) == example.html)
  }

  @Test
  func `asks its hooks for code, links and images`() {
    var renderer = HTMLRenderer()
    renderer.codeBlock = { info, code in "<x>\(info)|\(code)</x>" }
    renderer.link = { $0 == "run:a" ? nil : "#there" }
    renderer.image = { "<i \($0.address) \($0.alt) \($0.title)>" }
    let markdown = "```python {.fit}\n$a$\n```\n[t](run:a) [u](v) ![*al*t](f.svg \"T\")"
    #expect(
      renderer.html(markdown)
        == "<x>python {.fit}|$a$\n</x>\n<p>t <a href=\"#there\">u</a> <i f.svg alt T></p>\n")
  }

  @Test
  func `keeps anchors unique over several pieces and knows definitions from elsewhere`() {
    var renderer = HTMLRenderer()
    renderer.definitions = "[a]: /b"
    #expect(renderer.html("# [a]\n") == "<h1 id=\"a\"><a href=\"/b\">a</a></h1>\n")
    #expect(renderer.html("# A\n").hasPrefix("<h1 id=\"a-1\">"))
  }

  @Test(arguments: [
    String(repeating: ">", count: 20_000), String(repeating: "$a ", count: 100_000),
    String(repeating: "[", count: 50_000), String(repeating: "$$", count: 50_000),
    (1...1200).map { String(repeating: "`", count: $0) }.joined(separator: " ") + " $x$",
    String(repeating: "| a | b |\n", count: 20_000),
    String(repeating: "|", count: 20_000) + "\n" + String(repeating: "|", count: 20_000),
  ])
  func `survives hostile input`(markdown: String) {
    var renderer = HTMLRenderer()
    #expect(!renderer.html(markdown).isEmpty)
  }
}
