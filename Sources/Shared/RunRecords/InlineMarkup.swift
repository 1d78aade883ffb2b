internal import Texts

/// What makes Markdown of a number's text beside emphasis: HTML tags, character references such as `&nbsp;`,
/// and backslashes before signs.
///
/// The number is read without it: a tag is one character for private use, a reference or an escaped sign the
/// character that it stands for. `written` gives a part as it stood.
struct InlineMarkup {
  /// What is read, of what was written.
  private(set) var plain = ""
  /// What each of its characters was written with.
  private var pieces: [String] = []
  private var tags: [InlineTag] = []

  init(_ text: String) {
    var rest = text[...]
    while let first = rest.first {
      if let (tag, text) = InlineTag.first(in: rest), let mark = Self.mark(tags.count) {
        tags.append(tag)
        add(mark, text)
        rest = rest.dropFirst(text.count)
      } else if let (character, text) = CharacterReference.first(in: rest) {
        add(character, text)
        rest = rest.dropFirst(text.count)
      } else {
        add(first, rest.prefix(1))
        rest = rest.dropFirst()
      }
    }
    // Accents and the like may have become one character with what stands before them.
    guard plain.count != pieces.count else { return }
    (plain, pieces, tags) = (text, text.map { String($0) }, [])
  }

  private mutating func add(_ character: Character, _ text: Substring) {
    plain.append(character)
    pieces.append(String(text))
  }

  /// A part of what is read, as it is written.
  func written(_ part: Substring) -> String {
    let start = plain.distance(from: plain.startIndex, to: part.startIndex)
    return pieces[start..<start + part.count].joined()
  }

  /// How characters of a part are written that don't stand for themselves.
  func references(in part: Substring) -> [Character: String] {
    let start = plain.distance(from: plain.startIndex, to: part.startIndex)
    let pairs = zip(part, pieces[start...]).filter { String($0) != $1 }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The tag that a character stands for.
  func tag(_ character: Character) -> InlineTag? {
    guard let value = Self.index(character), tags.indices.contains(value) else { return nil }
    return tags[value]
  }

  /// Whether a character is a tag, or makes text bold, slanted or code.
  func isMark(_ character: Character) -> Bool {
    EmphasisMarks.all.contains(character) || tag(character) != nil
  }

  private static let firstMark: UInt32 = 0x10_0000
  private static let mostTags = 0x1000

  private static func mark(_ index: Int) -> Character? {
    guard index < mostTags else { return nil }
    return Unicode.Scalar(firstMark + UInt32(index)).map(Character.init)
  }

  private static func index(_ character: Character) -> Int? {
    guard character.unicodeScalars.count == 1, let value = character.unicodeScalars.first?.value,
      value >= firstMark
    else { return nil }
    return Int(value - firstMark)
  }
}

/// An HTML tag or comment among text.
struct InlineTag {
  enum Kind { case opening, closing, alone }

  let name: String
  let kind: Kind

  /// The tag that a text begins with, and its characters.
  static func first(in text: Substring) -> (tag: InlineTag, text: Substring)? {
    guard text.first == "<" else { return nil }
    if text.hasPrefix("<!--") {
      guard let end = text.dropFirst(4).firstRange(of: "-->") else { return nil }
      let whole = text[..<end.upperBound]
      return (InlineTag(name: "", kind: .alone), whole)
    }
    let isClosing = text.dropFirst().first == "/"
    let name = text.dropFirst(isClosing ? 2 : 1).prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber)
    }
    guard name.first?.isLetter == true, let end = end(of: text[name.endIndex...]) else {
      return nil
    }
    let whole = text[...end]
    let isAlone = whole.hasSuffix("/>") || void.contains(name.lowercased())
    let tag = InlineTag(
      name: name.lowercased(),
      kind: isClosing ? .closing : isAlone ? .alone : .opening)
    return (tag, whole)
  }

  /// Elements without an end.
  private static let void: Set<String> = ["br", "wbr", "img", "hr"]

  /// Where the bracket stands that ends a tag: none of its attributes' values.
  private static func end(of attributes: Substring) -> Substring.Index? {
    var quote: Character?
    for (index, character) in zip(attributes.indices, attributes) {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        return index
      }
    }
    return nil
  }
}

/// A character that is written by its name, its number, or behind a backslash.
enum CharacterReference {
  /// What a text begins with: the character, and what it is written with.
  static func first(in text: Substring) -> (character: Character, text: Substring)? {
    switch text.first {
    case "\\":
      guard let next = text.dropFirst().first, next.isASCII, next.isPunctuation || next.isSymbol,
        !EmphasisMarks.all.contains(next)
      else { return nil }
      return (next, text.prefix(2))
    case "&":
      let name = text.dropFirst().prefix(longest) {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#")
      }
      guard text[name.endIndex...].first == ";", let found = character(name) else { return nil }
      return (found, text[...name.endIndex])
    default: return nil
    }
  }

  private static let longest = 10

  private static func character(_ name: Substring) -> Character? {
    if let known = named[String(name)] { return known }
    guard let character = MarkupText.numbered(name).map(Character.init),
      !character.isLetter, !character.isNumber, !EmphasisMarks.all.contains(character)
    else { return nil }
    return character
  }

  /// Blanks and signs that stand about numbers, by their names in HTML.
  private static let named: [String: Character] = [
    "nbsp": "\u{A0}", "thinsp": "\u{2009}", "ensp": "\u{2002}", "emsp": "\u{2003}",
    "hairsp": "\u{200A}", "numsp": "\u{2007}", "puncsp": "\u{2008}", "minus": "−", "ndash": "–",
    "plus": "+", "asymp": "≈", "approx": "≈", "ap": "≈", "percnt": "%", "permil": "‰", "euro": "€",
    "pound": "£", "yen": "¥", "dollar": "$", "deg": "°", "micro": "µ", "times": "×",
    "period": ".", "comma": ",", "apos": "'", "rsquo": "’", "infin": "∞",
  ]
}

extension Substring {
  /// The first characters that fulfill something, so many at most.
  fileprivate func prefix(_ most: Int, while isIn: (Character) -> Bool) -> Substring {
    prefix(most).prefix(while: isIn)
  }
}
