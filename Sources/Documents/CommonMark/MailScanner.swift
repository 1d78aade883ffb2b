/// Finds bare mail addresses in text (GFM, section 6.9).
enum MailScanner {
  /// All of them in order, with `mailto:` where it stands before. Cost: linear.
  static func addresses(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var (copied, place) = (0, 0)
    while let at = text[place...].firstIndex(of: UInt8(ascii: "@")) {
      let name = text[copied..<at].reversed().prefix {
        AddressScanner.isAlphanumeric($0) || ".+-_".utf8.contains($0)
      }
      place = at + 1
      guard !name.isEmpty, let end = end(of: text, from: at + 1) else {
        // What stands before a second sign can't begin another address.
        copied = at
        continue
      }
      var start = at - name.count
      let scheme = Array("mailto:".utf8)
      let front = text[copied..<start]
      let isWord = front.dropLast(scheme.count).last.map(AddressScanner.isAlphanumeric) ?? false
      if front.suffix(scheme.count).elementsEqual(scheme), !isWord { start -= scheme.count }
      found.append(start..<end)
      (copied, place) = (end, end)
    }
    return found
  }

  /// The end of the domain, which has a point and ends with a letter.
  private static func end(of text: [UInt8], from start: Int) -> Int? {
    var points = 0
    var end = start
    while end < text.count {
      let byte = text[end]
      if byte == UInt8(ascii: "."), end + 1 < text.count,
        AddressScanner.isAlphanumeric(text[end + 1])
      {
        points += 1
      } else if !AddressScanner.isAlphanumeric(byte), byte != UInt8(ascii: "-"),
        byte != UInt8(ascii: "_")
      {
        break
      }
      end += 1
    }
    let isNext = end < text.count && text[end] == UInt8(ascii: "@")
    return points > 0 && !isNext && AddressScanner.isLetter(text[end - 1]) ? end : nil
  }
}
