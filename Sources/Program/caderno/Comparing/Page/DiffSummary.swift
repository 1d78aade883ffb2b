internal import Comparison
internal import Diagnostics
internal import Rendering
internal import RunRecords

/// What stands on top of a diff page: counts, what changed for the whole run, what differs most, and links.
struct DiffSummary {
  let comparison: RunComparison
  let a: ComparedRun
  let b: ComparedRun
  let language: Language

  var html: String {
    "<section aria-labelledby=\"summary\">\n"
      + "<h2 id=\"summary\">\(DiffWords.summary.text(in: language))</h2>\n"
      + counts + causes + most + links + unchanged + "</section>\n"
  }

  private var counts: String {
    let items = DiffTally(comparison.tasks).counts.map { kind, count in
      "<div class=\"count-\(kind.rawValue)\"><dt>\(DiffWords.count(kind).text(in: language))</dt>"
        + "<dd>\(count)</dd></div>\n"
    }
    return "<dl class=\"tally\">\n\(items.joined())</dl>\n"
  }

  private var causes: String {
    let items = comparison.causes.map { "<li>\(text($0.message.text(in: language)))</li>\n" }
    return items.isEmpty ? "" : "<ul>\n\(items.joined())</ul>\n"
  }

  private var most: String {
    guard let (task, largest) = comparison.largest ?? madeLargest else { return "" }
    let told = ToldChange(largest.change, in: language)
    guard let numbers = told.numbers else { return "" }
    let id = comparison.tasks[task].id
    return "<p>\(DiffWords.most.text(in: language)): <strong>\(text(numbers.part))</strong>, "
      + "<a href=\"#\(DiffStep.anchor(task))\">\(text(id))</a>, \(text(largest.output)), "
      + "\(text(told.place)): \(DiffText(language: language).pair(numbers.a, numbers.b))</p>\n"
  }

  /// The same for the typed outputs behind two notebooks, where the text of regions is compared.
  private var madeLargest: (task: Int, change: LargestChange)? {
    let pairs = comparison.tasks.compactMap { task in
      task.a.flatMap { a.made[$0.id] }.flatMap { old in
        task.b.flatMap { b.made[$0.id] }.map { (old: old, new: $0) }
      }
    }
    var (old, new) = (comparison.a, comparison.b)
    (old.tasks, new.tasks) = (pairs.map(\.old), pairs.map(\.new))
    let made = RunComparison(old, new)
    return made.largest.flatMap { task, change in
      let id = made.tasks[task].id
      return comparison.tasks.firstIndex { $0.id == id }.map { ($0, change) }
    }
  }

  /// One for each directive with something to tell, in the page's order.
  private var links: String {
    let items = comparison.tasks.enumerated().filter { $0.element.isWorthTelling }.map {
      index, task in
      let causes = task.causes.map { text($0.message.text(in: language)) }
      let because = DiffWords.because.text(in: language)
      return "<li><a href=\"#\(DiffStep.anchor(index))\">\(text(task.id))</a> "
        + "(\(text(task.kind))): \(text(task.words(in: language)))"
        + (causes.isEmpty ? "" : "; \(because): \(causes.joined(separator: "; "))") + "</li>\n"
    }
    return items.isEmpty ? "" : "<ul>\n\(items.joined())</ul>\n"
  }

  private var unchanged: String {
    let names = comparison.tasks.filter { !$0.isWorthTelling }.map {
      "<li>\(text($0.id)) (\(text($0.kind)))</li>\n"
    }
    guard !names.isEmpty else { return "" }
    return "<details><summary>\(DiffWords.unchanged(names.count).text(in: language))</summary>\n"
      + "<ul>\n\(names.joined())</ul></details>\n"
  }

  private func text(_ text: String) -> String { OutputFragment.escaped(text) }
}
