import Diagnostics
import Notebooks
import Testing

@testable import Rendering

@Suite struct `Prose on a page` {
  private static let cells = """
    # T

    a[^n] b[^m]

    <details>
    <summary>s</summary>

    ```yaml {.fit #a}
    x: 1
    ```

    [^n]: eins

    </details>

    c[^m]

    ```yaml {.fit #b}
    x: 1
    ```

    [^m]: two
    """

  @Test func `has the footnotes of all cells at its end`() throws {
    let page = Sample.page("---\nlang: pt\n---\n" + Self.cells)
    let section = try #require(page.firstRange(of: "<section class=\"footnotes\""))
    let end = page[section.lowerBound...]
    #expect(end.contains("<h2 id=\"fn:title\">Notas de rodapé</h2>"))
    #expect(end.contains("aria-label=\"Voltar à referência 2-2\""))
    #expect(!page[..<section.lowerBound].contains("eins"))
    #expect(page.contains("sup.note{"))
  }

  @Test func `has outputs within what HTML opened around them`() throws {
    let page = Sample.page(Self.cells)
    let start = try #require(page.firstRange(of: "<details>")).upperBound
    let end = try #require(page[start...].firstRange(of: "</details>")).lowerBound
    #expect(page[start..<end].contains("class=\"cell\""))
    #expect(StrictPage(page).finds == [])
  }

  @Test func `needs no rules for what it doesn't have`() {
    let page = Sample.page("# T\n\na\n")
    for sign in ["sup.note", ".footnotes", ".alert", ".task", "kbd{", "dl{"] {
      #expect(!page.contains(sign))
    }
    #expect(Sample.page("> [!TIP]\n> a\n").contains(".alert{"))
  }

  @Test(arguments: [
    ("true", 3), ("false", 0), ("2", 1), ("3", 2), ("4", 3), ("x", -1), ("7", -1), ("1", -1),
  ])
  func `has the list of contents that its front matter wants`(toc: String, count: Int) {
    let lesson = Sample.lesson("---\ntoc: \(toc)\n---\n## A\n\n### B\n\n#### C\n")
    guard count >= 0 else { return #expect(lesson.notebook.diagnostics.hasErrors) }
    let page = String(decoding: HTMLPageRenderer().files(for: lesson)[0].bytes, as: UTF8.self)
    let items = page.matches(of: #/<li[^>]*><a href="#/#).count
    #expect(items == (toc == "true" ? 2 : count))
    #expect(page.contains("class=\"contents\"") == (count > 0))
  }

  @Test(arguments: [
    ("b.md", "b.html"), ("b.md#x", "b.html#x"), ("sub/c%20d.ipynb#y", "sub/c%20d.html#y"),
    ("./b.md", "./b.md"), ("../b.md", "../b.md"), ("other.md", "other.md"),
    ("https://a.org/b.md", "https://a.org/b.md"), ("b.md?x", "b.md?x"),
  ])
  func `leads to the pages of lessons that stand beside it`(address: String, target: String) {
    var lesson = Sample.lesson("[a](\(address)) ![b](b.md)\n")
    #expect(lesson.linkedFiles.count <= 1)
    lesson.linkedLessons = ["b.md", "sub/c d.ipynb"]
    let page = String(decoding: HTMLPageRenderer().files(for: lesson)[0].bytes, as: UTF8.self)
    #expect(page.contains("<a href=\"\(target)\">a</a>"))
  }

  @Test func `shows of a cell's HTML what does no harm`() {
    let html = "<h3>A</h3><ul><li onclick=x>b<script>c</script></ul><table><tr><td colspan=2>d"
    let shown = ProseHTML.shown(html: html, language: .english)
    #expect(
      shown == "<div class=\"shown\">\n<h3>A</h3><ul><li>b</li></ul>"
        + "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">"
        + "<table><tbody><tr><td colspan=\"2\">d</td></tr></tbody>"
        + "</table></div>\n</div>\n")
  }
}
