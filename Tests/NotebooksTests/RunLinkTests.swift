import Diagnostics
import Testing

@testable import Notebooks

struct `A number in prose` {
  /// A paragraph, the texts that are filled in, and where others are that can't be.
  static let paragraphs: [(text: String, filled: [String], others: [String])] = [
    ("[8.8][r] <!-- [9.9](run:v.value) -->", [], ["1:1"]),
    ("[8.8][r] <a title=\"[9.9](run:v.value)\">x</a> [7](run:v.value)", ["7"], ["1:1"]),
    ("<b title='[9](run:v.value)'>[1](run:v.value)</b>", ["1"], []),
    ("a <!-- [9](run:v.value)\nb --> [1](run:v.value)", ["1"], []),
    ("> a <!-- [9](run:v.value)\n> b --> [1](run:v.value)", ["1"], []),
    ("- x <i\n  title=\"[9](run:v.value)\"> [1](run:v.value)", ["1"], []),
    ("2 < 3 [1](run:v.value) > 2", ["1"], []), ("<3 [1](run:v.value) <!-- -->", ["1"], []),
    ("[7](run:v.value) [8.8][r]", ["7"], ["1:18"]), ("[8.8][r] [7](run:v.value)", ["7"], ["1:1"]),
    ("text before [*8*][r]", [], ["1:1"]), ("text before [8][r]", [], ["1:13"]),
  ]

  @Test(arguments: paragraphs.indices)
  func `is found where it is one, outside of comments and attributes`(index: Int) {
    let (text, filled, others) = Self.paragraphs[index]
    let page = "\(text)\n\n[r]: run:v.value\n"
    let notebook = Notebook(
      source: SourceText(file: "a.md", bytes: Array(page.utf8)),
      vocabulary: DirectiveVocabulary(kinds: []))
    #expect(notebook.runLinks.map(\.text) == filled)
    let places = notebook.diagnostics.filter { $0.code == "run-link-form" }.map {
      let place = notebook.source.position(at: $0.range.lowerBound)
      return "\(place.line):\(place.column)"
    }
    #expect(places == others)
  }

  @Test func `by reference is told of at the link, with its own text`() {
    let page = "So it is [8,8 %][r].\n\n[r]: run:v.value\n"
    let source = SourceText(file: "a.md", bytes: Array(page.utf8))
    let notebook = Notebook(source: source, vocabulary: DirectiveVocabulary(kinds: []))
    #expect(
      DiagnosticFormatter(source: source, language: .english, color: false)
        .format(notebook.diagnostics) == """
          a.md:1:10: warning: the number tied to 'run:v.value' can't be filled in here [run-link-form]
              1 | So it is [8,8 %][r].
                |          ^~~~~~~
            hint: write it as [8,8 %](run:v.value)

          """)
  }
}
