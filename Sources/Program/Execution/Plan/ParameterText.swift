internal import Notebooks

/// `$name` in an option's text or in Keras notation: where the parameters stand in it.
struct ParameterText {
  /// One parameter's name, and its bytes in the text with the dollar sign.
  struct Reference {
    let name: String
    let range: Range<Int>
  }

  let bytes: [UInt8]
  private(set) var references: [Reference] = []

  /// - Parameter isNotation: whether texts in quotation marks and comments are left alone.
  init(_ text: String, isNotation: Bool = false) {
    bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "$")) else { return }
    var (index, quiet) = (0, UInt8?.none)
    while index < bytes.count {
      let byte = bytes[index]
      if isNotation { quiet = Self.quiet(quiet, at: byte) }
      index += 1
      guard byte == UInt8(ascii: "$"), quiet == nil, let end = nameEnd(from: index) else {
        continue
      }
      let name = String(decoding: bytes[index..<end], as: UTF8.self)
      references.append(Reference(name: name, range: index - 1..<end))
      index = end
    }
  }

  /// The quotation mark or number sign that holds from a byte on; texts and comments end with their line.
  private static func quiet(_ open: UInt8?, at byte: UInt8) -> UInt8? {
    switch byte {
    case 0x0A: nil
    case UInt8(ascii: "'"), UInt8(ascii: "\""): open == nil ? byte : open == byte ? nil : open
    case UInt8(ascii: "#"): open ?? byte
    default: open
    }
  }

  /// The text with each reference replaced; where there is nothing for it, it stays.
  func replacing(_ spelling: (String) -> String?) -> String {
    var (result, place) = ([UInt8](), 0)
    for reference in references {
      guard let text = spelling(reference.name) else { continue }
      result += bytes[place..<reference.range.lowerBound] + Array(text.utf8)
      place = reference.range.upperBound
    }
    return String(decoding: result + bytes[place...], as: UTF8.self)
  }

  /// The text with blanks for dollar signs: names as notation has them, at the same places.
  var plain: String {
    var bytes = bytes
    for reference in references { bytes[reference.range.lowerBound] = UInt8(ascii: " ") }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Where a name of letters, digits and underscores ends; nil where none begins.
  private func nameEnd(from start: Int) -> Int? {
    guard start < bytes.count, Self.isLetter(bytes[start]) else { return nil }
    return bytes[start...].firstIndex { !Self.isLetter($0) && !(0x30...0x39 ~= $0) } ?? bytes.count
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || 0x61...0x7A ~= byte | 0x20
  }
}
