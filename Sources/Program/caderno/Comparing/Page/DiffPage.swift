internal import Comparison
internal import Diagnostics
internal import Rendering
internal import RunRecords

/// A comparison as a page of its own: a summary, then each directive that differs with both sides and what
/// differs in between.
struct DiffPage {
  private let comparison: RunComparison
  private let a: ComparedRun
  private let b: ComparedRun
  private let names: (a: String, b: String)
  private let language: Language

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
    let sheet = OutputFragment.sheet + DiffStyle.rules
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
      \(skipLink)<div class="page diff">
      <header><h1>\(title)</h1></header>
      <main>
      \(DiffSummary(comparison: comparison, a: a, b: b, language: language).html)\(differences)</main>
      </div>
      </body>
      </html>

      """
  }

  private var shown: [(offset: Int, element: TaskComparison)] {
    comparison.tasks.enumerated().filter { $0.element.isWorthTelling }
  }

  private var skipLink: String {
    guard !shown.isEmpty else { return "" }
    return "<a class=\"skip\" href=\"#differences\">\(DiffWords.skip.text(in: language))</a>\n"
  }

  private var differences: String {
    guard !shown.isEmpty else { return "" }
    let steps = shown.map { number, task in
      DiffStep(task: task, number: number, a: a, b: b, names: names, language: language).html
    }
    let heading = DiffWords.differences.text(in: language)
    return "<h2 id=\"differences\" tabindex=\"-1\">\(heading)</h2>\n\(steps.joined())"
  }

  private func text(_ text: String) -> String { OutputFragment.escaped(text) }
}
