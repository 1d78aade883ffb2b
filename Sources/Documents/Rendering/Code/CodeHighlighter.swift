internal import Texts

/// Code as HTML with `span`s for comments, strings, numbers, keywords and names of calls.
///
/// A scanner for all languages alike: it never fails, and what it doesn't know stays plain.
struct CodeHighlighter {
  private let language: CodeLanguage
  private let text: [Character]
  private var index = 0
  private var html = ""

  /// Longer code stays plain.
  private static let limit = 200_000

  /// The HTML inside `<code>`.
  static func html(_ code: String, language name: String) -> String {
    guard let language = CodeLanguage.named(name), code.utf8.count <= limit else {
      return Escaping.markup(code)
    }
    let lines = PlainCharacters.lines(code).joined(separator: "\n")
    var highlighter = CodeHighlighter(language: language, text: Array(lines))
    highlighter.run()
    return highlighter.html
  }

  private init(language: CodeLanguage, text: [Character]) {
    self.language = language
    self.text = text
  }

  private mutating func run() {
    let comment = Array(language.comment)
    while index < text.count {
      let character = text[index]
      if text[index...].starts(with: comment), isCommentPlace {
        emit(until: end { $0 == "\n" }, as: "c")
      } else if character == "\"" || character == "'" {
        emit(until: stringEnd(), as: "s")
      } else if character.isASCII, character.isNumber {
        emit(until: end { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "_") }, as: "n")
      } else if character.isLetter || character == "_" {
        word()
      } else {
        emit(until: index + 1, as: nil)
      }
    }
  }

  /// In YAML and shells a `#` inside a word begins no comment.
  private var isCommentPlace: Bool {
    language.comment != "#" || index == 0 || text[index - 1].isWhitespace
      || !(language.hasMappingKeys || language.names.contains("sh"))
  }

  private mutating func word() {
    let last = end { !($0.isLetter || $0.isNumber || $0 == "_") }
    let word = String(text[index..<last])
    let next = last < text.count ? text[last] : " "
    if language.hasMappingKeys, next == ":" {
      emit(until: last, as: "f")
    } else if language.keywords.contains(word) {
      emit(until: last, as: "k")
    } else {
      emit(until: last, as: next == "(" ? "f" : nil)
    }
  }

  private func end(_ stops: (Character) -> Bool) -> Int {
    var place = index + 1
    while place < text.count, !stops(text[place]) { place += 1 }
    return place
  }

  /// Strings end with their quotation mark, single ones with their line at the latest.
  private func stringEnd() -> Int {
    let quote = text[index]
    let isTriple =
      index + 2 < text.count && text[index + 1] == quote && text[index + 2] == quote
    var place = index + (isTriple ? 3 : 1)
    while place < text.count {
      if text[place] == "\\" {
        place += 2
        continue
      }
      if !isTriple, text[place] == "\n" { return place }
      if text[place] == quote {
        guard isTriple else { return place + 1 }
        if text[place...].starts(with: [quote, quote, quote]) { return place + 3 }
      }
      place += 1
    }
    return text.count
  }

  private mutating func emit(until end: Int, as name: String?) {
    let piece = MarkupText.escaped(String(text[index..<min(end, text.count)]))
    html += name.map { "<span class=\"hl-\($0)\">\(piece)</span>" } ?? piece
    index = end
  }
}
