internal import Diagnostics
internal import Notebooks
internal import RunRecords
internal import Words

/// Outputs of a task as HTML.
struct OutputHTML {
  let language: Language

  /// The id of a task's outputs; prose links to it. No heading's anchor has a colon.
  static func anchor(of task: String) -> String { "out:" + FigureFile.component(task) }

  /// The box with all outputs of a task; empty where it shows none.
  func html(of task: TaskRecord, isStale: Bool) -> String {
    let shown = task.shownOutputs
    guard !shown.isEmpty else { return "" }
    let name = "\(language.words.outputOf) \(task.id)"
    let stale =
      isStale ? "<p class=\"label\"><i>\(language.words.stale)</i></p>\n" : ""
    let caption = task.caption.map { "<p class=\"caption\">\(Escaping.line($0))</p>\n" } ?? ""
    let prefix = "fig:\(FigureFile.component(task.id))"
    let body = shown.enumerated().map { html(of: $1, prefix: "\(prefix):\($0)") }.joined() + caption
    let words = language.words.outputs
    return "<section class=\"output\" id=\"\(Self.anchor(of: task.id))\" "
      + "aria-label=\"\(Escaping.line(name))\">\n\(stale)"
      + "\(task.cellTags.foldsOutput ? Fold.html(body, words) : body)</section>\n"
  }

  /// One output.
  ///
  /// - Parameter prefix: begins the ids inside a figure.
  func html(of output: Output, prefix: String) -> String {
    switch output {
    case .text(let output): return html(ReadableForm(output), named: output.name)
    case .table(let output): return html(TextTable(output, in: language), named: output.name)
    case .metrics(let output): return html(TextTable(output, in: language), named: output.name)
    case .history(let output): return html(TextTable(output, in: language), named: output.name)
    case .figure(let output):
      return FigureHTML(output, prefix: prefix, language: language).html { html($0, named: $1) }
    case .error(let output): return html(output)
    }
  }

  private func html(_ form: ReadableForm, named name: String) -> String {
    switch form {
    case .table(let table): return html(table, named: name)
    case .markdown(let markdown):
      return ProseHTML.shown(markdown, language: language)
    case .picture(let picture):
      let card = FigureHTML.card(
        picture.bytes, words: language.words.figure, language: language)
      return "<figure class=\"figure\">\n\(card)</figure>\n"
    case .html(let html, _): return ProseHTML.shown(html: html, language: language)
    case .text(let text): return "<pre tabindex=\"0\">\(TerminalText.html(text))</pre>\n"
    }
  }

  private func html(_ error: ErrorOutput) -> String {
    let message = TerminalText.html(error.fullMessage).replacing("\n", with: "<br>")
    return "<div class=\"failure\"><strong>\(language.words.error)</strong> "
      + "<code>\(Escaping.line(error.code))</code><p>\(message)</p></div>\n"
  }

  private func html(_ table: TextTable, named name: String) -> String {
    let notes = table.notes.map { "<li>\(Escaping.line($0))</li>" }.joined()
    let list = notes.isEmpty ? "" : "<ul class=\"notes\">\(notes)</ul>\n"
    guard !table.columns.isEmpty else { return list }
    let label = Escaping.line("\(language.words.table) \(name)")
    let head = row(table.columns.map(\.heading), of: table, tag: "th", more: " scope=\"col\"")
    let body = table.rows.map { row($0, of: table, tag: "td", more: "") }.joined()
    return "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(label)\"><table>\n"
      + "<thead>\n\(head)</thead>\n<tbody>\n\(body)</tbody>\n</table></div>\n" + list
  }

  private func row(_ cells: [String], of table: TextTable, tag: String, more: String) -> String {
    let html = zip(table.columns, cells).map { column, cell in
      let side = column.isNumeric ? " class=\"right\"" : ""
      // A heading without words is none.
      guard !cell.isEmpty else { return "<td\(side)></td>" }
      return "<\(tag)\(more)\(side)>\(Escaping.line(cell))</\(tag)>"
    }
    return "<tr>\(html.joined())</tr>\n"
  }
}
