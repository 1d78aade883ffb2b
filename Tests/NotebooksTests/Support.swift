import Diagnostics
import Notebooks
import Testing

let vocabulary = DirectiveVocabulary(
  kinds: [
    DirectiveSyntax(name: "data", body: .yaml, options: ["dataset"]),
    DirectiveSyntax(name: "model", body: .notation, options: ["extends"]),
    DirectiveSyntax(name: "fit", body: .yaml, options: ["epochs"]),
    DirectiveSyntax(name: "evaluate", body: .yaml),
    DirectiveSyntax(name: "keras", body: .notation),
  ], commonOptions: ["skip", "hide"])

func notebook(_ bytes: [UInt8]) -> Notebook {
  Notebook(source: SourceText(file: "lesson.md", bytes: bytes), vocabulary: vocabulary)
}

func notebook(_ text: String) -> Notebook { notebook(Array(text.utf8)) }

func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// Outputs for every directive of a notebook.
func outputs(of notebook: Notebook, body: String = "| a |\n| - |\n| 1 |") -> [RenderedRegion] {
  notebook.directives.map { RenderedRegion(id: $0.id, key: "0123456789ab", body: body) }
}

/// Checks the laws of reading and writing on a text without regions.
func checkLaws(_ bytes: [UInt8], body: String = "| a |\n| - |\n| 1 |") throws {
  let first = notebook(bytes)
  #expect(first.cells.flatMap(\.bytes) == bytes)
  guard first.regions.isEmpty else { return }
  #expect(first.cleaned() == bytes)
  guard
    !first.diagnostics.contains(where: {
      $0.code.hasSuffix("-marker") || $0.code.contains("outputs")
    })
  else { return }
  try #expect(first.writing([]) == bytes)
  let rendered = outputs(of: first, body: body)
  let written = try first.writing(rendered)
  let second = notebook(written)
  #expect(second.cells.flatMap(\.bytes) == written)
  #expect(second.directives.map(\.id) == first.directives.map(\.id))
  #expect(second.regions.map(\.id) == first.directives.map(\.id))
  #expect(second.regions.filter { !$0.isIntact }.isEmpty)
  try #expect(second.writing(rendered) == written)
  try #expect(second.writing([]) == written)
  #expect(second.cleaned() == bytes)
  let again = try notebook(second.cleaned()).writing(rendered)
  #expect(again == written)
}
