import Diagnostics
import Execution
import JupyterNotebooks
import Notebooks
import Rendering
import RunRecords

/// `.ipynb` files: read, written, turned into Markdown and back, planned, shown.
///
/// An input that begins with a blank or a brace is the file, any other is the choices that make one.
enum JupyterFiles: FuzzTarget {
  static let name = "jupyter"
  static let longest = 1024

  static var seeds: [[UInt8]] {
    let made = SeedBytes.seeds(48, 3, step: 5)
    return made + [made[0], made[9], made[30]].map { JupyterMaker.file($0) } + [
      Array(
        #"{"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": "x"}, "worksheets": [{"cells": []}]}"#
          .utf8)
    ]
  }

  static let words =
    JupyterMaker.names.map { "\"\($0)\": " } + [
      "{}", "[]", "null", "true", "1e400", "-0", "\"\\ud83d\\ude00\"", "\\ud800", "\\u0000", "\\n",
      "\"code\"",
      "\"markdown\"", "\"raw\"", "\"stream\"", "\"display_data\"", "\"execute_result\"",
      "\"error\"", "4", "5",
      "\"image/png\": \"", "\"text/html\": ", "\"text/plain\": ", "\"image/svg+xml\": ",
      "%%caderno",
    ]

  static func text(of bytes: [UInt8]) -> String { String(decoding: file(bytes), as: UTF8.self) }

  private static func file(_ bytes: [UInt8]) -> [UInt8] {
    let isFile =
      bytes.first.map { [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "{")].contains($0) } ?? false
    return isFile ? bytes : JupyterMaker.file(bytes)
  }

  static func run(_ bytes: [UInt8]) throws {
    let bytes = file(bytes)
    guard let file = try? JupyterFile(source: SourceText(file: "l.ipynb", bytes: bytes)) else {
      return
    }
    if file.isWritable { try writing(file) }
    let lesson = JupyterLesson(file, name: "l", vocabulary: DirectiveCatalog.vocabulary)
    try thereAndBack(file.notebook)
    let plan = Plan(lesson.notebook)
    let found = plan.diagnostics.map(lesson.located)
    try expect(
      found.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes.count },
      "a finding stands outside of the file")
    _ = DiagnosticFormatter(source: file.source, language: .english).format(found)
    let shown = ShownJupyter(lesson, name: "l")
    try PageLaws.render(shown.notebook, shown.record.tasks)
  }

  /// Nothing is changed where nothing is new; what is new is there when it is read again.
  private static func writing(_ file: JupyterFile) throws {
    try expect(file.writing([:]) == file.source.bytes, "writing nothing changes bytes")
    let notebook = file.notebook
    let kept = notebook.cells.enumerated().map { index, cell in
      (index, JupyterFile.CellResult(executionCount: cell.executionCount, outputs: cell.outputs))
    }
    let same = file.writing(Dictionary(kept) { first, _ in first })
    try expect(same == file.source.bytes, "writing the same results changes bytes")
    let output = JupyterOutput.stream(name: "stdout", text: "a\né\u{1F600}\\\"")
    let new = JupyterFile.CellResult(executionCount: 7, outputs: [output])
    let indices = notebook.cells.indices.map { ($0, new) }
    let bytes = file.writing(Dictionary(indices) { first, _ in first })
    guard let again = try? JupyterFile(source: SourceText(file: "l.ipynb", bytes: bytes)) else {
      throw BrokenLaw("a notebook with results can't be read")
    }
    try expect(again.notebook.cells.count == notebook.cells.count, "writing loses cells")
    for (old, cell) in zip(notebook.cells, again.notebook.cells) {
      try expect(old.source == cell.source, "writing changes a source")
      guard cell.kind == .code else { continue }
      try expect(cell.outputs == [output] && cell.executionCount == 7, "a result is not there")
    }
  }

  /// What Jupyter would write is read as the same; Markdown and back gives the same cells.
  private static func thereAndBack(_ notebook: JupyterNotebook) throws {
    let json = SourceText(file: "l.ipynb", bytes: notebook.json())
    guard let read = try? JupyterFile(source: json) else {
      throw BrokenLaw("what is written can't be read")
    }
    try expect(read.notebook.json() == json.bytes, "what is read again is written otherwise")
    for isPlain in [false, true] {
      let form = MarkdownForm(
        notebook, name: "l", vocabulary: DirectiveCatalog.vocabulary, isPlain: isPlain)
      let markdown = MarkdownLessons.notebook(Array(form.text.utf8))
      let back = JupyterForm(markdown) { path in form.files.first { $0.path == path }?.bytes }
      guard !isPlain else { continue }
      try expect(
        back.notebook.cells.map(\.kind) == notebook.cells.map(\.kind),
        "Markdown and back gives other cells")
      try expect(
        zip(back.notebook.cells, notebook.cells).allSatisfy {
          $0.source.utf8.elementsEqual($1.source.utf8)
        },
        "Markdown and back changes a source")
    }
  }
}
