import Foundation
import Testing

struct `Numbers of a lesson` {
  private static let cells = """
    ---
    lang: LANG
    caderno: {python: keras, params: {n: 2000}}
    ---

    # T

    ```python {.keras #c}
    total = n * 3.5
    share = 0.98765
    total
    ```

    ```yaml {.value #v digits=2}
    value: c.total / params.n
    ```

    It has [1,000.0](run:c.total) parts, [](run:c.total), [9 %](run:c.share), [](run:params.n) and [](run:v.value).
    So [~1.000,00 ms](run:c.total); `[1](run:c.total)` is code.

    """

  private func filled(_ language: String, total: String, half: String) -> [String] {
    let isEnglish = language == "en"
    return [
      "It has [\(total.replacing("_", with: ",")).0](run:c.total) parts, "
        + "[\(total.replacing("_", with: ""))\(isEnglish ? "." : ",")0000](run:c.total), "
        + "[99 %](run:c.share), ",
      "So [~\(total.replacing("_", with: ".")),00 ms](run:c.total); `[1](run:c.total)` is code.",
      "[\(half)](run:params.n) and [\(isEnglish ? "3.50" : "3,50")](run:v.value).",
    ]
  }

  @Test(arguments: ["en", "pt"], ["lesson.md", "lesson.ipynb"])
  func `come from its cells and parameters, in its language and the author's form`(
    language: String, file: String
  ) throws {
    let folder = try LessonFolder([
      "lesson.md": Self.cells.replacing("LANG", with: language)
    ])
    if file.hasSuffix("ipynb") { folder.caderno("convert", "lesson.md", file) }
    #expect(folder.caderno("lint", file).status == 0)
    #expect(folder.caderno("run", file).status == 0)
    let first = try folder.text(file)
    for text in filled(language, total: "7_000", half: "2000") {
      #expect(first.contains(text), "\(text) in \(first)")
    }
    // From the cache the same, and nothing changes where it is run again.
    let again = folder.caderno("run", file, "--explain")
    #expect(again.status == 0)
    #expect(try folder.text(file) == first)
    #expect(folder.caderno("check", file).status == 0)
    let other = folder.caderno("run", file, "-P", "n=4000")
    #expect(other.status == 0)
    let second = try folder.text(file)
    for text in filled(language, total: "14_000", half: "4000") {
      #expect(second.contains(text), "\(text) in \(second)")
    }
    let page = folder.caderno("render", file, "-o", "page.html")
    #expect(page.status == 0)
    #expect(try folder.text("page.html").contains(language == "en" ? "3.50" : "3,50"))
  }

  /// A small number shows no mark between thousands; a later large one has the author's again.
  @Test(arguments: ["lesson.md", "lesson.ipynb"])
  func `have the author's form again after one that doesn't show it`(file: String) throws {
    let text =
      "---\ncaderno: {params: {n: 12}}\n---\n\nOf [**1'234**](run:params.n), ~[$1,234.0](run:params.n).\n"
    let folder = try LessonFolder(["lesson.md": text + "\n```yaml {.value}\nvalue: params.n\n```\n"]
    )
    if file.hasSuffix("ipynb") { folder.caderno("convert", "lesson.md", file) }
    let quote = file.hasSuffix("ipynb") ? "\\\"" : "\""
    #expect(folder.caderno("run", file, "--quiet").status == 0)
    let small = try folder.text(file)
    #expect(
      small.contains(
        "Of [**12**](run:params.n \(quote)as **1'000**\(quote)), "
          + "~[$12.0](run:params.n \(quote)as $1,000.0\(quote))."), "\(small)")
    #expect(folder.caderno("run", file, "--quiet").status == 0)
    #expect(try folder.text(file) == small)
    #expect(folder.caderno("lint", file).status == 0)
    #expect(folder.caderno("check", file, "--quiet").status == 0)
    if file == "lesson.md" {
      folder.caderno("render", file, "-o", "page.html")
      #expect(try !folder.text("page.html").contains("as $1,000.0"))
    }
    #expect(folder.caderno("run", file, "--quiet", "-P", "n=54321").status == 0)
    #expect(
      try folder.text(file).contains(
        "Of [**54'321**](run:params.n), ~[$54,321.0](run:params.n)."))
  }

  @Test func `that are none end the run with their place, and keep its outputs`() throws {
    let folder = try LessonFolder([
      "lesson.md": "# T\n\n```python {.keras #c}\nx = [1]\nx\n```\n\nIt is [1.0](run:c.x).\n"
    ])
    #expect(folder.caderno("lint", "lesson.md").status == 0)
    let result = folder.caderno("run", "lesson.md")
    #expect(result.status == 2)
    #expect(
      result.errors.hasSuffix(
        """
        lesson.md:8:17: error: 'x' is no number at the end of 'c' [no-number]
            8 | It is [1.0](run:c.x).
              |                 ^~~
          hint: numbers are int, float, and arrays and tensors without dimensions: use float(…) or an index

        """))
    let text = try folder.text("lesson.md")
    #expect(text.contains("[1]\n```"))
    #expect(text.contains("It is [1.0](run:c.x)."))
  }

  @Test func `stand in the lesson's language in tables and figures too`() throws {
    let folder = try LessonFolder([
      "lesson.md": "---\nlang: pt-BR\n---\n\n" + Lessons.training("epochs: 2")
    ])
    #expect(folder.caderno("run", "lesson.md").status == 0)
    let text = try folder.text("lesson.md")
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains(/\d[.,]\d/) }
    #expect(rows.count >= 3)
    #expect(rows.allSatisfy { $0.contains(/\d,\d{4}/) && !$0.contains(/\d\.\d/) })
    let drawing = try folder.text("lesson.files/t-curves.svg")
    #expect(drawing.contains(/>\d,\d+<\/text>/))
    #expect(!drawing.contains(/>\d\.\d+<\/text>/))
  }
}
