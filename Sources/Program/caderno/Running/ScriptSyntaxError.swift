internal import Diagnostics

/// A script that is no Python, as CPython 3.12 says it on standard error before it runs any of it.
struct ScriptSyntaxError {
  /// Lines that end with a line feed.
  let text: String

  /// - Parameter diagnostics: findings with their places in the script; the first syntax error is told.
  init?(_ diagnostics: [Diagnostic], in source: SourceText) {
    guard let found = diagnostics.first(where: { $0.code == "syntax-error" }) else { return nil }
    let message = found.message.text(in: .english)
    let place = source.position(at: found.range.lowerBound)
    let shown = Array(String(decoding: source.line(place.line), as: UTF8.self).unicodeScalars)
    let indent = shown.prefix { " \t\u{c}".unicodeScalars.contains($0) }.count
    let code = String(String.UnicodeScalarView(shown.dropFirst(indent)))
    var text = "  File \"\(source.file)\", line \(place.line)\n    \(code)\n"
    let form = Form(message)
    let start = form == .dedent ? shown.count : place.column - 1
    if form.hasMark, start >= indent {
      let end = source.position(at: found.range.upperBound)
      // What goes on below is marked to the line's end.
      let last = end.line == place.line ? end.column - 1 : shown.count
      let width = form == .plain ? max(1, last - start) : 1
      text += "    " + String(repeating: " ", count: start - indent)
      text += String(repeating: "^", count: width) + "\n"
    }
    self.text = text + "\(form.name): \(message)\n"
  }

  /// How CPython shows an error: its class, and what is marked.
  private enum Form {
    case plain, firstCharacter, indent, dedent, block, tabs

    init(_ message: String) {
      self =
        switch message {
        case "unexpected indent": .indent
        case _ where message.hasPrefix("expected an indented block"): .block
        case _ where message.hasPrefix("unindent does not match"): .dedent
        case _ where message.hasPrefix("inconsistent use of tabs"): .tabs
        case _ where message.hasPrefix("unterminated "), _ where message.hasPrefix("leading zeros"):
          .firstCharacter
        default: .plain
        }
    }

    var hasMark: Bool { self != .indent && self != .tabs }

    var name: String {
      switch self {
      case .plain, .firstCharacter: "SyntaxError"
      case .indent, .dedent, .block: "IndentationError"
      case .tabs: "TabError"
      }
    }
  }
}
