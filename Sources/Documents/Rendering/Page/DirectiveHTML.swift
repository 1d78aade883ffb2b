internal import Diagnostics
internal import Notebooks
internal import RunRecords
internal import Words

/// A directive as a code block with its kind, name and options above it.
struct DirectiveHTML {
  let notebook: Notebook
  let language: Language

  func html(of directive: Directive, task: TaskRecord?) -> String {
    guard task?.showsInput ?? directive.cellTags.showsInput else { return "" }
    let name = directive.isNamed ? "<span>\(Escaping.line(directive.id))</span>" : ""
    let options = options(of: directive)
    let more = options.isEmpty ? "" : "<code>\(Escaping.line(options))</code>"
    let skipped =
      task?.status == .skipped ? "<i>\(language.words.skipped)</i>" : ""
    let code = CodeHighlighter.html(trimmed(directive.body), language: word(of: directive))
    let listing = code.isEmpty ? "" : "<pre tabindex=\"0\"><code>\(code)</code></pre>\n"
    let folds = directive.cellTags.foldsInput
    return "<div class=\"cell\">\n<div class=\"label\"><b>\(Escaping.line(directive.kind))</b>"
      + "\(name)\(more)\(skipped)</div>\n"
      + (folds ? Fold.html(listing, language.words.code) : listing) + "</div>\n"
  }

  private func trimmed(_ body: String) -> String {
    var body = Substring(body)
    while body.last == "\n" { body = body.dropLast() }
    return String(body)
  }

  private func word(of directive: Directive) -> String {
    String(directive.info.prefix { $0 != " " && $0 != "{" })
  }

  /// What stands between the braces besides kind, name, tags, and the classes of exercises and solutions.
  private func options(of directive: Directive) -> String {
    let line = directive.infoWithoutTags
    guard let start = line.firstIndex(of: "{"), let end = line.lastIndex(of: "}"), start < end
    else { return "" }
    let known =
      [".\(directive.kind)", "#\(directive.id)"]
      + TeachingPart.Kind.allCases.map { ".\($0.rawValue)" }
    return line[line.index(after: start)..<end].split(separator: " ")
      .filter { !known.contains(String($0)) }.joined(separator: " ")
  }
}
