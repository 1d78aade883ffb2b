import Foundation
import Testing

struct `A caption` {
  /// A directive with tables and a figure, one with a table alone, one with text alone, and a cell with
  /// two figures.
  static let directives: [(kind: String, lesson: String)] = [
    (
      "table and figure",
      "```yaml {.data #d}\ndataset: digits\nlimit: 50\nshow: 3\ncaption: Said once\n```\n"
    ),
    (
      "table",
      "```python {.model #m summary=true caption=\"Said once\"}\nDense(2, input_shape=(3,))\n```\n"
    ),
    ("text", "```yaml {.value #v}\nvalue: 1\ncaption: Said once\n```\n"),
    ("cell", "```python {.keras caption=\"Said once\"}\nprint(1)\n```\n"),
    (
      "figures",
      """
      ```python {.keras caption="Said once"}
      import matplotlib.pyplot as plt
      plt.plot([1, 2])
      plt.show()
      plt.plot([2, 1])
      plt.show()
      print(1)
      ```

      """
    ),
    (
      "failed",
      """
      ```python {.keras caption="Said once" expect_error=ZeroDivisionError}
      import matplotlib.pyplot as plt
      plt.plot([1, 2])
      plt.show()
      1 / 0
      ```

      """
    ),
  ]

  @Test(arguments: directives.map(\.kind))
  func `is shown once in every format`(kind: String) throws {
    let lesson = try #require(Self.directives.first { $0.kind == kind }?.lesson)
    let folder = try LessonFolder(["a.md": lesson])
    let result = folder.caderno("run", "a.md", "-o", "out/", "--to", "md,html,txt,ipynb")
    #expect(result.status == 0, "\(result.errors)")
    for (file, words) in [
      ("a.md", "*Said once*"), ("a.txt", "  Said once\n"),
      ("a.ipynb", "\"*Said once*\""),
    ] {
      #expect(Self.count(words, in: try folder.text("out/\(file)")) == 1, "\(file)")
    }
    #expect(folder.caderno("render", "out/a.ipynb", "-o", "page.html").status == 0)
    for page in ["out/a.html", "page.html"] {
      let text = try folder.text(page)
      let count = ["<figcaption>", "<p class=\"caption\">", "<em>"].map {
        Self.count("\($0)Said once<", in: text)
      }
      #expect(count.reduce(0, +) == 1, "\(page)")
    }
  }

  /// What stands below outputs in a file is what a run would put there.
  @Test(arguments: directives.map(\.kind).dropLast(), ["a.md", "a.ipynb"])
  func `is no difference`(kind: String, name: String) throws {
    let lesson = try #require(Self.directives.first { $0.kind == kind }?.lesson)
    let folder = try LessonFolder(["a.md": lesson])
    folder.caderno("run", "a.md", "-o", "out/\(name)")
    let check = folder.caderno("check", "out/\(name)")
    #expect(check.status == 0, "\(check.output)\(check.errors)")
  }

  private static func count(_ words: String, in text: String) -> Int {
    text.split(separator: words, omittingEmptySubsequences: false).count - 1
  }
}
