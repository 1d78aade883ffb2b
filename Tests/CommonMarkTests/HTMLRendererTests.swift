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
      "raw HTML is what does no harm", "<script>x</script>\n\na <b onclick=x>b</b><br/>c",
      "<p>a <b>b</b><br />c</p>\n"),
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
    HTMLCase(
      "strikethrough", "~~a *b*~~ \\~c~ `~d~`",
      "<p><del>a <em>b</em></del> ~c~ <code>~d~</code></p>\n"),
    HTMLCase(
      "tasks", "- [x] a\n- [ ] b",
      """
      <ul>
      <li class="task"><input type="checkbox" disabled checked aria-label="Completed task"> a</li>
      <li class="task"><input type="checkbox" disabled aria-label="Incomplete task"> b</li>
      </ul>

      """),
    HTMLCase(
      "tasks in a quotation", "> 1. [ ] a",
      """
      <blockquote>
      <ol>
      <li class="task"><input type="checkbox" disabled aria-label="Incomplete task"> a</li>
      </ol>
      </blockquote>

      """),
    HTMLCase(
      "a reference within an address", "http://a.org/?b&amp;c",
      "<p><a href=\"http://a.org/?b&amp;c\">http://a.org/?b&amp;c</a></p>\n"),
    HTMLCase(
      "letters of all scripts in a host", "https://é.fr/x_y",
      "<p><a href=\"https://%C3%A9.fr/x_y\">https://é.fr/x_y</a></p>\n"),
    HTMLCase(
      "an alert", "> [!Tip]\n> a",
      "<div class=\"alert tip\" role=\"note\">\n<p class=\"title\">Tip</p>\n<p>a</p>\n</div>\n"),
    HTMLCase(
      "an alert with blocks", "> [!CAUTION]\n>\n> - a",
      "<div class=\"alert caution\" role=\"note\">\n<p class=\"title\">Caution</p>\n"
        + "<ul>\n<li>a</li>\n</ul>\n</div>\n"),
    HTMLCase(
      "no alerts", "> [!NOTE]\n\n> [!X]\n> a\n\n> [!NOTE] b\n> c",
      "<blockquote>\n<p>[!NOTE]</p>\n</blockquote>\n<blockquote>\n<p>[!X]\na</p>\n</blockquote>\n"
        + "<blockquote>\n<p>[!NOTE] b\nc</p>\n</blockquote>\n"),
    HTMLCase(
      "an alert within a list", "- > [!NOTE]\n  > a",
      "<ul>\n<li>\n<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>\n</li>\n</ul>\n"),
    HTMLCase(
      "definitions", "*T*\n: a\n: b\n\nU\n\n~ c\n\n  d",
      "<dl>\n<dt><em>T</em></dt>\n<dd>a</dd>\n<dd>b</dd>\n<dt>U</dt>\n"
        + "<dd>\n<p>c</p>\n<p>d</p>\n</dd>\n</dl>\n"),
    HTMLCase(
      "no definitions", "two\nlines\n: a\n\n: b\n\nT\n\n\n: c\n\nT\n:d",
      "<p>two\nlines\n: a</p>\n<p>: b</p>\n<p>T</p>\n<p>: c</p>\n<p>T\n:d</p>\n"),
    HTMLCase(
      "a reference in a link is no link", "[a[^1]](/u)\n\n[^1]: b",
      "<p><a href=\"/u\">a<sup class=\"note\">1</sup></a></p>\n"),
    HTMLCase(
      "no footnote in the anchor of a heading", "# A[^1]\n\n[^1]: b",
      "<h1 id=\"a\">A<sup class=\"note\"><a id=\"fnref:1\" href=\"#fn:1\" "
        + "role=\"doc-noteref\">1</a></sup></h1>\n"),
    HTMLCase(
      "characters that stand for escapes", "\u{10A50} \\~ `\u{10A51}`",
      "<p>\u{10A50} ~ <code>\u{10A51}</code></p>\n"),
  ])
  func `has what GitHub and Pandoc add`(example: HTMLCase) {
    var renderer = HTMLRenderer()
    #expect(renderer.html(example.markdown) == example.html)
  }

  @Test
  func `numbers footnotes over several pieces`() {
    var renderer = HTMLRenderer()
    renderer.words.footnotes = "Notas"
    renderer.words.backToReference = "Voltar"
    let pieces = ["a[^x] b[^y]", "[^y]: Y\n\nc[^x]", "[^x]: X\n[^z]: Z"]
    for piece in pieces { renderer.expectFootnotes(of: piece) }
    let first = renderer.html(pieces[0])
    #expect(first.contains("id=\"fnref:1\"") && first.contains("href=\"#fn:2\""))
    for piece in pieces.dropFirst() { _ = renderer.html(piece) }
    #expect(
      renderer.footnoteSection() == """
        <section class="footnotes" role="doc-endnotes" aria-labelledby="fn:title">
        <h2 id="fn:title">Notas</h2>
        <ol>
        <li id="fn:1">
        <p>X <a href="#fnref:1" role="doc-backlink" aria-label="Voltar 1">↩</a> \
        <a href="#fnref:1-2" role="doc-backlink" aria-label="Voltar 1-2">↩<sup>2</sup></a></p>
        </li>
        <li id="fn:2">
        <p>Y <a href="#fnref:2" role="doc-backlink" aria-label="Voltar 2">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test
  func `leaves footnotes alone where they are off`() {
    var renderer = HTMLRenderer()
    renderer.hasFootnotes = false
    #expect(renderer.html("a[^1] b") == "<p>a[^1] b</p>\n")
    #expect(renderer.footnoteSection() == "")
  }

  /// Ten times the text takes ten times as long; what is quadratic takes a hundred.
  @Test(arguments: [
    "a[^1] ", "[^1", "~a ", "~", "a~b~~", "*a ~~b ", "[a](", "a@", "www.", "http://a.b(", "\\~",
    "> [!NOTE]\n> a\n\n", "- [ ] ", "a\n: b\n\n", "[^a]: b\n", "a [^b]: ", "`a~ ",
    "$a\\text{$b}", "$$a ", "$ \\text{$ ", "http://a <a:",
  ])
  func `costs no more than the text's length`(part: String) {
    func seconds(_ count: Int) -> Double {
      let clock = ContinuousClock()
      let markdown = String(repeating: part, count: count) + "]\n\n[^1]: x\n"
      let times = (0..<3).map { _ in
        clock.measure {
          var renderer = HTMLRenderer()
          _ = renderer.html(markdown) + renderer.footnoteSection()
        }
      }
      return (times.min() ?? .zero) / .seconds(1)
    }
    #expect(seconds(10_000) < 40 * seconds(1000) + 0.1)
  }

  @Test(arguments: [
    ("$", 65_534, true), ("$", 65_537, false), ("$$", 65_530, true), ("$$", 65_540, false),
  ])
  func `takes 64 KiB for mathematics, and what is longer for text`(
    mark: String, count: Int, isMath: Bool
  ) {
    var renderer = HTMLRenderer()
    let html = renderer.html(mark + String(repeating: "a", count: count) + mark + "\n")
    #expect(html.contains("<span class=\"math") == isMath)
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
