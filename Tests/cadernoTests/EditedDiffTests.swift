import Foundation
import Testing

struct `A diff of lessons that were edited` {
  private static let values = (1...3).map { "```yaml {.value}\nvalue: \($0)\n```\n\n" }

  /// What a diff says of each directive: of Markdown, of a Jupyter notebook, and of records.
  private static func summaries(_ a: [String], _ b: [String]) throws -> [String] {
    try ["lesson.md", "lesson.ipynb", "lesson.md@latest"].map { name in
      let folder = try LessonFolder(["lesson.md": ""])
      for (side, cells) in [("a", a), ("b", b)] {
        try folder.write("# T\n\n" + cells.joined(), to: "\(side)/lesson.md")
        folder.caderno("convert", "\(side)/lesson.md", "\(side)/lesson.ipynb")
        let file = name.hasSuffix("ipynb") ? "lesson.ipynb" : "lesson.md"
        #expect(folder.caderno("run", "\(side)/\(file)", "--quiet").status == 0)
      }
      return folder.caderno("diff", "a/\(name)", "b/\(name)", "--summary").output
    }
  }

  @Test func `has one addition where a cell was put in`() throws {
    let new = "```yaml {.value}\nvalue: 9\n```\n\n"
    let expected = """
      value-1 (value): added
      value-2 (value): equal
      value-3 (value): equal
      value-4 (value): equal
      3 equal, 1 different

      """
    for summary in try Self.summaries(Self.values, [new] + Self.values) {
      #expect(summary == expected)
    }
  }

  @Test func `has one removal where a cell was deleted`() throws {
    let expected = """
      value-1 (value): equal
      value-2 (value): equal
      value-1 (value): removed
      2 equal, 1 different

      """
    for summary in try Self.summaries(Self.values, Array(Self.values.dropFirst())) {
      #expect(summary == expected)
    }
  }

  /// What nbdime 4.0.4 says of the notebooks, whose cells have no ids of their own.
  @Test func `has an addition and a removal where another cell stands in its place`() throws {
    let new = "```yaml {.value format=percent caption=\"Quite another one\"}\nvalue: 0.25\n```\n\n"
    let expected = """
      value-1 (value): equal
      value-2 (value): added
      value-3 (value): equal
      value-2 (value): removed
      2 equal, 2 different

      """
    let changed = [Self.values[0], new, Self.values[2]]
    for summary in try Self.summaries(Self.values, changed) { #expect(summary == expected) }
  }

  @Test func `is one of cells where the only one was written anew`() throws {
    let new = "```yaml {.value format=percent caption=\"Quite another one\"}\nvalue: 0.25\n```\n\n"
    let expected = """
      value-1 (value): added
      value-1 (value): removed
      0 equal, 2 different

      """
    for summary in try Self.summaries([Self.values[0]], [new]) { #expect(summary == expected) }
    let folder = try LessonFolder(["a.md": Self.values[0], "b.md": new])
    #expect(folder.caderno("run", ".", "--quiet").status == 0)
    #expect(folder.caderno("diff", "a.md", "b.md").status == 1)
  }

  @Test func `tells of cells that show nothing as of others`() throws {
    let cells = ["x = 1", "import math", "print(x)"].map { "```python {.keras}\n\($0)\n```\n\n" }
    let expected = """
      keras-1 (keras): equal
      keras-2 (keras): equal
      keras-2 (keras): removed
      3 equal, 0 different

      """
    for summary in try Self.summaries(cells, [cells[0], cells[2]]) { #expect(summary == expected) }
  }

  @Test func `names no directive as a cause that has nothing to do with it, without any record`()
    throws
  {
    let head = "---\ncaderno: {python: keras}\n---\n\n"
    let cells = ["x = 1\nprint(x)", "y = 1\nprint(y)", "z = y + 1", "print(z)"].map {
      "```python\n\($0)\n```\n\n"
    }
    let folder = try LessonFolder(["old/a.md": head + cells.joined()])
    #expect(folder.caderno("run", "old/a.md", "--quiet").status == 0)
    let text = try folder.text("old/a.md").replacing("x = 1", with: "x = 7")
      .replacing("y = 1", with: "y = 2")
    try folder.write(text, to: "new/a.md")
    #expect(folder.caderno("run", "new/a.md", "--quiet").status == 0)
    for side in ["old", "new"] { _ = folder.shell("rm -r \(side)/.caderno") }
    let causes = folder.caderno("diff", "old/a.md", "new/a.md").output.split(separator: "\n")
      .filter { $0.contains("because") }
    #expect(
      causes == [
        "  because: option x: 1 → 7", "  because: option y: 1 → 2",
        "  because: 'keras-2' before it changed",
      ])
  }

  /// Among attributes, whatever stands beside it, and in prose; known from the record, and from the front matter.
  @Test(arguments: ["lesson.md", "lesson.ipynb"])
  func `names a parameter that changed, with and without any record`(name: String) throws {
    let lesson = """
      ---
      caderno: {params: {n: 1}}
      ---

      ```yaml {.value #v value=$n digits=1}
      ```

      [1](run:params.n) of [1](run:v.value)

      """
    let folder = try LessonFolder(["old/lesson.md": lesson])
    folder.caderno("convert", "old/lesson.md", "old/lesson.ipynb")
    #expect(folder.caderno("run", "old/\(name)", "--quiet").status == 0)
    let text = try folder.text("old/\(name)").replacing("n: 1}", with: "n: 2}")
    try folder.write(text, to: "new/\(name)")
    #expect(folder.caderno("run", "new/\(name)", "--quiet").status == 0)
    let causes = [
      "  because: parameter n: 1 → 2", "  because: parameter n: 1 → 2",
      "  because: 'v' before it changed",
    ]
    for hasRecord in [true, false] {
      if !hasRecord { for side in ["old", "new"] { _ = folder.shell("rm -r \(side)/.caderno") } }
      let diff = folder.caderno("diff", "old/\(name)", "new/\(name)").output.split(separator: "\n")
      #expect(diff.filter { $0.contains("because") }.map(String.init) == causes)
      let check = folder.caderno("check", "old/\(name)", "-P", "n=2", "--quiet").output
        .split(separator: "\n")
      #expect(check.filter { $0.contains("because") }.map(String.init) == causes)
    }
  }

  /// Outputs of Jupyter's, which no key of ours stands with.
  @Test(arguments: [
    ("1", "3", "something that it depends on changed; there is no record of what"),
    ("7", "3", "'keras-1' before it changed"),
  ])
  func `names no cell as a cause that shows what it showed, where another program made the outputs`(
    first: String, second: String, cause: String
  ) throws {
    let cells = [("x = 1\\nprint(x)", first), ("print(x + 1)", second)].map { source, output in
      """
      {"cell_type": "code", "metadata": {}, "execution_count": 1, "source": "\(source)",
       "outputs": [{"name": "stdout", "output_type": "stream", "text": "\(output)\\n"}]}
      """
    }
    let folder = try LessonFolder([
      "a.ipynb":
        "{\"cells\": [\(cells.joined(separator: ",\n"))], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 4}"
    ])
    let report = folder.caderno("check", "a.ipynb", "--quiet").output
    let causes = report.split(separator: "\n").filter { $0.contains("because") }
    #expect(causes.last == "  because: \(cause)")
  }

  @Test func `names a cell that draws where what it set is the only change, without any record`()
    throws
  {
    let lesson = """
      ---
      caderno: {python: keras}
      ---

      ```python
      import matplotlib.pyplot as plt
      ```

      ```python
      y = [3, 1]
      plt.plot(y)
      plt.show()
      ```

      ```python
      print(y)
      ```

      """
    let folder = try LessonFolder(["old/a.md": lesson])
    #expect(folder.caderno("run", "old/a.md", "--quiet").status == 0)
    try folder.write(
      folder.text("old/a.md").replacing("y = [3, 1]", with: "y = [3, 2]"), to: "new/a.md")
    #expect(folder.caderno("run", "new/a.md", "--quiet").status == 0)
    for side in ["old", "new"] { _ = folder.shell("rm -r \(side)/.caderno") }
    let causes = folder.caderno("diff", "old/a.md", "new/a.md").output.split(separator: "\n")
      .filter { $0.contains("because") }
    #expect(
      causes == [
        "  because: the directive was edited", "  because: 'keras-2' before it changed",
      ])
  }

  @Test func `has two moves where cells changed places`() throws {
    let expected = """
      value-1 (value): equal, moved
      value-2 (value): equal
      value-3 (value): equal, moved
      3 equal, 0 different

      """
    for summary in try Self.summaries(Self.values, Self.values.reversed()) {
      #expect(summary == expected)
    }
  }

  @Test func `has the old name of a cell that got one`() throws {
    var named = Self.values
    named[1] = named[1].replacingOccurrences(of: "{.value}", with: "{.value #two}")
    let expected = """
      value-1 (value): equal
      two (value): equal, was 'value-2'
      value-2 (value): equal
      3 equal, 0 different

      """
    for summary in try Self.summaries(Self.values, named) { #expect(summary == expected) }
  }

  @Test(arguments: ["a.ipynb", "a.md"])
  func `names a setting in code as it does an option, without any record`(name: String) throws {
    let folder = try LessonFolder([
      "old/a.md": """
      ---
      caderno:
        python: keras
      ---

      ```python
      print(dict(batch_size=64))
      ```

      ```python
      x = 1
      print(x)
      x
      ```

      """
    ])
    if name != "a.md" { folder.caderno("convert", "old/a.md", "old/\(name)") }
    #expect(folder.caderno("run", "old/\(name)", "--quiet").status == 0)
    let text = try folder.text("old/\(name)")
    try folder.write(
      text.replacingOccurrences(of: "batch_size=64", with: "batch_size=128"), to: "new/\(name)")
    #expect(folder.caderno("run", "new/\(name)", "--quiet").status == 0)
    for side in ["old", "new"] { _ = folder.shell("rm -r \(side)/.caderno") }
    let result = folder.caderno("diff", "old/\(name)", "new/\(name)")
    #expect(
      result.output == """
        keras-1 (keras): different, edited
          because: option batch_size: 64 → 128
          region (text)
            text:
              ~ {'batch_size': [-64}-]{+128}+}
        1 equal, 1 different

        """)
  }

  @Test func `names no plot as the cause of what follows`() throws {
    let folder = try LessonFolder([
      "a.md": """
      ---
      caderno:
        python: keras
      ---

      ```python
      import matplotlib.pyplot as plt
      y = 1
      ```

      ```python
      plt.plot([1, y])
      plt.show()
      ```

      ```python
      print(y)
      ```

      """
    ])
    folder.caderno("run", "a.md", "--quiet")
    try folder.edit("a.md", "y = 1", "y = 2")
    let text = folder.caderno("check", "a.md").output
    #expect(text.contains("because: 'keras-1' before it changed"))
    #expect(!text.contains("'keras-2' before it changed"))
  }
}
