internal import Diagnostics
internal import Words

/// What a reader sees after a click: `<details>`, which needs no script and which GitHub knows too.
enum Fold {
  /// A page's part, folded; nothing where there is none.
  static func html(_ content: String, _ words: String) -> String {
    content.isEmpty
      ? ""
      : "<details class=\"fold\">\n<summary>\(Escaping.line(words))</summary>\n\(content)</details>\n"
  }

  /// A region's body, folded; nothing where there is none.
  static func markdown(_ body: String, in language: Language) -> String {
    body.isEmpty ? "" : "\(opening(language))\n\n\(body)\n\n\(closing)"
  }

  /// The body that was folded; nil for one that wasn't.
  static func unfolded(_ body: String, in language: Language) -> String? {
    let (start, end) = (opening(language) + "\n\n", "\n\n" + closing)
    guard body.hasPrefix(start), body.hasSuffix(end), body.count >= start.count + end.count else {
      return nil
    }
    return String(body.dropFirst(start.count).dropLast(end.count))
  }

  private static func opening(_ language: Language) -> String {
    "<details>\n<summary>\(language.words.outputs)</summary>"
  }

  private static let closing = "</details>"
}
