import Foundation
import Testing

struct `A Jupyter notebook` {
  private func folder() throws -> LessonFolder {
    let folder = try LessonFolder(["lesson.md": Lessons.training("epochs: 1")])
    #expect(folder.caderno("convert", "lesson.md", "lesson.ipynb").errors == "wrote lesson.ipynb\n")
    return folder
  }

  @Test func `is run, and holds its outputs, as a Markdown lesson does`() throws {
    let folder = try folder()
    #expect(folder.caderno("run", "lesson.ipynb").status == 0)
    let first = try folder.text("lesson.ipynb")
    #expect(first.contains("\"execution_count\": 4"))
    #expect(first.contains("image/svg+xml"))
    #expect(!first.contains("[0 %](run:t.accuracy)"))
    #expect(folder.caderno("run", "lesson.ipynb").status == 0)
    #expect(try folder.text("lesson.ipynb") == first)
    #expect(folder.caderno("run", "lesson.md", "-o", "exported.ipynb").status == 0)
    // Only that Caderno made it is said there besides.
    let exported = try folder.text("exported.ipynb")
    let mark = #/  "caderno": {\n   "sum": "[0-9a-f]{24}"\n  },\n/#
    #expect(exported.contains(mark) && exported.replacing(mark, with: "") == first)
  }

  @Test func `is checked against the outputs in its cells`() throws {
    let folder = try folder()
    folder.caderno("run", "lesson.ipynb")
    let equal = folder.caderno("check", "lesson.ipynb")
    #expect(equal.output == "lesson.ipynb: 5 equal, 0 different\n")
    #expect(equal.status == 0)
    let text = try folder.text("lesson.ipynb")
    let changed = text.replacing(/"value": 0\.\d+/, with: "\"value\": 0.5")
    try folder.write(changed, to: "lesson.ipynb")
    let different = folder.caderno("check", "lesson.ipynb")
    #expect(different.status == 1)
    #expect(different.output.contains("e (evaluate): different"))
    try folder.write(text, to: "first.ipynb")
    #expect(folder.caderno("diff", "first.ipynb", "lesson.ipynb").status == 1)
    #expect(folder.caderno("diff", "first.ipynb", "first.ipynb").status == 0)
  }

  @Test func `is cleaned to the bytes from before its first run`() throws {
    let folder = try folder()
    let before = try folder.text("lesson.ipynb").replacing(/\[\d+ %\]/, with: "")
    folder.caderno("run", "lesson.ipynb")
    #expect(folder.caderno("clean", "lesson.ipynb").status == 0)
    #expect(try folder.text("lesson.ipynb").replacing(/\[\d+ %\]/, with: "") == before)
  }

  @Test func `is rendered from the outputs in it`() throws {
    let folder = try folder()
    folder.caderno("run", "lesson.ipynb")
    let result = folder.caderno("render", "lesson.ipynb", "-o", "out/", "--to", "html,md,txt")
    #expect(result.status == 0)
    #expect(result.errors == "wrote out/lesson.html\nwrote out/lesson.md\nwrote out/lesson.txt\n")
    #expect(try folder.text("out/lesson.html").contains("<svg class=\"cf\""))
    #expect(try folder.text("out/lesson.md").contains("<!-- caderno:out id=t key="))
    #expect(folder.exists("out/lesson.files/t-curves.svg"))
    let same = folder.caderno("render", "lesson.ipynb", "--to", "ipynb", "-o", "out/")
    #expect(same.status == 2)
    #expect(
      same.errors == "caderno: error: lesson.ipynb: this is a Jupyter notebook already "
        + "[same-format]\n")
  }

  @Test func `is converted to Markdown and back to the same bytes`() throws {
    let folder = try folder()
    folder.caderno("convert", "lesson.ipynb", "back.md")
    #expect(try folder.text("back.md") == Lessons.training("epochs: 1"))
    folder.caderno("convert", "back.md", "back.ipynb")
    #expect(try folder.text("back.ipynb") == folder.text("lesson.ipynb"))
  }

  @Test func `is never written over another file unless that is asked for`() throws {
    let folder = try folder()
    let result = folder.caderno("convert", "lesson.ipynb", "lesson.md")
    #expect(result.status == 2)
    #expect(
      result.errors == """
        caderno: error: lesson.md: there is such a file already [file-exists]
          hint: --force overwrites it

        """)
    #expect(folder.caderno("convert", "lesson.ipynb", "lesson.md", "--force").status == 0)
  }

  /// A file, and what is said about it.
  static let broken: [(String, String)] = [
    (
      "{\"cells\": [",
      "lesson.ipynb:1:12: error: the file ends in the middle of a value "
        + "[json-syntax]\n    1 | {\"cells\": [\n      |            ^\n"
    ),
    (
      "{\n}",
      "lesson.ipynb:1:1: error: 'nbformat' must say the format's version, such as 4 "
        + "[not-a-jupyter-notebook]\n    1 | {\n      | ^\n"
    ),
  ]

  @Test(arguments: broken, ["run", "lint", "check", "render", "clean"])
  func `that is none is refused with its place`(file: (String, String), command: String) throws {
    let folder = try LessonFolder(["lesson.ipynb": file.0])
    let result = folder.caderno(command, "lesson.ipynb")
    #expect(result.status == 2)
    #expect(result.errors == file.1)
    #expect(try folder.text("lesson.ipynb") == file.0)
  }

  @Test func `of nbformat 3 is read, and written only as 4`() throws {
    let old = """
      {"metadata": {}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": [
      {"cell_type": "code", "input": ["%%caderno yaml {.data #d}\\n", "dataset: digits"],
       "outputs": []}]}]}
      """
    let folder = try LessonFolder(["old.ipynb": old])
    let result = folder.caderno("run", "old.ipynb")
    #expect(result.status == 2)
    #expect(
      result.errors.hasSuffix(
        """
        caderno: error: old.ipynb: outputs can't be written into nbformat 3 [nbformat-version]
          hint: convert it first: caderno convert old.ipynb new.ipynb

        """))
    #expect(folder.caderno("convert", "old.ipynb", "new.ipynb").status == 0)
    #expect(folder.caderno("run", "new.ipynb").status == 0)
  }

  @Test func `comes from a script with percent signs`() throws {
    let folder = try LessonFolder(["a.py": "# %% [markdown]\n# # T\n# %%\nprint(1)\n"])
    #expect(folder.caderno("convert", "a.py", "a.md").status == 0)
    #expect(
      try folder.text("a.md")
        == "---\ncaderno:\n  python: keras\n---\n\n# T\n\n```python\nprint(1)\n```\n")
  }

  @Test(arguments: [
    (["convert", "a.txt", "b.md"], "convert reads .ipynb, .md and .py, not a.txt"),
    (["convert", "a.md", "b.html"], "convert writes .md, .ipynb and .py, not b.html"),
    (["convert", "a.md", "b.md"], "a.md and b.md are both Markdown"),
  ])
  func `is not made of anything else`(arguments: [String], message: String) throws {
    let result = try LessonFolder().start(arguments).finish()
    #expect(result.status == 64)
    #expect(result.errors.hasPrefix("Error: \(message)\n"))
  }
}
