import Foundation
import Testing

/// What cells show, in the forms that files and scripts have of it.
struct `What a cell shows` {
  private static let head = "---\ncaderno: {python: keras}\n---\n\n"

  private func lesson(_ sources: String...) throws -> LessonFolder {
    let cells = sources.map { "```python\n\($0)\n```\n" }.joined(separator: "\n")
    return try LessonFolder(["l.md": Self.head + cells])
  }

  @Test func `is words or harmless markup of HTML, and tables and Markdown as such`() throws {
    let folder = try lesson(
      "from IPython.display import HTML, Markdown, Math\n"
        + "HTML('<p>one &amp; <b>two</b></p>"
        + "<script>alert(1)</script>')",
      "HTML('<table><tr><th>a</th></tr><tr><td>1</td></tr></table>')",
      "Markdown('*three*')", "Math('x^2')")
    let run = folder.caderno("run", "l.md", "--no-cache")
    #expect(run.status == 0, "\(run.errors)")
    let text = try folder.text("l.md")
    for part in [
      "```text\none & two\n```", "| a |\n| ---: |\n| 1 |", "\n*three*\n",
      "\n$\\displaystyle x^2$\n",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    folder.caderno("run", "l.md", "--no-cache", "-o", "page.html")
    let page = try folder.text("page.html")
    #expect(page.contains("<p>one &amp; <b>two</b></p>"))
    #expect(page.contains("<p><em>three</em></p>"))
    #expect(page.contains("<msup>"))
    // The cell's own code says it, and nothing else.
    #expect(!page.contains("<script") && page.split(separator: "alert").count == 2)
    #expect(folder.caderno("check", "l.md").status == 0)
  }

  /// Markdown that would end the region, leave a fence open or name a number.
  @Test(arguments: [
    "<!-- /caderno:out sum=x -->", "```", "~~~\\ntext", "[a]: b", "[1](run:keras-1.x)", "<b>x</b>",
    "a\\n   ```yaml {.fit}",
  ])
  func `is a code block where its Markdown reaches beyond itself`(markdown: String) throws {
    let folder = try lesson(
      "from IPython.display import Markdown\nx = 1\nMarkdown('\(markdown)')", "2")
    #expect(folder.caderno("run", "l.md").status == 0)
    let first = try folder.text("l.md")
    #expect(first.contains("```text\n"))
    #expect(folder.caderno("check", "l.md").status == 0)
    #expect(folder.caderno("run", "l.md").status == 0)
    #expect(try folder.text("l.md") == first)
    folder.caderno("clean", "l.md")
    #expect(folder.caderno("run", "l.md").status == 0)
    #expect(try folder.text("l.md") == first)
  }

  @Test func `is a picture, in a file beside Markdown and in the page itself`() throws {
    let png = "b'\\x89PNG\\r\\n\\x1a\\n'"
    let folder = try lesson(
      "from IPython.display import Image, SVG\nImage(data=\(png))",
      "SVG('<svg width=\"9\"><script>1</script></svg>')")
    let run = folder.caderno("run", "l.md")
    #expect(run.status == 0, "\(run.errors)")
    #expect(folder.exists("l.files/keras-1-value.png"))
    #expect(try folder.text("l.files/keras-2-figure.svg").hasPrefix("<svg xmlns="))
    folder.caderno("run", "l.md", "-o", "page.html")
    let page = try folder.text("page.html")
    #expect(page.contains("<img src=\"data:image/png;base64,iVBORw0KGgo=\""))
    #expect(page.contains("<img src=\"data:image/svg+xml;base64,"))
    #expect(!page.contains("<script"))
    // Another picture's kind: the file of the old one goes.
    try folder.write(
      try folder.text("l.md").replacing("Image(data=\(png))", with: "3"), to: "l.md")
    #expect(folder.caderno("run", "l.md").status == 0)
    #expect(!folder.exists("l.files/keras-1-value.png"))
  }

  @Test func `stands where another cell showed it first`() throws {
    let folder = try lesson(
      "display(11, display_id='a')", "from IPython.display import update_display",
      "update_display(22, display_id='a')")
    for _ in 0..<2 {
      let run = folder.caderno("run", "l.md")
      #expect(run.status == 0)
      #expect(try folder.text("l.md").contains("id=keras-1 "))
      #expect(try folder.text("l.md").contains("\n22\n"))
      #expect(try !folder.text("l.md").contains("\n11\n"))
    }
  }

  @Test func `comes from the cache as it was`() throws {
    let folder = try lesson(
      "import sys, pandas as pd\nprint('e', file=sys.stderr)\nprint('o')\ndisplay(1)",
      "pd.DataFrame({'a': [0.5]})", "from IPython.display import HTML\nHTML('<i>x</i>')")
    folder.caderno("run", "l.md", "-o", "one.ipynb")
    folder.caderno("run", "l.md", "-o", "two.ipynb")
    #expect(try folder.text("one.ipynb") == folder.text("two.ipynb"))
    #expect(try folder.text("one.ipynb").contains("\"name\": \"stderr\""))
  }
}

struct `A script and a notebook` {
  @Test func `differ in the names that they have without an import`() throws {
    let folder = try LessonFolder(["s.py": "display(1)\n", "t.py": "print(_)\n", "u.py": "Out\n"])
    for name in ["s.py", "t.py", "u.py"] {
      let run = folder.caderno("run", name, "--no-cache", "--quiet")
      #expect(run.status == 2)
      #expect(run.errors.contains("is not defined"), "\(run.errors)")
    }
  }

  /// IPython 9.18 without a kernel.
  @Test func `print what they display`() throws {
    let script = """
      from IPython.display import display, HTML, update_display
      display(1, 'a', [2.5])
      print(display({'k': 'v'}, display_id='x'))
      display(HTML('<b>x</b>'))
      update_display(3, display_id='x')
      print('end')

      """
    let folder = try LessonFolder(["s.py": script])
    let expected = """
      1 a [2.5]
      {'k': 'v'}
      None
      <IPython.core.display.HTML object>
      3
      end

      """
    for _ in 0..<2 { #expect(folder.caderno("run", "s.py", "--quiet").output == expected) }
  }

  /// The texts are CPython 3.12.1's.
  @Test func `print and warn where CPython does`() throws {
    let script = """
      import sys, warnings
      print('out')
      print('err', file=sys.stderr)

      def f():
          warnings.warn('deep', stacklevel=2)

      f()
      warnings.warn('here', DeprecationWarning)
      for i in range(2): warnings.warn('once')

      """
    let folder = try LessonFolder(["s.py": script])
    for _ in 0..<2 {
      let run = folder.caderno("run", "s.py", "--quiet")
      #expect(run.status == 0)
      #expect(run.output == "out\n")
      #expect(
        run.errors == """
          err
          s.py:8: UserWarning: deep
            f()
          s.py:9: DeprecationWarning: here
            warnings.warn('here', DeprecationWarning)
          s.py:10: UserWarning: once
            for i in range(2): warnings.warn('once')

          """)
    }
  }
}
