import Diagnostics
import Notebooks

let text = """
  # Counting

  ```text {.count #haiku #pond}
  an old pond is still
  ```

  """
let vocabulary = DirectiveVocabulary(kinds: [
  DirectiveSyntax(name: "count", body: .notation, options: ["title"])
])
let source = SourceText(file: "lesson.md", bytes: Array(text.utf8))
let notebook = Notebook(source: source, vocabulary: vocabulary)
for directive in notebook.directives {
  print("\(directive.id) stands in the lines \(directive.lines)")
}

let formatter = DiagnosticFormatter(source: source, language: .english)
print(formatter.format(notebook.diagnostics))

let outputs = notebook.directives.map { directive in
  RenderedRegion(
    id: directive.id, key: "0123456789ab",
    body: "\(directive.body.split(whereSeparator: \.isWhitespace).count) words")
}
let written = try notebook.writing(outputs)
print(String(decoding: written, as: UTF8.self))

let again = Notebook(
  source: SourceText(file: "lesson.md", bytes: written), vocabulary: vocabulary)
print("intact: \(again.regions.map(\.isIntact))")
print("clean gives the author's bytes: \(again.cleaned() == source.bytes)")
