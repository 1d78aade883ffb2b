internal import Comparison
internal import Diagnostics
internal import Rendering

/// What changed in one output: numbers as a table with old beside new, all else as a list.
struct ChangesHTML {
  let output: OutputComparison
  let language: Language

  /// Changes that stand open; more are folded.
  private static let mostOpen = 10
  /// Changes that a page has at all.
  private static let most = 400

  var html: String {
    let told = output.told(in: language)
    let shown = Array(told.prefix(Self.most))
    let folded = shown.dropFirst(Self.mostOpen)
    var html = part(shown.prefix(Self.mostOpen))
    if !folded.isEmpty {
      html +=
        "<details><summary>\(words(DiffWords.more(folded.count)))</summary>\n"
        + "\(part(folded))</details>\n"
    }
    if told.count > shown.count {
      html += "<p>\(words(DiffWords.rest(told.count - shown.count)))</p>\n"
    }
    let only = output.onlyWords(in: language).map { "<li>\(text($0))</li>\n" }
    return html + (only.isEmpty ? "" : "<ul class=\"changes\">\n\(only.joined())</ul>\n")
  }

  /// Neighbors of one kind together, in the output's order.
  private func part(_ changes: ArraySlice<ToldChange>) -> String {
    var html = ""
    var rest = changes
    while let first = rest.first {
      let isTable = first.numbers != nil
      let run = rest.prefix { ($0.numbers != nil) == isTable }
      html += isTable ? table(run) : list(run)
      rest = rest.dropFirst(run.count)
    }
    return html
  }

  private func table(_ changes: ArraySlice<ToldChange>) -> String {
    let heads = [
      words(DiffWords.place), text(DiffWords.side("A", in: language)),
      text(DiffWords.side("B", in: language)), words(DiffWords.difference),
      words(DiffWords.part),
    ]
    let head = heads.enumerated().map {
      "<th scope=\"col\"\($0 > 0 ? " class=\"right\"" : "")>\($1)</th>"
    }
    return region(
      "<table>\n<thead><tr>\(head.joined())</tr></thead>\n<tbody>\n"
        + "\(changes.map(row).joined())</tbody>\n</table>")
  }

  private func row(_ change: ToldChange) -> String {
    guard let numbers = change.numbers else { return "" }
    let within =
      change.verdict == .withinTolerance ? " <i>\(words(DiffWords.verdict))</i>" : ""
    return "<tr><th scope=\"row\">\(text(change.place))</th>"
      + "<td class=\"right\"><del>\(text(numbers.a))</del></td>"
      + "<td class=\"right\"><ins>\(text(numbers.b))</ins></td>"
      + "<td class=\"right\">\(text(numbers.difference))</td>"
      + "<td class=\"right\">\(text(numbers.part))\(within)</td></tr>\n"
  }

  private func list(_ changes: ArraySlice<ToldChange>) -> String {
    "<ul class=\"changes\">\n\(changes.map(item).joined())</ul>\n"
  }

  private func item(_ change: ToldChange) -> String {
    let place = change.place.isEmpty ? "" : "<b>\(text(change.place))</b>: "
    let lines = change.lines.map(DiffText(language: language).marked)
    guard lines.count > 1 else { return "<li>\(place)\(lines.joined())</li>\n" }
    return "<li>\(place)\n\(region("<pre>\(lines.joined(separator: "\n"))</pre>"))</li>\n"
  }

  /// A box that scrolls by itself, for the keyboard too.
  private func region(_ html: String) -> String {
    let name = "\(output.name), \(DiffWords.changes.text(in: language))"
    return DiffRegion.html(html, name: name)
  }

  private func words(_ message: Message) -> String { text(message.text(in: language)) }
  private func text(_ text: String) -> String { OutputFragment.escaped(text) }
}

/// A box that scrolls sideways without the page, can have the focus, and has a name.
enum DiffRegion {
  static func html(_ html: String, name: String) -> String {
    "<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
      + "aria-label=\"\(OutputFragment.escaped(name))\">\(html)</div>\n"
  }
}
