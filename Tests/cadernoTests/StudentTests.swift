import Foundation
import Testing

/// A lesson with exercises, for teachers and for students.
struct `A lesson for students` {
  private static let lesson = """
    ---
    title: Both
    lang: en
    ---

    # A lesson

    ::: exercise
    What is learned?

    ::: solution
    The CANARY answer, see [0.5](run:s.accuracy).

    ## A heading with CANARY

    ![CANARY](canary.svg)

    :::
    :::

    ```yaml {.data #d}
    dataset: digits
    limit: {train: 100, test: 20}
    ```

    ```python {.model #m}
    Flatten(input_shape=(28, 28, 1))
    Dense(10, activation='softmax')
    ```

    ```python {.model #n .solution}
    Flatten(input_shape=(28, 28, 1))
    Dense(12, activation='relu')
    Dense(10, activation='softmax')
    ```

    ```yaml {.fit epochs=1 .solution}
    model: n
    data: d
    loss: sparse_categorical_crossentropy
    metrics: [accuracy]
    caption: CANARY
    ```

    ```yaml {.fit #t epochs=2}
    model: m
    data: d
    loss: sparse_categorical_crossentropy
    metrics: [accuracy]
    ```

    ```yaml {.figure kind=history of=t}
    ```

    ```yaml {.figure kind=history .solution}
    of: t
    caption: CANARY
    ```

    ```text {.solution}
    CANARY
    ```

    It learned to [0.5](run:t.accuracy).

    """

  private func folder(_ text: String = lesson) throws -> LessonFolder {
    try LessonFolder([
      "l.md": text.replacing("see [0.5](run:s.accuracy)", with: "see"),
      "canary.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>CANARY</title></svg>",
    ])
  }

  @Test func `holds no byte of the solutions, in any format`() throws {
    let folder = try folder()
    #expect(folder.caderno("run", "l.md", "--quiet") == ProgramResult(status: 0))
    let words = ["-o", "out/", "--to", "md,html,ipynb,txt", "--student", "--quiet"]
    #expect(folder.start(["render", "l.md"] + words).finish() == ProgramResult(status: 0))
    let contents = try folder.contents().filter { $0.key.hasPrefix("out/") }
    #expect(
      contents.keys.sorted() == [
        "out/l.files/figure-1-history.svg", "out/l.files/t-curves.svg", "out/l.html",
        "out/l.ipynb", "out/l.md", "out/l.txt",
      ])
    for (name, bytes) in contents {
      #expect(bytes.range(of: Data("CANARY".utf8)) == nil, "\(name)")
      #expect(bytes.range(of: Data("::: solution".utf8)) == nil, "\(name)")
    }
    let page = try folder.text("out/l.html")
    #expect(page.contains("<section class=\"exercise\" aria-label=\"Exercise 1\">"))
    #expect(!page.contains(":::"))
  }

  @Test func `shares the teacher's training`() throws {
    let folder = try folder()
    let cache = ["--cache-dir", "cache", "--quiet"]
    #expect(folder.start(["run", "l.md"] + cache).finish().status == 0)
    let teacher = folder.start(["run", "l.md", "-o", "out/", "--student", "--explain"] + cache)
      .finish()
    #expect(teacher.status == 0)
    // What a student runs again is what the teacher's run gave.
    let student = folder.start(["run", "out/l.md", "--json"] + cache).finish()
    #expect(student.status == 0)
    #expect(student.output.contains("\"cached\""))
    #expect(!student.output.contains("\"epoch\""))
  }

  @Test func `has its solutions behind a click where teachers read it`() throws {
    let folder = try folder()
    #expect(folder.caderno("run", "l.md", "-o", "l.html", "--quiet") == ProgramResult(status: 0))
    let page = try folder.text("l.html")
    #expect(
      page.contains("<details class=\"fold solution\">\n<summary>Solution</summary>\n<p>The CANARY")
    )
    #expect(page.ranges(of: "<details class=\"fold solution\">").count == 5)
    #expect(!page.contains(":::"))
  }

  @Test func `is a Jupyter notebook without the cells that are solutions`() throws {
    let cells = [
      #""cell_type": "markdown", "id": "a", "metadata": {}, "source": "A Title""#,
      #""cell_type": "markdown", "id": "b", "metadata": {"tags": ["solution"]}, "source": "CANARY""#,
      #""cell_type": "code", "id": "c", "metadata": {"tags": ["solution"]}, "execution_count": null, "outputs": [], "source": "print('CANARY')""#,
      #""cell_type": "code", "id": "d", "metadata": {}, "execution_count": null, "outputs": [], "source": "print(2)""#,
    ].map { "{\($0)}" }.joined(separator: ", ")
    let folder = try LessonFolder([
      "n.ipynb": #"{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [\#(cells)]}"#
    ])
    let words = ["run", "n.ipynb", "-o", "out/", "--to", "ipynb,html", "--student", "--quiet"]
    #expect(folder.start(words).finish() == ProgramResult(status: 0))
    let made = try folder.text("out/n.ipynb")
    #expect(!made.contains("CANARY") && made.contains("A Title") && made.contains("print(2)"))
    #expect(made.ranges(of: "\"cell_type\"").count == 2)
    #expect(try !folder.text("out/n.html").contains("CANARY"))
  }

  /// Cells without a name are counted, and so are their figures' files.
  @Test func `has the figures that it shows and no others`() throws {
    let plot = "import matplotlib.pyplot as plt\\nplt.plot([1, 2])\\nplt.show()"
    let cells = [("[\"solution\"]", "print('CANARY')"), ("[]", plot)].enumerated().map {
      place, cell in
      #"{"cell_type": "code", "id": "c\#(place)", "metadata": {"tags": \#(cell.0)}, "execution_count": null, "#
        + #""outputs": [], "source": "\#(cell.1)"}"#
    }.joined(separator: ", ")
    let folder = try LessonFolder([
      "n.ipynb": #"{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [\#(cells)]}"#
    ])
    #expect(folder.caderno("run", "n.ipynb", "--quiet").status == 0)
    let words = ["render", "n.ipynb", "-o", "out/", "--to", "md", "--student", "--quiet"]
    #expect(folder.start(words).finish() == ProgramResult(status: 0))
    #expect(try folder.text("out/n.md").contains("(n.files/keras-1-figure.svg)"))
    #expect(
      try folder.contents().keys.filter { $0.hasPrefix("out/") }.sorted()
        == ["out/n.files/keras-1-figure.svg", "out/n.md"])
  }

  @Test func `is refused where a solution could reach it`() throws {
    let folder = try folder("- ::: solution\n  CANARY\n")
    let result = folder.caderno("render", "l.md", "-o", "out/", "--student")
    #expect(
      result
        == ProgramResult(
          status: 2,
          errors: """
            l.md:1:1: error: no division begins here: it stands in a list, a quotation or HTML [hidden-division]
                1 | - ::: solution
                  | ^~~~~~~~~~~~~~
              hint: move it to the top level, behind a blank line

            """))
  }

  @Test(arguments: ["\n", "\r\n"]) func `is parted from its solutions and joined again`(end: String)
    throws
  {
    let text = "\u{FEFF}" + Self.lesson.replacing("see [0.5](run:s.accuracy)", with: "see")
    for whole in [text, String(text.dropLast()) + "::: solution\nlast\n:::", "no solution\n"] {
      let bytes = Array(whole.replacing("\n", with: end).utf8)
      let folder = try LessonFolder()
      try folder.write(bytes, to: "l.md")
      #expect(folder.caderno("split", "l.md", "s.md", "s.json").status == 0)
      #expect(try !folder.text("s.md").contains("CANARY"))
      #expect(folder.caderno("merge", "s.md", "s.json", "again.md", "--quiet").status == 0)
      #expect(try Array(folder.text("again.md").utf8) == bytes)
    }
  }

  @Test func `is parted as it is rendered`() throws {
    let folder = try folder()
    #expect(folder.caderno("run", "l.md", "--quiet").status == 0)
    #expect(folder.caderno("split", "l.md", "s.md", "s.json").errors == "5 solutions in s.json\n")
    let words = ["render", "l.md", "-o", "out/", "--to", "md", "--student", "--quiet"]
    #expect(folder.start(words).finish().status == 0)
    #expect(try folder.text("s.md") == folder.text("out/l.md"))
  }

  @Test func `is joined with nothing but its own solutions`() throws {
    let folder = try folder()
    #expect(folder.caderno("split", "l.md", "s.md", "s.json", "--quiet").status == 0)
    let again = folder.caderno("split", "l.md", "s.md", "s.json")
    #expect(
      again.errors.hasPrefix("caderno: error: s.md: there is such a file already [file-exists]\n"))
    try folder.write(try folder.text("s.md") + "\nmore\n", to: "edited.md")
    #expect(
      folder.caderno("merge", "edited.md", "s.json", "m.md")
        == ProgramResult(
          status: 2,
          errors: """
            caderno: error: edited.md: this isn't the lesson that the solutions were taken out of, or it was edited since \
            [student-changed]

            """))
    #expect(
      folder.caderno("merge", "s.md", "l.md", "m.md")
        == ProgramResult(
          status: 2,
          errors: """
            caderno: error: l.md: this is no file of solutions that 'split' made [no-solutions]

            """))
    #expect(!folder.exists("m.md"))
  }

  @Test func `needs a place of its own`() throws {
    let folder = try folder()
    #expect(folder.caderno("run", "l.md", "--student").errors.contains("--student needs --output"))
  }

  @Test func `must not have numbers that are others without the solutions`() throws {
    let model = "Dense(1, input_shape=(2,))\n```\n\n"
    let folder = try folder(
      "```python {.model .solution}\n\(model)```python {.model}\n\(model)"
        + "It has [3](run:model-2.total_params) parameters.\n")
    let result = folder.caderno("split", "l.md", "s.md", "s.json")
    #expect(
      result
        == ProgramResult(
          status: 2,
          errors: """
            l.md:9:16: error: without the solutions 'model-2' is 'model-1', and this number another's [shifted-name]
                9 | It has [3](run:model-2.total_params) parameters.
                  |                ^~~~~~~~~~~~~~~~~~~~
              hint: give the directive a name of its own, as {#model-2}

            """))
  }
}
