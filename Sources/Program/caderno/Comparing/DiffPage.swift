internal import Comparison
internal import Diagnostics
internal import Rendering
internal import RunRecords

/// A comparison as a page of its own: both sides, what differs in between, curves in one plot.
struct DiffPage {
  private let comparison: RunComparison
  private let a: ComparedRun
  private let b: ComparedRun
  private let names: (a: String, b: String)
  private let language: Language
  private var fragment: OutputFragment { OutputFragment(language: language) }

  init(
    _ comparison: RunComparison, _ a: ComparedRun, _ b: ComparedRun, names: (a: String, b: String),
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
    let shown = comparison.tasks.enumerated().filter { $0.element.isWorthTelling }
    let sheet = OutputFragment.sheet + Self.rules
    return """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(OutputFragment.policy(sheet: sheet))">
      <title>\(title)</title>
      <style>\(sheet)</style>
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

  private func section(_ task: TaskComparison, number: Int) -> String {
    var single = comparison
    single.tasks = [task]
    single.causes = []
    let body = TextReport(single, language: language, ink: .marks).tasks
    return "<section class=\"step \(task.verdict.rawValue)\">\n<h2>\(text(task.id))</h2>\n"
      + "<pre tabindex=\"0\">\(marked(body))</pre>\n\(between(task, number))"
      + "<div class=\"sides\">\n"
      + side(names.a, outputs(of: task.a, in: a, "a\(number)"))
      + side(names.b, outputs(of: task.b, in: b, "b\(number)")) + "</div>\n</section>\n"
  }

  private func side(_ name: String, _ outputs: String) -> String {
    let none = language == .portuguese ? "nada" : "nothing"
    return "<div class=\"side\"><p class=\"label\">\(text(name))</p>\n"
      + (outputs.isEmpty ? "<p class=\"missing\">\(none)</p>\n" : outputs) + "</div>\n"
  }

  /// Typed outputs as in a lesson's page; a notebook's region as the Markdown that it is.
  private func outputs(of task: TaskRecord?, in run: ComparedRun, _ prefix: String) -> String {
    guard let task = task.flatMap({ run.record.task($0.id) }) else { return "" }
    guard let files = run.files else { return fragment.html(of: task, prefix: prefix) }
    let names = files.keys.filter { $0.hasPrefix("\(task.id)/") }
    let images = Dictionary(
      names.map { (String($0.dropFirst(task.id.count + 1)), files[$0] ?? []) }
    ) { first, _ in first }
    return task.outputs.map { output in
      guard case .text(let region) = output, images[region.name] == nil else { return "" }
      return "<div class=\"output\">\(fragment.html(markdown: region.text, images: images))</div>\n"
    }.joined()
  }

  /// Figures that hold both sides: curves in one plot, and where pictures differ.
  private func between(_ task: TaskComparison, _ number: Int) -> String {
    guard let old = task.a.flatMap({ a.record.task($0.id) }),
      let new = task.b.flatMap({ b.record.task($0.id) })
    else { return "" }
    if let first = a.files, let second = b.files {
      return JoinedDrawings(first, second, language: language).html(old, new)
    }
    let figures = JoinedFigures(old, new, language: language).outputs
    guard !figures.isEmpty else { return "" }
    var joined = new
    joined.outputs = figures.map(Output.figure)
    joined.caption = nil
    return fragment.html(of: joined, prefix: "ab\(number)")
  }

  private func report(_ part: KeyPath<TextReport, String>) -> String {
    let report = TextReport(comparison, language: language)
    return "<pre>\(text(report[keyPath: part]))</pre>"
  }

  /// Words that a report marks as removed or added, as such.
  private func marked(_ lines: String) -> String {
    let marks: [(Character, String)] = [
      (ReportInk.removal.start, "<del>"), (ReportInk.removal.end, "</del>"),
      (ReportInk.addition.start, "<ins>"), (ReportInk.addition.end, "</ins>"),
    ]
    return marks.reduce(text(lines)) { $0.replacing("\($1.0)", with: $1.1) }
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
    .blend{position:relative;isolation:isolate;filter:invert(1);margin:0;max-width:38rem}
    .blend img{display:block;width:100%}
    .blend img+img{position:absolute;inset:0;mix-blend-mode:difference}
    @media screen and (prefers-color-scheme:dark){.blend{filter:none}}
    @media (max-width:52rem){.sides{grid-template-columns:minmax(0,1fr)}}

    """
}
