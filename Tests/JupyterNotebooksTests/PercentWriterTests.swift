import JSON
import Foundation
import JupyterNotebooks
import Testing
import TestSupport

/// Jupytext 1.19.6 is the oracle of scripts; `Tests/Oracles/percent_written.py` wrote what it makes.
struct `A notebook as a percent script` {
  @Test(arguments: WrittenCase.all)
  func `is what Jupytext writes, byte for byte`(sample: WrittenCase) throws {
    #expect(PercentWriter(try sample.notebook()).text == sample.script)
  }

  @Test(arguments: WrittenCase.all)
  func `reads back as the cells that Jupytext reads`(sample: WrittenCase) throws {
    guard !sample.isReadOtherwise else { return }
    let cells = try sample.notebook().cells
    let back = PercentScript(PercentWriter(try sample.notebook()).text).notebook.cells
    #expect(back.map(\.kind) == cells.map(\.kind))
    #expect(back.map(\.source) == cells.map(\.source))
  }

  @Test func `keeps a lesson's front matter, directives and tags`() {
    let text = """
      ---
      title: Dígitos
      caderno:
        seed: 3
        python: keras
      ---

      # Uma lição

      ```yaml {.fit #treino tags=hide-output}
      epochs: 5
      ```

      ```python {tags=raises-exception}
      1/0
      ```

      """
    let notebook = JupyterForm(markdown(text)) { _ in nil }.notebook
    let script = PercentScript(PercentWriter(notebook).text).notebook
    #expect(MarkdownForm(script, name: "lesson", vocabulary: vocabulary).text == text)
    // What is run has the front matter too, and each cell where it stands.
    let program = ScriptProgram("# ---\n# caderno:\n#   seed: 3\n# ---\n\n# %%\nx\n")
    #expect(program.notebook.cells.map(\.source) == ["---\ncaderno:\n  seed: 3\n---", "x"])
    #expect(program.firstLines == [1, 7])
  }

  @Test func `keeps its kernel`() {
    let kernel: JSONValue = .object([
      "display_name": .string("Ação 'x': 3"), "language": .string("python"), "name": .string("0"),
    ])
    let notebook = JupyterNotebook(metadata: ["kernelspec": kernel], cells: [])
    let back = PercentScript(PercentWriter(notebook).text).notebook
    #expect(back.metadata["kernelspec"] == kernel)
  }
}

/// A notebook, and the script that Jupytext makes of it.
struct WrittenCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  private let json: String
  let script: String
  /// Whether Jupytext itself reads other cells than it wrote.
  let isReadOtherwise: Bool

  func notebook() throws -> JupyterNotebook { try file(json).notebook }

  static let all: [WrittenCase] = {
    let file = Fixture.file("scripts/written.json")
    guard let data = try? Data(contentsOf: file), let all = JSONValue(json: [UInt8](data)) else {
      fatalError("no scripts at \(file.path)")
    }
    let differing = Set((all.object?["differing"]?.array ?? []).compactMap(\.string))
    return (all.object?["cases"]?.array ?? []).compactMap(\.object).map { sample in
      let name = sample["name"]?.string ?? ""
      return WrittenCase(
        testDescription: name, json: sample["notebook"]?.string ?? "",
        script: sample["script"]?.string ?? "", isReadOtherwise: differing.contains(name))
    }
  }()
}
