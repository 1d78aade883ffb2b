import JSON
import Diagnostics
import Foundation
import JupyterNotebooks
import Notebooks
import RunRecords
import Testing
import TestSupport

@testable import Rendering

struct `Outputs in a Jupyter notebook` {
  static let outputs: [Output] = [
    .text(TextOutput(name: "stdout", text: "olá\n")),
    .text(TextOutput(name: "stderr", text: "a warning\n")),
    .text(TextOutput(name: "value", text: "array([1, 2])")),
    .text(TextOutput(name: "substitute", text: "digits for mnist")),
    .table(
      TableOutput(
        name: "splits",
        columns: [.init("split"), .init("count", format: .integer(grouped: true))],
        rows: [[.text("train <x>"), .integer(60000)], [.text("test"), .missing]], notes: ["n & m"])),
    .metrics(
      MetricsOutput(name: "metrics", metrics: [.init("loss", 0.1), .init("nan", .infinity)])),
    .history(
      HistoryOutput(
        name: "history", metrics: ["loss"], rows: [[0.30000000000000004], [0.1]],
        weightsSHA256: "ab")),
    .figure(FigureOutput(name: "curve", figure: Sample.chart([1, 2, 3]), alt: "a line")),
    .error(ErrorOutput(code: "ValueError", message: "no good")),
  ]

  private func written(_ outputs: [Output]) -> [JupyterOutput] {
    JupyterOutputWriter(language: .english).outputs(of: Sample.task(outputs), count: 3)
  }

  @Test(arguments: outputs)
  func `read back as they were written`(output: Output) {
    #expect(JupyterOutputReader.outputs(written([output])) == [output])
  }

  @Test
  func `read back in order from a file`() throws {
    let cell = JupyterCell(
      .code, id: "a", source: "x", executionCount: 3, outputs: written(Self.outputs))
    let bytes = JupyterNotebook(cells: [cell]).json()
    let file = try JupyterFile(source: SourceText(file: "a.ipynb", bytes: bytes))
    #expect(JupyterOutputReader.outputs(file.notebook.cells[0].outputs) == Self.outputs)
  }

  @Test
  func `have the types and forms that Jupyter's own have`() {
    let forms = written(Self.outputs).map { output in
      switch output {
      case .stream(let name, _): name
      case .error(let name, let value, _): "\(name): \(value)"
      case .result(let count, let bundle):
        "result \(count ?? 0) \(bundle.data.members.map(\.name).sorted())"
      case .display(let bundle): "display \(bundle.data.members.map(\.name).sorted())"
      }
    }
    let own = JupyterOutputWriter.mediaType
    #expect(
      forms == [
        "stdout", "stderr", "result 3 [\"text/plain\"]", "display [\"\(own)\", \"text/plain\"]",
        "display [\"\(own)\", \"text/html\", \"text/plain\"]",
        "display [\"\(own)\", \"text/html\", \"text/plain\"]",
        "display [\"\(own)\", \"text/html\", \"text/plain\"]",
        "display [\"\(own)\", \"image/svg+xml\", \"text/html\", \"text/plain\"]",
        "ValueError: no good",
      ])
  }

  @Test
  func `say of a finished picture what Jupyter says of it`() {
    let drawing = Figure.Drawing(
      svg: SVGFile("<svg/>"), plain: "<Figure size 640x480 with 1 Axes>")
    let figure = Figure(panels: [.init(.drawing(drawing))])
    let shown = written([.figure(FigureOutput(name: "figure", figure: figure, alt: "Loss"))])
    #expect(
      shown.first?.bundle?.data["text/plain"]?.string == "<Figure size 640x480 with 1 Axes>")
  }

  @Test
  func `of other programs become text, errors and digests`() throws {
    let typed = JupyterOutputReader.outputs([
      .stream(name: "stdout", text: "1/2\r2/2"),
      .stream(name: "stdout", text: "\u{1B}[31m!\u{1B}[0m"),
      .display(JupyterBundle(data: ["image/png": .string("AAAA"), "text/plain": .string("<F>")])),
      .display(JupyterBundle(data: ["application/x": .null])),
      .error(name: "E", value: "\u{1B}[1mv", traceback: []),
    ])
    #expect(
      typed == [
        .text(TextOutput(name: "stdout", text: "1/2\r2/2\u{1B}[31m!\u{1B}[0m")),
        .text(TextOutput(name: "display", text: "<F>\n[image/png 63c1dd951ffe]")),
        .text(TextOutput(name: "display-2", text: "[application/x]")),
        .error(ErrorOutput(code: "E", message: "\u{1B}[1mv")),
      ])
  }
}

struct `A Jupyter notebook that was run elsewhere` {
  static func shown(_ name: String) throws -> ShownJupyter {
    let url = Project.file("Tests/Fixtures/jupyter/\(name).ipynb")
    let file = try JupyterFile(
      source: SourceText(file: "\(name).ipynb", bytes: [UInt8](try Data(contentsOf: url))))
    let lesson = JupyterLesson(
      file, name: name, vocabulary: DirectiveVocabulary(kinds: []))
    return ShownJupyter(lesson, name: name)
  }

  @Test
  func `has its outputs as regions, its images as files`() throws {
    let shown = try Self.shown("lesson-4.5")
    #expect(
      shown.notebook.regions.map { "\($0.id) \($0.key)" }
        == (1...5).map { "keras-\($0) unknown" })
    #expect(
      shown.files.map(\.path) == [
        "lesson-4.5.files/a1b2c3d4-sete.png", "lesson-4.5.files/keras-3-1.png",
        "lesson-4.5.files/keras-3-2.svg",
      ])
    #expect(
      shown.notebook.regions[3].body
        == """
        |  | loss | accuracy |
        | ---: | ---: | -------: |
        | 0 | 0.41 | 0.87 |
        | 1 | 0.19 | 0.94 |
        """)
    #expect(shown.record.tasks.map(\.status) == [.ok, .ok, .ok, .ok, .error])
  }

  @Test(arguments: ["lesson-4.5", "lesson-4.0", "layout-windows", "old-3", "prose-4.5", "empty"])
  func `is a page that holds its images and says nothing of staleness`(name: String) throws {
    let shown = try Self.shown(name)
    var lesson = Lesson(
      notebook: shown.notebook, record: shown.record, name: name, pictures: shown.pictures)
    lesson.record.tasks = []
    lesson.showsRegions = true
    let page = String(decoding: HTMLPageRenderer().files(for: lesson)[0].bytes, as: UTF8.self)
    #expect(page.split(separator: "<img src=\"data:").count == shown.files.count + 1)
    #expect(!page.contains("made before the last edit"))
    // Attachments came with version 4.1 of the format.
    #expect(page.contains("class=\"missing\"") == (name == "lesson-4.0"))
  }

  /// HTML, and the table that is read in it.
  static let tables: [(String, [[String]]?)] = [
    ("<table><tr><th>a</th></tr><tr><td>1 &lt; 2</td></tr></table>", [["a"], ["1 < 2"]]),
    ("<div><style>td {}</style><TABLE border=1><tr><th>a</th></tr></TABLE></div>", [["a"]]),
    ("<table><tr><td colspan=2>a</td></tr></table>", nil),
    ("<table><tr><td><b>a</b></td></tr></table>", nil),
    ("<table><tr><td>a</td></tr></table><table></table>", nil),
    ("<p>no table</p>", nil), ("<table", nil), ("<table></td></table>", nil),
    ("text<table><tr><td>a</td></tr></table>", nil),
    ("<table><tr><th>a</th></tr><tr></tr></table>", nil),
  ]

  @Test(arguments: tables)
  func `has tables where they are plain ones`(html: String, expected: [[String]]?) {
    let table = HTMLTable.read(html)
    #expect(table.map { [$0.columns.map(\.heading)] + $0.rows } == expected)
  }
}

struct `A Markdown lesson as a Jupyter notebook` {
  @Test
  func `has the run's outputs in its cells`() throws {
    let markdown = """
      # T

      ```yaml {.fit #s}
      epochs: 1
      ```

      [1 %](run:s.x)

      """
    var lesson = Sample.lesson(
      markdown, tasks: [Sample.task([.text(TextOutput(name: "stdout", text: "hi\n"))])])
    lesson.links = lesson.notebook.runLinks.map { FilledLink($0, text: "2 %") }
    let files = try JupyterRenderer().files(for: lesson)
    #expect(files.map(\.path) == ["l.ipynb"])
    let file = try JupyterFile(source: SourceText(file: "l.ipynb", bytes: files[0].bytes))
    let cells = file.notebook.cells
    #expect(
      cells.map(\.source) == ["# T", "%%caderno yaml {.fit #s}\nepochs: 1", "[2 %](run:s.x)"])
    #expect(cells[1].outputs == [.stream(name: "stdout", text: "hi\n")])
    #expect(cells[1].executionCount == 1)
  }
}
