import Diagnostics
import Execution
import Notebooks

/// YAML as it stands in front matter, in the body of a directive, and in its fence.
enum FrontMatterTexts: FuzzTarget {
  static let name = "frontmatter"
  static let longest = 512

  static let seeds = [
    "title: x\nauthor: [a, b]\ndate: 2020-01-01\nlang: pt-BR\n",
    "caderno:\n  seed: 3\n  python: keras\n  params:\n    n: 2\n    f: 0.5\n    s: 'a'\n    b: true\n",
    "caderno: {data: {m: {dataset: mnist, limit: 5}}}\n", "epochs: ${n}\nmetrics: [accuracy]\n",
    "a: &x {b: 1}\nc: *x\n? d\n: >-\n  e\n  f\n",
    "optimizer: Adam(learning_rate=1e-3)\nloss: \"mse\"\n",
    "- 1\n- [2, {3: 4}]\n", "a: 'b''c'\nd: \"e\\u00e9\\x41\"\nf: |2\n    g\n",
    "%YAML 1.2\n---\na: !!int 1\n",
    "data: digits[train]\nlimit: 10_000\nvalidation_split: .1\nbatch_size: 0x10\nseed: ~\n",
  ].map { Array($0.utf8) }

  static let words =
    DirectiveCatalog.vocabulary.kinds.flatMap { $0.options.map { "\n\($0): " } } + [
      "caderno:", "params:", "seed: ", "python: keras", "data:", "title: ", "author: ", "lang: pt",
      "&a ",
      "*a", "!!int ", "!!str ", "!!binary ", "<<: ", "? ", ": ", "- ", "|\n", ">-\n", "|2+\n",
      "---\n", "...",
      "%YAML 1.2", "${n}", "~", "null", "true", ".inf", ".nan", "0x1F", "0o7", "1_000", "1e400",
      "1:30",
      "2001-01-01", "\\u00e9", "\\x41", "\\U0001F600", "\u{85}", "\u{2028}", "\u{FEFF}", "\r\n",
      "\t", "''",
      "9223372036854775808", "-9223372036854775808", "accuracy", "rmsprop", "mnist", "{", "}", "[",
      "]", ", ",
    ]

  static func run(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let kinds = DirectiveCatalog.vocabulary.kinds
    let kind = kinds[bytes.count % kinds.count].name
    let lesson =
      "---\n\(text)\n---\n```yaml {.\(kind) \(line)}\n\(text)\n```\n\n```yaml {.fit}\n\(text)\n```\n"
    let source = Array(lesson.utf8)
    let notebook = MarkdownLessons.notebook(source)
    try expect(notebook.cells.flatMap(\.bytes) == source, "cells joined are not the bytes")
    let plan = Plan(notebook, parameters: ["n": line, "f": "1"])
    try expect(
      plan.diagnostics.allSatisfy {
        $0.range.lowerBound >= 0 && $0.range.upperBound <= source.count
      },
      "a finding stands outside of the text")
    let formatter = DiagnosticFormatter(source: notebook.source, language: .english, color: true)
    _ = formatter.format(plan.diagnostics)
  }
}
