import JSON
import Diagnostics
import Foundation
import JupyterNotebooks
import Notebooks
import Testing
import TestSupport

let vocabulary = DirectiveVocabulary(
  kinds: [
    DirectiveSyntax(name: "data", body: .yaml, options: ["dataset"]),
    DirectiveSyntax(name: "model", body: .notation, options: ["extends"]),
    DirectiveSyntax(name: "fit", body: .yaml, options: ["model", "epochs"]),
    DirectiveSyntax(name: "keras", body: .notation),
  ], commonOptions: ["skip", "hide"])

func markdown(_ text: String) -> Notebook {
  Notebook(source: SourceText(file: "lesson.md", bytes: Array(text.utf8)), vocabulary: vocabulary)
}

/// A notebook through Markdown and back, with the attachments' files at hand.
func throughMarkdown(_ notebook: JupyterNotebook) -> JupyterNotebook {
  let form = MarkdownForm(notebook, name: "lesson", vocabulary: vocabulary)
  let back = JupyterForm(markdown(form.text)) { path in
    form.files.first { $0.path == path }?.bytes
  }
  #expect(back.diagnostics.isEmpty)
  return back.notebook
}

struct `A Jupyter notebook as Markdown` {
  /// What Markdown does not keep: outputs, counts, the state of widgets.
  static func kept(_ notebook: JupyterNotebook) -> JupyterNotebook {
    var kept = notebook
    kept.metadata["widgets"] = nil
    for index in kept.cells.indices {
      kept.cells[index].outputs = []
      kept.cells[index].executionCount = nil
    }
    return kept
  }

  @Test(arguments: JupyterFixture.all)
  func `and back keeps cells, ids, metadata and attachments`(fixture: JupyterFixture) throws {
    let notebook = try fixture.file().notebook
    #expect(throughMarkdown(notebook) == Self.kept(notebook))
  }

  /// Cells without ids, whose markers are left out where they can be.
  private static let cells = [
    JupyterCell(.markdown, source: ""), JupyterCell(.markdown, source: "x"),
    JupyterCell(.markdown, source: "\n\nx\n"), JupyterCell(.markdown, source: "```\nx"),
    JupyterCell(.markdown, source: "---\na: b\n---"), JupyterCell(.raw, source: ""),
    JupyterCell(.raw, source: "---\ntitle: t\n---"), JupyterCell(.code, source: ""),
    JupyterCell(.code, source: "%%caderno yaml {.fit}\nepochs: 1"),
    JupyterCell(.code, source: "%%caderno yaml {.fit}\nepochs: 1\n\n"),
    JupyterCell(.code, source: "%%caderno yaml {.fit}\n"),
    JupyterCell(.code, source: "%%caderno yaml {.fit}\n%%caderno yaml {.fit}\n"),
    JupyterCell(.code, source: "%%caderno yaml {.nothing}\nx\n"),
  ]

  /// Found by the fuzzer: such cells became Keras cells.
  @Test func `has a directive for a directive's cell, whatever line breaks it ends with`() {
    for end in ["", "\n", "\n\n"] {
      let notebook = JupyterNotebook(
        minorVersion: 4, metadata: [:],
        cells: [JupyterCell(.code, source: "%%caderno yaml {.fit #a}\nepochs: 1\(end)")])
      let text = MarkdownForm(notebook, name: "l", vocabulary: vocabulary).text
      #expect(text.hasSuffix("\n```yaml {.fit #a}\nepochs: 1\n\(end)```\n"))
    }
  }

  @Test(arguments: cells.indices, cells.indices)
  func `and back keeps any three cells apart`(first: Int, second: Int) {
    for third in Self.cells {
      let notebook = JupyterNotebook(
        minorVersion: 4, metadata: [:], cells: [Self.cells[first], Self.cells[second], third])
      let back = throughMarkdown(notebook)
      #expect(back.cells.map(\.kind) == notebook.cells.map(\.kind))
      #expect(back.cells.map(\.source) == notebook.cells.map(\.source))
    }
  }

  /// With CADERNO_RECORD set the expectation is written anew, and the test fails on purpose.
  @Test(arguments: ["lesson-4.5", "lesson-4.4", "prose-4.5", "old-3"], [false, true])
  func `is as expected`(name: String, isPlain: Bool) throws {
    let notebook = try JupyterFixture(name: "\(name).ipynb").file().notebook
    let form = MarkdownForm(notebook, name: name, vocabulary: vocabulary, isPlain: isPlain)
    let file = JupyterFixture.folder.appendingPathComponent(
      isPlain ? "\(name).plain.md" : "\(name).md")
    try GoldenFile.expect(form.text, at: file)
  }

  @Test(arguments: JupyterFixture.all)
  func `gives a fence that runs for each Python cell, in order`(fixture: JupyterFixture) throws {
    let lesson = JupyterLesson(try fixture.file(), name: "lesson", vocabulary: vocabulary)
    let code = lesson.file.notebook.cells.indices.filter {
      lesson.file.notebook.cells[$0].kind == .code
    }
    #expect(lesson.notebook.directives.map { lesson.cell(of: $0) } == code)
    #expect(lesson.notebook.diagnostics.filter { $0.severity == .error }.isEmpty)
  }

  @Test(arguments: JupyterFixture.all)
  func `knows where each byte of a cell comes from`(fixture: JupyterFixture) throws {
    let lesson = JupyterLesson(try fixture.file(), name: "lesson", vocabulary: vocabulary)
    for directive in lesson.notebook.directives {
      for (offset, byte) in directive.body.utf8.enumerated() where UInt8(ascii: "a") <= byte {
        guard byte < 0x80 else { continue }
        let place = lesson.offset(of: directive.sourceOffset(ofBodyUTF8: offset))
        #expect(lesson.file.source.bytes[place] == byte)
      }
    }
  }

  @Test
  func `says in the notebook's own file where something is wrong`() throws {
    let text = """
      {
       "cells": [
        {
         "cell_type": "code",
         "metadata": {},
         "outputs": [],
         "source": [
          "%%caderno yaml {.fit #a}\\n",
          "# note\\n",
          "{\\"caf\\u00e9\\": 0, epochs: 1, epochs: 2}"
         ]
        }
       ],
       "metadata": {},
       "nbformat": 4,
       "nbformat_minor": 4
      }
      """
    let lesson = JupyterLesson(try file(text), name: "lesson", vocabulary: vocabulary)
    let located = lesson.notebook.diagnostics.map(lesson.located)
    #expect(
      DiagnosticFormatter(source: lesson.file.source, language: .english).format(located)
        == """
        lesson.ipynb:10:36: error: 'epochs' is given more than once [duplicate-option]
           10 |     "{\\"caf\\u00e9\\": 0, epochs: 1, epochs: 2}"
              |                                    ^~~~~~

        """)
  }

  @Test
  func `takes no path out of the notebook's folder for an attachment`() {
    let text = """
      <!-- cell {"attachments":{"a":{"file":"../../secret.png","type":"image/png"}}} -->

      ![](../../secret.png)

      """
    let form = JupyterForm(markdown(text)) { _ in [1] }
    #expect(form.diagnostics.map(\.code) == ["attachment-missing"])
    #expect(form.notebook.cells.map(\.source) == ["![](../../secret.png)"])
  }
}

struct `A Markdown notebook as a Jupyter notebook` {
  static let lesson = """
    ---
    title: Dígitos
    caderno:
      seed: 3
    ---

    # Uma lição

    Prosa.

    ```yaml {.data #mnist}
    dataset: mnist
    ```

    ```python {.keras}
    print('olá')
    ```

    ```python
    # shown, never run
    ```

    ~~~python {.model #cnn}
    # `ticks`
    ~~~

    ```yaml {.fit #treino epochs=5}
    ```

    Fim.

    """

  @Test
  func `has a code cell for each directive`() {
    let notebook = JupyterForm(markdown(Self.lesson)) { _ in nil }.notebook
    #expect(
      notebook.cells.map { "\($0.kind) \($0.id ?? "-"): \($0.source)" } == [
        "raw cell-1: ---\ntitle: Dígitos\ncaderno:\n  seed: 3\n---",
        "markdown cell-2: # Uma lição\n\nProsa.",
        "code mnist: %%caderno yaml {.data #mnist}\ndataset: mnist",
        "code cell-4: print('olá')",
        "markdown cell-5: ```python\n# shown, never run\n```",
        "code cnn: %%caderno python {.model #cnn}\n# `ticks`",
        "code treino: %%caderno yaml {.fit #treino epochs=5}",
        "markdown cell-8: Fim.",
      ])
    let cells = JupyterForm(markdown(Self.lesson)) { _ in nil }.cells
    #expect(cells == ["mnist": 2, "keras-1": 3, "cnn": 5, "treino": 6])
  }

  @Test
  func `and back is the same text, fences in their usual form`() {
    let notebook = JupyterForm(markdown(Self.lesson)) { _ in nil }.notebook
    let form = MarkdownForm(notebook, name: "lesson", vocabulary: vocabulary)
    #expect(form.text == Self.lesson.replacing("~~~", with: "```"))
  }

  @Test
  func `drops outputs that were written back`() {
    let text = """
      ```yaml {.fit #a}
      ```

      <!-- caderno:out id=a key=0123456789ab -->

      | a |
      | - |

      <!-- /caderno:out sum=AAAAAAAAAAAA -->

      Text.

      """
    let notebook = JupyterForm(markdown(text)) { _ in nil }.notebook
    #expect(notebook.cells.map(\.source) == ["%%caderno yaml {.fit #a}", "Text."])
  }

  /// Cells with any Markdown and any code survive.
  @Test
  func `keeps whatever stands in cells`() {
    let pieces = [
      "```", "~~~", "````python {.fit}", "<!--", "-->", "<!-- cell id=x -->", "text", "- item",
      "> q",
      "", "    code", "---", "# h", "<div>", "</div>", "<script>", "%%caderno yaml {.fit}", "`",
      "\t",
      "%%caderno", "| a |", "[x]: y", "\\", "{.keras}", "```python", "epochs: 1", " ", "é\u{2028}",
    ]
    var state: UInt64 = 5
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<300 {
      let cells = (0..<1 + next(4)).map { number in
        let lines = (0..<next(6)).map { _ in pieces[next(pieces.count)] }
        return JupyterCell(
          JupyterCell.Kind.allCases[next(3)], id: "c\(number)",
          source: lines.joined(separator: "\n"))
      }
      let notebook = JupyterNotebook(metadata: ["x": .null], cells: cells)
      let form = MarkdownForm(notebook, name: "lesson", vocabulary: vocabulary)
      #expect(throughMarkdown(notebook) == notebook, "\(form.text)")
    }
  }
}
