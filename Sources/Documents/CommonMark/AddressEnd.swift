/// Where a bare address ends (GFM, section 6.9).
enum AddressEnd {
  /// The end of a valid domain; nil where there is none: a point is wanted unless `isShortAllowed`, and
  /// its last two parts have no underscore but at their end, where it closes emphasis.
  static func domain(in text: [UInt8], from start: Int, isShortAllowed: Bool) -> Int? {
    var (points, underscores, earlier) = (0, 0, 0)
    var place = start
    while place < text.count {
      let byte = text[place]
      if byte == UInt8(ascii: "_") {
        underscores += 1
      } else if byte == UInt8(ascii: "."), place > start {
        (earlier, underscores) = (underscores, 0)
        points += 1
      } else if byte != UInt8(ascii: "-"), byte < 0x80 || byte >= 0xC0,
        !AddressScanner.isHost(text, at: place)
      {
        break
      }
      place += 1
    }
    underscores -= text[start..<place].reversed().prefix { $0 == UInt8(ascii: "_") }.count
    let isValid = earlier + underscores == 0 || points > 10
    return isValid && (isShortAllowed || points > 0) && place > start ? place : nil
  }

  /// The first blank or `<`.
  static func blank(in text: [UInt8], from start: Int) -> Int {
    text[start...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "<") } ?? text.count
  }

  /// The end without trailing punctuation, parentheses that nothing opened, and a character reference.
  static func trimmed(_ address: ArraySlice<UInt8>) -> Int {
    var surplus = address.reduce(0) {
      $0 + ($1 == UInt8(ascii: ")") ? 1 : $1 == UInt8(ascii: "(") ? -1 : 0)
    }
    var end = address.endIndex
    while end > address.startIndex {
      switch address[end - 1] {
      case UInt8(ascii: ")"):
        if surplus <= 0 { return end }
        surplus -= 1
        end -= 1
      case UInt8(ascii: ";"): end = reference(address[..<end]) ?? end - 1
      case let byte where "?!.,:*_~'\"".utf8.contains(byte): end -= 1
      default: return end
      }
    }
    return end
  }

  /// Where a reference such as `&copy;` begins that ends the address.
  private static func reference(_ address: ArraySlice<UInt8>) -> Int? {
    let name = address.dropLast().reversed().prefix(while: AddressScanner.isLetter).count
    let start = address.endIndex - 2 - name
    return name > 0 && start >= address.startIndex && address[start] == UInt8(ascii: "&")
      ? start : nil
  }
}
