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

  @Test func `needs a place of its own`() throws {
    let folder = try folder()
    #expect(folder.caderno("run", "l.md", "--student").errors.contains("--student needs --output"))
  }
}
