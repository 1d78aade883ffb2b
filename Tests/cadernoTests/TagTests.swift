import Foundation
import Testing

@testable import Execution

/// The same lesson as a notebook, as Markdown and as a script; nbclient 0.11 is the oracle of what runs.
@Suite("Tags of cells") struct TagTests {
  /// Cells: their tags and sources.
  private static let cells: [(tags: [String], source: String)] = [
    ([], "print('a')"), (["raises-exception"], "print('b')\n1/0"), ([], "print('c')"),
    (["skip-execution", "own"], "print('d')\nundefined()"),
    (["raises-exception"], "undefined_name"), (["raises-exception"], "x = = 1"), ([], "print('e')"),
  ]

  private static var notebook: String {
    let cells = cells.enumerated().map { number, cell in
      let tags = cell.tags.map { "\"\($0)\"" }.joined(separator: ", ")
      let source = cell.source.replacingOccurrences(of: "\n", with: "\\n")
      return """
        {"cell_type": "code", "id": "c\(number)", "metadata": {"tags": [\(tags)]}, "execution_count": 7,
         "outputs": [{"output_type": "stream", "name": "stdout", "text": ["old \(number)\\n"]}],
         "source": "\(source)"}
        """
    }
    return """
      {"cells": [\(cells.joined(separator: ",\n"))],
       "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
       "nbformat": 4, "nbformat_minor": 5}

      """
  }

  private struct Written: Decodable {
    struct Cell: Decodable {
      let execution_count: Int?
      let outputs: [Output]?
    }
    struct Output: Decodable {
      let text: [String]?
      let ename: String?
      var shown: String { text?.joined() ?? ename ?? "?" }
    }
    let cells: [Cell]
  }

  private func cells(_ text: String) throws -> [Written.Cell] {
    try JSONDecoder().decode(Written.self, from: Data(text.utf8)).cells
  }

  private static let shown = [
    ["a\n"], ["b\n", "ZeroDivisionError"], ["c\n"], ["old 3\n"], ["NameError"], ["SyntaxError"],
    ["e\n"],
  ]

  @Test func `let a cell fail, and leave one alone, as nbclient does`() throws {
    let folder = try LessonFolder(["a.ipynb": Self.notebook])
    #expect(folder.caderno("lint", "a.ipynb").status == 0)
    let run = folder.caderno("run", "a.ipynb")
    #expect(run.status == 0)
    #expect(run.errors.hasSuffix("wrote a.ipynb\n"))
    let cells = try cells(folder.text("a.ipynb"))
    #expect(cells.map { ($0.outputs ?? []).map(\.shown) } == Self.shown)
    #expect(cells.map(\.execution_count) == [1, 2, 3, 7, 4, 5, 6])
    let check = folder.caderno("check", "a.ipynb")
    #expect(check.output == "a.ipynb: 6 equal, 0 different\n")
    #expect(folder.caderno("run", "a.ipynb").status == 0)
    #expect(
      try self.cells(folder.text("a.ipynb")).map { ($0.outputs ?? []).map(\.shown) } == Self.shown)
  }

  @Test func `mean the same in Markdown and in a script`() throws {
    // No script is Python in which one cell isn't.
    let notebook = Self.notebook.replacingOccurrences(of: "x = = 1", with: "int('x')")
    let folder = try LessonFolder(["a.ipynb": notebook])
    folder.caderno("convert", "a.ipynb", "a.md")
    folder.caderno("convert", "a.ipynb", "a.py")
    #expect(try folder.text("a.md").contains("```python {tags=skip-execution,own}\n"))
    #expect(try folder.text("a.py").contains("# %% tags=[\"skip-execution\", \"own\"]\n"))
    let script = folder.caderno("run", "a.py", "--quiet")
    #expect((script.status, script.output) == (0, "a\nb\nc\ne\n"))
    #expect(folder.caderno("run", "a.md").status == 0)
    let text = try folder.text("a.md")
    #expect(text.components(separatedBy: "<!-- caderno:out").count == 7)
    #expect(text.contains("division by zero") && text.contains("undefined_name"))
    #expect(folder.caderno("check", "a.md").output == "a.md: 6 equal, 0 different\n")
    folder.caderno("convert", "a.md", "b.ipynb")
    folder.caderno("convert", "b.ipynb", "b.md")
    folder.caderno("clean", "a.md")
    #expect(try folder.text("b.md") == folder.text("a.md"))
  }

  @Test func `leave the outputs in a Markdown lesson that a cell had before`() throws {
    let text = "---\ncaderno: {python: keras}\n---\n\n```python\nprint(1)\n```\n"
    let folder = try LessonFolder(["a.md": text])
    folder.caderno("run", "a.md")
    let tagged = try folder.text("a.md")
      .replacingOccurrences(of: "python\nprint", with: "python {tags=skip-execution}\nprint")
    try folder.write(tagged, to: "a.md")
    #expect(folder.caderno("run", "a.md", "--no-cache").status == 0)
    #expect(try folder.text("a.md") == tagged)
    #expect(folder.caderno("check", "a.md").status == 0)
    folder.caderno("run", "a.md", "-o", "a.html")
    #expect(try folder.text("a.html").contains("<code>1</code></pre>"))
  }

  /// What of a cell a page has: its code, its output, and whether they are folded.
  private static let pages: [(tag: String, code: Bool, output: Bool, folds: Int)] = [
    ("own", true, true, 0), ("remove-input", false, true, 0), ("remove_input", false, true, 0),
    ("remove-output", true, false, 0), ("remove-cell", false, false, 0),
    ("hide-input", true, true, 1),
    ("hide-output", true, true, 1), ("hide-cell", true, true, 2), ("hide_input", true, true, 0),
    ("remove-input,hide-output", false, true, 1),
  ]

  @Test(arguments: pages.indices)
  func `take code and outputs out of pages, or fold them`(index: Int) throws {
    let page = Self.pages[index]
    let text =
      "---\ncaderno: {python: keras}\n---\n\n```python {tags=\(page.tag)}\nprint(6 * 7)\n```\n"
    let folder = try LessonFolder(["a.md": text])
    folder.caderno("convert", "a.md", "b.ipynb")
    for name in ["a.md", "b.ipynb"] {
      folder.caderno("run", name, "-o", "run.html")
      folder.caderno("run", name)
      folder.caderno("render", name, "-o", "render.html", "--force")
      for html in [try folder.text("run.html"), try folder.text("render.html")] {
        #expect(html.contains("class=\"hl-f\">print") == page.code)
        #expect(html.contains("42") == page.output)
        #expect(html.components(separatedBy: "<details class=\"fold\">").count == page.folds + 1)
        #expect(!html.contains("tags="))
      }
      #expect(folder.caderno("check", name).status == 0)
    }
    // In the lesson itself all that is code stays, and a fold stands in Markdown.
    let lesson = try folder.text("a.md")
    let folds = page.tag.contains("hide-output") || page.tag.contains("hide-cell")
    #expect(lesson.contains("print(6 * 7)"))
    #expect(lesson.contains("42") == page.output)
    #expect(
      lesson.contains("<details>\n<summary>Output</summary>\n\n```text\n42\n```\n\n</details>")
        == folds)
    // A notebook keeps its outputs: Jupyter Book and nbconvert take them out.
    #expect(try folder.text("b.ipynb").contains("\"42\\n\""))
  }

  @Test func `take prose out of pages too, with its cell`() throws {
    let text = """
      Before.

      <!-- cell {"metadata":{"tags":["remove-cell"]}} -->

      Gone.

      <!-- cell -->

      After.

      ```text
      <!-- cell {"metadata":{"tags":["remove-cell"]}} -->
      ```

      Last.

      ```yaml {.value #v}
      value: 1
      ```

      """
    let folder = try LessonFolder(["a.md": text])
    folder.caderno("run", "a.md", "-o", "a.html")
    let page = try folder.text("a.html")
    #expect(page.contains("Before.") && page.contains("After.") && page.contains("Last."))
    #expect(!page.contains("Gone."))
  }

  @Test func `say which parameters papermill put in`() throws {
    let lesson = """
      ---
      caderno:
        params: {n: 1, word: a}
      ---

      ```yaml {.value #v}
      value: $n
      ```

      ```python {.keras tags=injected-parameters}
      # Parameters
      n = 3
      word = "b"
      other = 5
      ```

      ```python {.keras}
      print(n, word, other)
      ```

      """
    let folder = try LessonFolder(["a.md": lesson])
    let lint = folder.caderno("lint", "a.md")
    #expect((lint.status, lint.errors) == (0, "a.md: fine (3 directives)\n"))
    folder.caderno("run", "a.md", "-o", "a.txt")
    #expect(try folder.text("a.txt").contains("3.0000") && folder.text("a.txt").contains("3 b 5"))
    folder.caderno("run", "a.md", "-o", "a.txt", "-P", "n=7", "--force")
    #expect(try folder.text("a.txt").contains("7.0000") && folder.text("a.txt").contains("7 b 5"))
  }

  /// Every directive of the catalog, with bodies that end in blank lines, through a notebook and back.
  @Test(arguments: DirectiveCatalog.all.map { $0.name })
  func `or none: a directive comes back from a notebook to the same bytes`(name: String) throws {
    var text = "# Lesson\n"
    for (number, body) in ["", "\n", "a: 1\n", "a: 1\n\n", "\na: 1\n\n\n"].enumerated() {
      for attributes in ["#n\(number)", "#m\(number) skip=true tags=hide-input", ""] {
        text +=
          "\n```yaml {.\(name)\(attributes.isEmpty ? "" : " ")\(attributes)}\n\(body)```\n"
      }
    }
    let folder = try LessonFolder(["a.md": text])
    #expect(folder.caderno("convert", "a.md", "a.ipynb").status == 0)
    folder.caderno("convert", "a.ipynb", "b.md")
    #expect(try folder.text("b.md") == text)
    folder.caderno("convert", "b.md", "b.ipynb")
    #expect(try folder.text("b.ipynb") == folder.text("a.ipynb"))
  }

  /// A body that ends in a blank line is exported, run and converted with the outputs of the lesson itself.
  @Test func `or none: a body's last blank line changes no output`() throws {
    let lesson =
      "# Lesson\n\n```yaml {.value #v}\nvalue: 1\n\n```\n\n```python {.keras}\n1 + 1\n\n```\n"
    let folder = try LessonFolder(["a.md": lesson])
    #expect(folder.caderno("run", "a.md", "-o", "made.ipynb").status == 0)
    folder.caderno("convert", "a.md", "b.ipynb")
    #expect(folder.caderno("run", "b.ipynb").status == 0)
    folder.caderno("convert", "b.ipynb", "b.md")
    #expect(try folder.text("b.md") == lesson)
    let outputs = { (text: String) throws in try cells(text).map { ($0.outputs ?? []).count } }
    #expect(try outputs(folder.text("b.ipynb")) == outputs(folder.text("made.ipynb")))
    #expect(try outputs(folder.text("b.ipynb")) == [0, 1, 1])
    folder.caderno("run", "a.md")
    folder.caderno("run", "b.md")
    #expect(try folder.text("b.md") == folder.text("a.md"))
    #expect(folder.caderno("diff", "made.ipynb", "b.ipynb").status == 0)
  }
}
