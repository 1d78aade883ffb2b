import Diagnostics
import Notebooks
import Testing

@Suite struct `Notes about prose` {
  @Test(arguments: [
    ("a[^x]", ["undefined-footnote [^x]"]), ("[^x]: a", ["unused-footnote [^x]:"]),
    ("a[^X]\n\n[^x]: b", []), ("`[^x]` \\[^x] [x^1]", []),
    ("> [!HINT]\n> a", ["unknown-alert [!HINT]"]), ("> [!note]\n> a", []),
    (
      "<form>a</form> <b>c</b>\n\n<FORM>\n\n<!-- <nav> -->",
      ["hidden-html <form", "hidden-html <FORM"]
    ),
    ("a <span>b</span> `<nav>`\n\n    <nav>", []),
    ("a[^x]\n\n```yaml {.fit #a}\nx: 1\n```\n\n[^x]: b", []),
  ])
  func `say what a page shows otherwise`(markdown: String, notes: [String]) {
    let notebook = Notebook(
      source: SourceText(file: "l.md", bytes: Array((markdown + "\n").utf8)),
      vocabulary: vocabulary)
    let found = notebook.proseNotes.map {
      "\($0.code) \(String(decoding: notebook.source.bytes[$0.range], as: UTF8.self))"
    }
    #expect(found == notes)
    #expect(notebook.proseNotes.allSatisfy { $0.severity == .note })
  }
}
