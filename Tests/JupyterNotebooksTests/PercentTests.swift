import JSON
import Foundation
import JupyterNotebooks
import Testing
import TestSupport

/// Jupytext 1.19.6 is the oracle of cells; `Tests/Oracles/percent_scripts.py` wrote what it makes.
struct `A Python script` {
  @Test(arguments: PercentCase.all)
  func `has the cells that Jupytext makes of it`(sample: PercentCase) throws {
    let cells = PercentScript(sample.source).notebook.cells
    #expect(
      cells.map { "\($0.kind): \($0.source)" } == sample.cells.map { "\($0.kind): \($0.source)" })
    #expect(cells.map(\.metadata) == sample.cells.map(\.metadata))
    #expect(cells.map(\.id) == cells.indices.map { "cell-\($0 + 1)" })
  }

  @Test(arguments: PercentCase.all)
  func `is run with all its statements, each in a code cell, in their order`(
    sample: PercentCase
  ) throws {
    let program = ScriptProgram(sample.source)
    let lines = sample.source.split(separator: "\n", omittingEmptySubsequences: false)
    var last = 0
    for (cell, first) in zip(program.notebook.cells, program.firstLines) {
      let count = cell.source.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(first > last)
      last = first + count - 1
      guard cell.kind == .code else { continue }
      #expect(cell.source == lines[first - 1..<last].joined(separator: "\n"))
    }
  }

  @Test func `that is no Python stands in one cell, so that its mistake is told`() {
    let program = ScriptProgram("# %%\nx = (\n# %% [markdown]\n# text\n")
    #expect(program.notebook.cells.map(\.kind) == [.code])
    #expect(program.firstLines == [2])
  }

  /// Which sign parts a key from its value is tried from the right: a line of signs costs no more than others.
  @Test func `keeps a marker of too many signs as it stands`() {
    let pairs = "a=\"" + String(repeating: "=x", count: 65) + "\""
    let cell = PercentScript("# %% title \(pairs)\n1\n").notebook.cells[0]
    #expect(cell.metadata["incorrectly_encoded_metadata"] == .string(pairs))
    #expect(cell.metadata["title"] == .string("title"))
  }

  @Test func `with Windows' line ends and a mark of byte order has the same cells`() {
    let text = "\u{FEFF}# %%\r\nx = 1\r\n\r\n# %% [markdown]\r\n# text\r\n"
    #expect(PercentScript(text).notebook.cells.map(\.source) == ["x = 1", "text"])
    #expect(ScriptProgram(text).notebook.cells.map(\.source) == ["x = 1", "text"])
  }
}

/// A script, what CPython prints, and the cells that Jupytext makes.
struct PercentCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let source: String
  let cells: [(kind: String, source: String, metadata: JSONObject)]

  static let all: [PercentCase] = {
    let file = Fixture.file("scripts/percent.json")
    guard let data = try? Data(contentsOf: file), let all = JSONValue(json: [UInt8](data)) else {
      fatalError("no scripts at \(file.path)")
    }
    return (all.object?["cases"]?.array ?? []).compactMap(\.object).map { sample in
      PercentCase(
        testDescription: sample["name"]?.string ?? "", source: sample["source"]?.string ?? "",
        cells: (sample["cells"]?.array ?? []).compactMap(\.object).map {
          ($0["kind"]?.string ?? "", $0["source"]?.string ?? "", $0["metadata"]?.object ?? [:])
        })
    }
  }()
}
