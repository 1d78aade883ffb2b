internal import Diagnostics
internal import Notebooks
internal import RunRecords

/// A directive as a code block with its kind, name and options above it.
struct DirectiveHTML {
  let notebook: Notebook
  let language: Language

  func html(of directive: Directive, step: StepRecord?) -> String {
    guard step?.showsInput ?? true else { return "" }
    let name = directive.isNamed ? "<span>\(Escaping.line(directive.id))</span>" : ""
    let options = options(of: directive)
    let more = options.isEmpty ? "" : "<code>\(Escaping.line(options))</code>"
    let skipped =
      step?.status == .skipped ? "<i>\(Words.skipped.text(in: language))</i>" : ""
    let code = CodeHighlighter.html(trimmed(directive.body), language: word(of: directive))
    return "<div class=\"cell\">\n<div class=\"label\"><b>\(Escaping.line(directive.kind))</b>"
      + "\(name)\(more)\(skipped)</div>\n"
      + (code.isEmpty ? "" : "<pre tabindex=\"0\"><code>\(code)</code></pre>\n") + "</div>\n"
  }

  private func trimmed(_ body: String) -> String {
    var body = Substring(body)
    while body.last == "\n" { body = body.dropLast() }
    return String(body)
  }

  /// The first line of the fence.
  private func infoLine(of directive: Directive) -> String {
    let bytes = notebook.source.bytes[directive.range]
    return String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }

  private func word(of directive: Directive) -> String {
    let info = infoLine(of: directive).drop { " `~".contains($0) }
    return String(info.prefix { $0 != " " && $0 != "{" })
  }

  /// What stands between the braces besides kind and name.
  private func options(of directive: Directive) -> String {
    let line = infoLine(of: directive)
    guard let start = line.firstIndex(of: "{"), let end = line.lastIndex(of: "}"), start < end
    else { return "" }
    return line[line.index(after: start)..<end].split(separator: " ")
      .filter { $0 != ".\(directive.kind)" && $0 != "#\(directive.id)" }.joined(separator: " ")
  }
}
