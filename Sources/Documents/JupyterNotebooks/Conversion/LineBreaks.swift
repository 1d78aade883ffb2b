/// The line breaks of a cell's source that Markdown's own line breaks don't tell: carriage returns.
///
/// In a marker stands a letter for each line break: `n` a line feed, `c` a carriage return and a line feed, `r` a
/// carriage return; one letter alone stands for all.
struct LineBreaks: Hashable {
  /// The letters; empty where all are line feeds.
  let letters: String

  static let lineFeeds = LineBreaks(letters: "")

  private init(letters: String) { self.letters = letters }

  /// Nil where the word is none of a marker's.
  init?(word: String) {
    guard !word.isEmpty, word.allSatisfy({ "ncr".contains($0) }) else { return nil }
    letters = word
  }

  /// Those of a source. Cost: linear.
  init(of source: String) {
    guard source.utf8.contains(UInt8(ascii: "\r")) else {
      letters = ""
      return
    }
    var letters = ""
    var follows = false
    for byte in source.utf8 {
      if byte == UInt8(ascii: "\n") {
        if follows { letters.removeLast() }
        letters += follows ? "c" : "n"
      } else if byte == UInt8(ascii: "\r") {
        letters += "r"
      }
      follows = byte == UInt8(ascii: "\r")
    }
    let first = letters.first
    self.letters = letters.allSatisfy { $0 == first } ? String(letters.prefix(1)) : letters
  }

  /// A source with these line breaks in place of its line feeds; those past the last letter stay.
  func restored(in source: String) -> String {
    guard !letters.isEmpty else { return source }
    let marks = Array(letters.utf8)
    var bytes: [UInt8] = []
    var count = 0
    for byte in source.utf8 {
      guard byte == UInt8(ascii: "\n") else {
        bytes.append(byte)
        continue
      }
      let mark = marks.count == 1 ? marks[0] : count < marks.count ? marks[count] : 0
      if mark != UInt8(ascii: "n"), mark != 0 { bytes.append(UInt8(ascii: "\r")) }
      if mark != UInt8(ascii: "r") { bytes.append(UInt8(ascii: "\n")) }
      count += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A source in which all line breaks are line feeds.
  static func unified(_ source: String) -> String {
    guard source.utf8.contains(UInt8(ascii: "\r")) else { return source }
    var bytes: [UInt8] = []
    var follows = false
    for byte in source.utf8 {
      if byte == UInt8(ascii: "\r") {
        bytes.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || !follows {
        bytes.append(byte)
      }
      follows = byte == UInt8(ascii: "\r")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The UTF-8 offset in a source of an offset in the same with line feeds only. Cost: O(offset) where there are
  /// carriage returns.
  static func offset(_ offset: Int, in source: String) -> Int {
    guard source.utf8.contains(UInt8(ascii: "\r")) else { return offset }
    let bytes = Array(source.utf8)
    var (place, rest) = (0, offset)
    while rest > 0, place < bytes.count {
      let isPair =
        bytes[place] == UInt8(ascii: "\r") && place + 1 < bytes.count
        && bytes[place + 1] == UInt8(ascii: "\n")
      place += isPair ? 2 : 1
      rest -= 1
    }
    return place
  }
}
