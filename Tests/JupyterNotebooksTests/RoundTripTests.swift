import JSON
import Diagnostics
import JupyterNotebooks
import Notebooks
import Testing

/// A Markdown lesson through a Jupyter notebook and back.
private func throughJupyter(_ text: String) -> String {
  let notebook = JupyterForm(markdown(text)) { _ in nil }.notebook
  let bytes = notebook.json()
  guard let file = try? JupyterFile(source: SourceText(file: "a.ipynb", bytes: bytes)) else {
    return "not read"
  }
  return MarkdownForm(file.notebook, name: "lesson", vocabulary: vocabulary).text
}

struct `A lesson through a Jupyter notebook and back` {
  private static let fronts = [
    "", "---\ntitle: t\n---\n\n", "---\ncaderno:\n  python: keras\n---\n\n",
    "---\ncaderno:\n  python: keras\n  seed: 1\n---\n\n",
  ]
  private static let infos = [
    "yaml {.fit}", "yaml {.fit #a}", "python {.model #m extends=base}", "python {.keras}", "python",
    "python {.keras #k}", "python {.keras hide=input}", "python {#p}", "python {skip=true}",
    "python {tags=raises-exception}", "python {.keras tags=hide-input,own}",
    "yaml {.data tags=hide-output}", "python {#q tags=\"a b,c\"}",
    "python {.keras #r tags=remove-cell}",
  ]
  private static let bodies = [
    "", "\n", "\n\n", "x\n", "x\n\n", "x\n\n\n", "\nx\n", "\n\nx\n \n", " \n",
  ]

  @Test(arguments: infos, bodies)
  func `is the same, whatever lines a body ends with`(info: String, body: String) {
    for front in Self.fronts {
      let text = "\(front)Text.\n\n```\(info)\n\(body)```\n\nMore.\n"
      #expect(throughJupyter(text) == text)
    }
  }

  /// Several fences beside one another, in lessons with and without prose between.
  @Test(arguments: 0..<200)
  func `is the same for any fences`(seed: Int) {
    var state = UInt64(seed) &+ 17
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let parts = (0..<1 + next(5)).map { number -> String in
      if next(4) == 0 { return "Text \(number)." }
      let info = Self.infos[next(Self.infos.count)]
        .replacing(/#([a-z])/) { "#\($0.1)\(number)" }
      return "```\(info)\n\(Self.bodies[next(Self.bodies.count)])```"
    }
    // Prose beside prose is one cell.
    let text = Self.fronts[next(4)] + parts.joined(separator: "\n\n") + "\n"
    #expect(throughJupyter(text) == text)
  }
}

struct `A directive's cell` {
  /// What IPython takes for a cell's magic: blank lines before it, a tab behind it.
  static let heads = [
    "%%caderno ", "%%caderno\t", "%%caderno   ", "\n%%caderno ", " \n\n%%caderno \t",
  ]

  @Test(arguments: heads, ["", "\n", "\nepochs: 1", "\nepochs: 1\n\n"])
  func `is one with blanks around its magic, and comes back the same`(head: String, body: String) {
    for tail in ["", " ", "\t "] {
      let cell = JupyterCell(.code, id: "a", source: "\(head)yaml {.fit #a}\(tail)\(body)")
      let notebook = JupyterNotebook(metadata: NotebookCases.python, cells: [cell])
      let form = MarkdownForm(notebook, name: "lesson", vocabulary: vocabulary)
      #expect(markdown(form.text).directives.map(\.id) == ["a"])
      #expect(throughMarkdown(notebook) == notebook)
    }
  }

  @Test(arguments: [
    "%%caderno", "%%caderno \n", "%%cadernoyaml {.fit}", " %%caderno yaml {.fit}",
    "x\n%%caderno yaml {.fit}",
  ])
  func `is none without its words`(source: String) {
    let notebook = JupyterNotebook(
      metadata: NotebookCases.python, cells: [JupyterCell(.code, id: "cell-1", source: source)])
    let form = MarkdownForm(notebook, name: "lesson", vocabulary: vocabulary)
    #expect(markdown(form.text).directives.map(\.kind) == ["keras"])
    #expect(throughMarkdown(notebook) == notebook)
  }

  /// A cell whose words would make a plain fence.
  @Test(arguments: [
    "%%caderno python\nx", "%%caderno python", "%%caderno nothing\nx",
    "%%caderno python {.keras}\nx",
  ])
  func `comes back as it was where its fence is a plain one`(source: String) {
    for code in [[], [JupyterCell(.code, id: "cell-2", source: "y")]] {
      let notebook = JupyterNotebook(
        metadata: NotebookCases.python,
        cells: [JupyterCell(.code, id: "cell-1", source: source)] + code)
      #expect(throughMarkdown(notebook) == notebook)
    }
  }
}

enum NotebookCases {
  static let python: JSONObject = [
    "kernelspec": .object([
      "display_name": .string("Python 3"), "language": .string("python"),
      "name": .string("python3"),
    ]), "language_info": .object(["name": .string("python")]),
  ]
}

struct `A cell's source` {
  @Test(
    arguments: JupyterCell.Kind.allCases,
    ["a\r\nb\r\n", "a\rb", "a\nb\r\nc\rd\n\r", "\r\n", "a\r\r\nb\n"])
  func `keeps its line breaks through Markdown`(kind: JupyterCell.Kind, source: String) {
    let notebook = JupyterNotebook(
      metadata: NotebookCases.python, cells: [JupyterCell(kind, id: "c", source: source)])
    #expect(throughMarkdown(notebook) == notebook)
  }

  @Test func `of a directive keeps them too`() {
    let cell = JupyterCell(.code, id: "a", source: "%%caderno yaml {.fit #a}\r\nepochs: 1\r\n")
    let notebook = JupyterNotebook(metadata: NotebookCases.python, cells: [cell])
    #expect(throughMarkdown(notebook) == notebook)
  }

  @Test func `with carriage returns is pointed at where it stands`() throws {
    let text = #"""
      {"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "execution_count": null,
      "source": ["%%caderno yaml {.fit #a}\r\n", "\r\n", "x: 1\r\n", "epochs: 1\r\n", "epochs: 2"]}],
      "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
      """#
    let lesson = JupyterLesson(try file(text), name: "lesson", vocabulary: vocabulary)
    let found = lesson.notebook.diagnostics.map(lesson.located).filter {
      $0.code == "duplicate-option"
    }
    #expect(found.count == 1)
    for place in found.map(\.range) {
      #expect(string(Array(lesson.file.source.bytes[place.lowerBound...].prefix(9))) == "epochs: 2")
    }
  }

  @Test func `whose lines don't end gets a hint, since Jupyter joins them`() throws {
    let text = """
      {"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "execution_count": null,
      "source": ["a = 1", "b = 2"]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
      """
    #expect(try file(text).notebook.cells[0].source == "a = 1b = 2")
    #expect(
      findings(text) == #"""
        lesson.ipynb:2:12: warning: this line ends without "\n", so the next one goes on behind it [source-lines]
            2 | "source": ["a = 1", "b = 2"]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
              |            ^~~~~~~
          hint: Jupyter joins the lines of a source as they are: end all but the last with "\n"

        """#)
    #expect(findings(text.replacing("a = 1\"", with: "a = 1\\n\"")) == "")
  }
}

struct `The first line of a directive's cell` {
  /// Findings in it are shown there.
  @Test(arguments: ["", "\n", " \n\n"])
  func `is where the fence's info string comes from`(before: String) {
    let source = before + "%%caderno \t yaml {.fit #f epochs=5} \nmodel: m"
    let cell = JupyterCell(.code, id: "c", source: source)
    let notebook = JupyterNotebook(metadata: NotebookCases.python, cells: [cell])
    let form = MarkdownForm(notebook, name: "lesson", vocabulary: vocabulary)
    for word in ["yaml {.fit #f epochs=5}", "model: m"].map({ Array($0.utf8) }) {
      let shown = Array(form.text.utf8).firstRange(of: word)?.lowerBound ?? 0
      let place = Array(source.utf8).firstRange(of: word)?.lowerBound
      for offset in word.indices {
        #expect(form.origin(of: shown + offset)?.offset == place.map { $0 + offset })
      }
    }
  }
}

struct `An attachment` {
  private static let png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="

  @Test(arguments: ["a%20b.png", "<attachment:a b.png>", "a%20b%2Epng"])
  func `is found by its address`(address: String) {
    let link = address.hasPrefix("<") ? address : "attachment:\(address)"
    let cell = JupyterCell(
      .markdown, id: "c", source: "![x](\(link))",
      attachments: ["a b.png": .object(["image/png": .string(Self.png)])])
    let notebook = JupyterNotebook(metadata: NotebookCases.python, cells: [cell])
    let form = MarkdownForm(notebook, name: "lesson", vocabulary: vocabulary)
    #expect(form.files.map(\.path) == ["lesson.files/c-a-b.png"])
    #expect(form.text.contains("lesson.files/c-a-b.png)") || form.text.contains("c-a-b.png>)"))
    #expect(throughMarkdown(notebook) == notebook)
  }

  /// Numbers in prose are filled by it.
  @Test func `leaves each byte around it where the cell has it`() {
    let source = "é ![x](attachment:a.png) und ![y](attachment:b.png)![x](attachment:a.png)\nfin"
    let cell = JupyterCell(
      .markdown, id: "c", source: source,
      attachments: [
        "a.png": .object(["image/png": .string(Self.png)]),
        "b.png": .object(["image/png": .string(Self.png)]),
      ])
    let notebook = JupyterNotebook(metadata: NotebookCases.python, cells: [cell])
    let form = MarkdownForm(notebook, name: "lesson", vocabulary: vocabulary)
    let (own, text) = (Array(source.utf8), Array(form.text.utf8))
    for word in ["é ![x](", ") und ![y](", ")![x](", ")\nfin"].map({ Array($0.utf8) }) {
      let shown = text.firstRange(of: word)?.lowerBound ?? 0
      let place = own.firstRange(of: word)?.lowerBound ?? 0
      for offset in word.indices {
        let origin = form.origin(of: shown + offset)
        #expect(origin?.cell == 0 && origin?.offset == place + offset)
      }
    }
  }
}

struct `Tags of a cell` {
  private static let lists = [
    ["raises-exception"], ["hide-input", "own tag"], ["a\"b", "c\\d"], ["é", "`"], [" a"], ["a,b"],
    ["a", "a"], [],
    ["{", "}"], ["a\nb"], ["1"], ["=", "null"],
  ]

  @Test(arguments: lists)
  func `come back, in a fence's attributes or in its comment`(tags: [String]) {
    for source in ["1/0", "%%caderno yaml {.fit #a}\nepochs: 1", "%%caderno yaml {.fit #a tags=x}"]
    {
      let metadata: JSONObject = ["tags": .array(tags.map(JSONValue.string)), "x": .null]
      let cell = JupyterCell(.code, id: "a", source: source, metadata: metadata)
      let notebook = JupyterNotebook(metadata: NotebookCases.python, cells: [cell])
      #expect(throughMarkdown(notebook) == notebook)
      let form = MarkdownForm(notebook, name: "lesson", vocabulary: vocabulary)
      let found = markdown(form.text).directives[0].tags
      #expect(Set(tags.filter { $0 != " a" && $0 != "a,b" && $0 != "a\nb" }).isSubset(of: found))
    }
  }

  @Test func `stand among a fence's attributes, and are no options`() {
    let notebook = markdown("```python {.keras #a tags=\"x, y\" hide=input}\n1\n```\n")
    #expect(notebook.directives.map(\.tags) == [["x", "y"]])
    #expect(notebook.directives[0].options.map(\.name) == ["hide"])
    #expect(notebook.directives[0].infoWithoutTags == "python {.keras #a hide=input}")
    let plain = markdown("```python {tags=x}\n1\n```\n")
    #expect(plain.directives.isEmpty)
    let other = markdown("---\ncaderno: {python: keras}\n---\n```python {tags=x}\n1\n```\n")
    #expect(other.directives.map(\.infoWithoutTags) == ["python"])
  }

  @Test func `are what a plain conversion keeps of metadata, where they mean something`() {
    let metadata: JSONObject = [
      "tags": .array([.string("own"), .string("hide-input")]), "x": .null,
    ]
    let notebook = JupyterNotebook(
      metadata: NotebookCases.python,
      cells: [JupyterCell(.code, id: "z", source: "1", metadata: metadata)])
    let form = MarkdownForm(notebook, name: "lesson", vocabulary: vocabulary, isPlain: true)
    #expect(form.text.hasSuffix("\n```python {tags=hide-input}\n1\n```\n"))
  }
}
