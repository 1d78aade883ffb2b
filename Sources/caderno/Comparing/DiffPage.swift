internal import Comparison
internal import Diagnostics
internal import Rendering
internal import RunRecords

/// A comparison as a page of its own: both sides, what differs in between, curves in one plot.
struct DiffPage {
  private let comparison: RunComparison
  private let a: RunRecord
  private let b: RunRecord
  private let names: (a: String, b: String)
  private let language: Language
  private var fragment: OutputFragment { OutputFragment(language: language) }

  init(
    _ comparison: RunComparison, _ a: RunRecord, _ b: RunRecord, names: (a: String, b: String),
    language: Language
  ) {
    self.comparison = comparison
    self.a = a
    self.b = b
    self.names = names
    self.language = language
  }

  var html: String {
    let title = "\(text(names.a)) → \(text(names.b))"
    let shown = comparison.steps.enumerated().filter { !$0.element.isEmpty }
    return """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; \
      style-src 'unsafe-inline'">
      <title>\(title)</title>
      <style>\(OutputFragment.sheet)\(Self.rules)</style>
      </head>
      <body>
      <div class="page diff">
      <header><h1>\(title)</h1>\(report(\.causesAndTally))</header>
      <main>
      \(shown.map { section($0.element, number: $0.offset) }.joined())
      </main>
      </div>
      </body>
      </html>

      """
  }

  private func section(_ step: StepComparison, number: Int) -> String {
    var single = comparison
    single.steps = [step]
    single.causes = []
    let lines = TextReport(single, language: language, usesColor: false).text
    let body = lines.split(separator: "\n").dropLast().joined(separator: "\n")
    return "<section class=\"step \(step.verdict.rawValue)\">\n<h2>\(text(step.id))</h2>\n"
      + "<pre tabindex=\"0\">\(marked(String(body)))</pre>\n\(between(step, number))"
      + "<div class=\"sides\">\n"
      + side(names.a, step.a.flatMap { a.step($0.id) }, "a\(number)")
      + side(names.b, step.b.flatMap { b.step($0.id) }, "b\(number)") + "</div>\n</section>\n"
  }

  private func side(_ name: String, _ step: StepRecord?, _ prefix: String) -> String {
    let outputs = step.map { fragment.html(of: $0, prefix: prefix) } ?? ""
    let none = language == .portuguese ? "nada" : "nothing"
    return "<div class=\"side\"><p class=\"label\">\(text(name))</p>\n"
      + (outputs.isEmpty ? "<p class=\"missing\">\(none)</p>\n" : outputs) + "</div>\n"
  }

  /// Figures that hold both sides: curves in one plot, and where pictures differ.
  private func between(_ step: StepComparison, _ number: Int) -> String {
    guard let old = step.a.flatMap({ a.step($0.id) }), let new = step.b.flatMap({ b.step($0.id) })
    else { return "" }
    let figures = JoinedFigures(old, new, language: language).outputs
    guard !figures.isEmpty else { return "" }
    var joined = new
    joined.outputs = figures.map(Output.figure)
    joined.caption = nil
    return fragment.html(of: joined, prefix: "ab\(number)")
  }

  private func report(_ part: KeyPath<TextReport, String>) -> String {
    let report = TextReport(comparison, language: language, usesColor: false)
    return "<pre>\(text(report[keyPath: part]))</pre>"
  }

  /// Words that a report marks as removed or added, as such.
  private func marked(_ lines: String) -> String {
    text(lines).replacing("[-", with: "<del>").replacing("-]", with: "</del>")
      .replacing("{+", with: "<ins>").replacing("+}", with: "</ins>")
  }

  private func text(_ text: String) -> String { OutputFragment.escaped(text) }

  private static let rules = """
    .diff{max-width:76rem}
    .step{border-left:4px solid var(--line);padding-left:1rem;margin:2.5rem 0}
    .step.different,.step.incomparable{border-color:var(--mark)}
    .step h2{margin-top:0}
    .sides{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1.5rem}
    .side .output{margin-top:.2rem}
    del{background:color-mix(in srgb,var(--mark) 22%,transparent);text-decoration:none}
    ins{background:color-mix(in srgb,var(--str) 26%,transparent);text-decoration:none}
    @media (max-width:52rem){.sides{grid-template-columns:minmax(0,1fr)}}

    """
}
