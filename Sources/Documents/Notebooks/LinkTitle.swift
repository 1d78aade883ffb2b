internal import Diagnostics
internal import Texts
internal import Words

/// The title of a link, as in `(run:f.count "as 1,000")`, or the place for one.
struct LinkTitle: Hashable, Sendable {
  /// From the end of the link's target to its closing bracket.
  let range: Range<Int>
  /// A text in the form of the link's number, where the title gives one.
  private(set) var form: String?
  /// Whether there is no title of the author's own, which has to stay.
  var isFree: Bool { form != nil || isEmpty }
  private var isEmpty = true

  /// Reads what follows a link's target; nil where that isn't a title and a bracket.
  init?(_ bytes: ArraySlice<UInt8>) {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    var rest = bytes.drop(while: isSpace)
    if let quote = rest.first, let close = Self.closing[quote] {
      let text = Self.text(rest.dropFirst(), upTo: close)
      isEmpty = false
      form = Self.form(of: text.words)
      rest = text.rest.drop(while: isSpace)
    }
    guard rest.first == UInt8(ascii: ")") else { return nil }
    range = bytes.startIndex..<rest.startIndex
  }

  /// A title that gives a number's form, with a blank in front.
  static func text(form: String, in language: Language) -> String {
    " " + QuotedText.text(language.words.asForm + " " + form)
  }

  /// What stands before the form.
  private static let starts = Set(Language.allCases.map { $0.words.asForm + " " })

  private static let closing: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"),
    UInt8(ascii: "("): UInt8(ascii: ")"),
  ]

  private static func form(of title: String) -> String? {
    starts.first(where: title.hasPrefix).map { String(title.dropFirst($0.count)) }
  }

  /// A title's words, without the backslashes before punctuation, and what follows it.
  private static func text(
    _ bytes: ArraySlice<UInt8>, upTo close: UInt8
  ) -> (words: String, rest: ArraySlice<UInt8>) {
    var words: [UInt8] = []
    var place = bytes.startIndex
    while place < bytes.endIndex, bytes[place] != close {
      let isEscape = bytes[place] == UInt8(ascii: "\\") && place + 1 < bytes.endIndex
      if isEscape, isPunctuation(bytes[place + 1]) { place += 1 }
      words.append(bytes[place])
      place += 1
    }
    return (String(decoding: words, as: UTF8.self), bytes[min(place + 1, bytes.endIndex)...])
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    let character = Character(UnicodeScalar(byte))
    return character.isASCII && (character.isPunctuation || character.isSymbol)
  }
}
