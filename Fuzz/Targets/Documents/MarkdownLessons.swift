import Diagnostics
import Execution
import Notebooks
import Rendering

/// Markdown with directives and regions: read, planned, written, cleaned, rendered.
enum MarkdownLessons: FuzzTarget {
  static let name = "markdown"
  static let longest = 2048

  static let seeds = [
    "# Título\n\nTexto com $x^2$ e [98,9 %](run:t.accuracy).\n",
    "```python {.model #m}\nDense(10, activation='softmax', input_shape=(4,))\n```\n",
    "---\ntitle: T\nlang: pt-BR\ncaderno: {seed: 3, params: {n: 2}}\n---\n\n"
      + "```yaml {.data #d}\ndataset: digits\n```\n\n```yaml {.fit #t}\ndata: d\nepochs: 1\n```\n",
    "```yaml {.fit #a}\n```\n\n<!-- caderno:out id=a key=0123456789ab -->\n\n| a |\n|---|\n| 1 |\n\n"
      + "<!-- /caderno:out sum=00000000 -->\n\ntexto\n",
    "---\ncaderno:\n  python: keras\n---\n```python\nimport numpy as np\nnp.zeros(3)\n```\n",
    "> ~~~yaml {.fit}\n> ~~~\n\n- a\n  1. b\n\n<div>\n</div>\n\n![a](b.png \"c\") `d` **e** <f@g.h>\n",
    "| a | b |\n|:-:|---|\n| `c` | $$d$$ |\n\n\\[ x \\]\n\n***\nA\n===\n&amp;\\\n[r]: /u 't'\n",
    "````md\n```yaml {.table hide=input caption=\"c\"}\n````\n```yaml {.value}\nvalue: t.loss\n```\r\n",
  ].map { Array($0.utf8) }

  static let words =
    DirectiveCatalog.vocabulary.kinds.map { "{.\($0.name)" } + [
      "```", "~~~", "````", "---\n", "...\n", "<!-- caderno:out id=", " key=0123456789ab -->",
      "-->",
      "<!-- /caderno:out sum=", "tight -->", "](run:", "[98,9 %](run:a.loss)", " #a}", "}\n",
      "yaml ",
      "python ", "caderno:", "python: keras", "params:", "lang: pt-BR", "hide=output", "skip=true",
      "caption=\"", "| a | b |\n|---|---|\n", "$$", "\\(", "\\)", "\\frac{", "\\begin{matrix}", "&",
      "![",
      "<div>", "<script>", "<!--", "<![CDATA[", "<?", "\r\n", "\r", "\t", "\0", "\u{FEFF}",
      "\u{2028}", "é",
      "> ", "- ", "1. ", "    ", "# ", "***", "===", "\\", "`", "<", "http://", "data: digits\n",
      "epochs: 1\n",
      "Dense(10)\n", "input_shape=(28, 28, 1)", "<!-- cell", "[^1]", "*", "_",
    ]

  static func run(_ bytes: [UInt8]) throws {
    let first = notebook(bytes)
    try expect(first.cells.flatMap(\.bytes) == bytes, "cells joined are not the bytes")
    let plan = Plan(first)
    let limit = bytes.count
    try expect(
      plan.diagnostics.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= limit },
      "a finding stands outside of the text")
    _ = DiagnosticFormatter(source: first.source, language: .portuguese, color: false)
      .format(plan.diagnostics)
    let tasks = SampleOutputs.tasks(of: first)
    try PageLaws.render(first, tasks)
    try laws(first, tasks)
  }

  /// The laws of reading, writing and cleaning, where nothing stands in their way.
  private static func laws(_ first: Notebook, _ tasks: [SampleOutputs.DirectiveTask]) throws {
    let clean = notebook(first.cleaned())
    try expect(
      clean.regions.isEmpty || !first.diagnostics.isEmpty, "a cleaned notebook has regions")
    let renderer = RegionRenderer(lessonName: "l", language: .english)
    let regions = tasks.map { renderer.region(of: $0) }
    guard let written = try? first.writing(regions, force: true) else { return }
    let second = notebook(written)
    try expect(second.cells.flatMap(\.bytes) == written, "cells joined are not the bytes")
    try expect(
      second.directives.map(\.id) == first.directives.map(\.id), "writing changes directives")
    try expect(second.regions.allSatisfy(\.isIntact), "a region that was written is not intact")
    let again = try? second.writing(regions, force: false)
    try expect(again == written, "writing twice changes bytes")
    guard first.regions.isEmpty else { return }
    try expect(second.cleaned() == first.source.bytes, "cleaning doesn't take back the writing")
  }

  static func notebook(_ bytes: [UInt8]) -> Notebook {
    Notebook(
      source: SourceText(file: "l.md", bytes: bytes), vocabulary: DirectiveCatalog.vocabulary)
  }
}
