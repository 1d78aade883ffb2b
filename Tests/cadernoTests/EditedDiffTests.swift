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
