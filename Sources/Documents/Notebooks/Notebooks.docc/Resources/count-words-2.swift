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
