import JSON
import Diagnostics
import JupyterNotebooks
import Testing

struct `Writing into a Jupyter notebook` {
  static let writable = JupyterFixture.all.filter { $0.name != "old-3.ipynb" }

  @Test(arguments: writable)
  func `changes no byte where nothing is new`(fixture: JupyterFixture) throws {
    let file = try fixture.file()
    let same = Dictionary(
      uniqueKeysWithValues: file.notebook.cells.enumerated().map { index, cell in
        (
          index,
          JupyterFile.CellResult(executionCount: cell.executionCount, outputs: cell.outputs)
        )
      })
    #expect(file.writing(same) == file.source.bytes)
    #expect(file.writing([:]) == file.source.bytes)
  }

  @Test(arguments: JupyterFixture.canonical)
  func `gives what Jupyter would write`(fixture: JupyterFixture) throws {
    let file = try fixture.file()
    var notebook = file.notebook
    var results: [Int: JupyterFile.CellResult] = [:]
    for index in notebook.cells.indices where notebook.cells[index].kind == .code {
      notebook.cells[index].executionCount = index + 7
      notebook.cells[index].outputs = Self.outputs
      results[index] = JupyterFile.CellResult(executionCount: index + 7, outputs: Self.outputs)
    }
    #expect(string(file.writing(results)) == string(notebook.json()))
  }

  @Test(arguments: writable)
  func `changes outputs and counts and nothing else`(fixture: JupyterFixture) throws {
    let file = try fixture.file()
    guard let index = file.notebook.cells.firstIndex(where: { $0.kind == .code }) else { return }
    let result = JupyterFile.CellResult(executionCount: 9, outputs: Self.outputs)
    let written = try JupyterFile(
      source: .init(file: "a.ipynb", bytes: file.writing([index: result])))
    var expected = file.notebook
    expected.cells[index].executionCount = 9
    expected.cells[index].outputs = Self.outputs
    #expect(written.notebook == expected)
    let old = file.notebook.cells[index]
    let back = written.writing([
      index: JupyterFile.CellResult(executionCount: old.executionCount, outputs: old.outputs)
    ])
    #expect(string(back).filter { !$0.isWhitespace } == Self.unescaped(file.source.bytes))
  }

  @Test
  func `adds members that are missing`() throws {
    let text =
      "{\n \"cells\": [\n  {\n   \"cell_type\": \"code\",\n   \"metadata\": {},\n"
      + "   \"outputs\": [],\n   \"source\": []\n  }\n ],\n \"metadata\": {},\n"
      + " \"nbformat\": 4,\n \"nbformat_minor\": 4\n}\n"
    let result = JupyterFile.CellResult(executionCount: 1, outputs: [])
    #expect(
      string(try file(text).writing([0: result]))
        == text.replacing(
          "\"source\": []", with: "\"source\": [],\n   \"execution_count\": 1"))
  }

  static let outputs: [JupyterOutput] = [
    .stream(name: "stdout", text: "um\ndois \"três\"\n"),
    .display(
      JupyterBundle(
        data: ["text/plain": .string("4"), "image/svg+xml": .string("<svg>\n</svg>")])),
    .error(name: "ValueError", value: "mau", traceback: ["a\nb", "c"]),
  ]

  /// Without blanks between values; the outputs put in are never escaped.
  private static func unescaped(_ bytes: [UInt8]) -> String {
    string(bytes).filter { !$0.isWhitespace }
  }
}
