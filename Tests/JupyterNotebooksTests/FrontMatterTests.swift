import JSON
import JupyterNotebooks
import Notebooks
import Testing

struct `Front matter in a Jupyter notebook` {
  @Test func `has a media type, so that nbconvert doesn't show it as text`() {
    let notebook = JupyterForm(markdown("---\ntitle: t\n---\n\ntext\n")) { _ in nil }.notebook
    #expect(notebook.cells[0].metadata == ["raw_mimetype": .string("application/yaml")])
  }

  @Test(
    arguments: [[:], ["raw_mimetype": .string("application/yaml")], ["x": .null]] as [JSONObject])
  func `keeps the metadata that it had`(metadata: JSONObject) {
    for text in ["---\ntitle: t\n---", "---\ncaderno:\n  python: keras\n---"] {
      let notebook = JupyterNotebook(
        metadata: NotebookCases.python,
        cells: [
          JupyterCell(.raw, id: "cell-1", source: text, metadata: metadata),
          JupyterCell(.code, id: "cell-2", source: "x"),
        ])
      #expect(throughMarkdown(notebook) == notebook)
    }
  }

  @Test func `is found behind the parameters that papermill put before it`() {
    let injected: JSONObject = ["tags": .array([.string("injected-parameters")])]
    let notebook = JupyterNotebook(
      metadata: NotebookCases.python,
      cells: [
        JupyterCell(.code, id: "p", source: "# Parameters\nn = 1", metadata: injected),
        JupyterCell(.raw, id: "f", source: "---\ntitle: t\n---"),
      ])
    let form = MarkdownForm(notebook, name: "lesson", vocabulary: vocabulary)
    #expect(markdown(form.text).frontMatter.title == "t")
    #expect(throughMarkdown(notebook) == notebook)
  }
}
