internal import Texts

/// The tags of a cell as an attribute of its fence: `tags=hide-input,raises-exception`.
public enum FenceTags {
  static let name = "tags"

  /// The attribute that says these tags; nil where there are none, or where it would be read as others.
  public static func attribute(_ tags: [String]) -> String? {
    let text = tags.joined(separator: ",")
    guard !tags.isEmpty, Self.tags(text) == tags, !text.contains(where: \.isNewline) else {
      return nil
    }
    let isWord = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        true
      default: ",-._:/".utf8.contains(byte)
      }
    }
    if isWord { return "\(name)=\(text)" }
    return "\(name)=\(QuotedText.text(text))"
  }

  /// The tags that an attribute's text names, each once.
  static func tags(_ text: String) -> [String] {
    unique(text.split(separator: ",").map(trimmed).filter { !$0.isEmpty })
  }

  static func unique(_ tags: [String]) -> [String] {
    var seen: Set<String> = []
    return tags.filter { seen.insert($0).inserted }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}

extension FenceAttributes {
  /// All options but tags, which say nothing to the directive itself.
  var settings: [Option] { options.filter { $0.name != FenceTags.name } }

  /// The tags among the attributes.
  var tags: [String] {
    FenceTags.unique(
      options.filter { $0.name == FenceTags.name }.flatMap { FenceTags.tags($0.value.text) })
  }

  /// The info string without its tags, and without braces that hold nothing else.
  var infoWithoutTags: String {
    var info = bytes
    for option in options.reversed() where option.name == FenceTags.name {
      let start = info[..<option.nameRange.lowerBound].reversed().prefix(while: Self.isBlank).count
      info.removeSubrange(option.nameRange.lowerBound - start..<option.value.range.upperBound)
    }
    let text = String(decoding: info, as: UTF8.self)
    guard info.count < bytes.count, let brace = text.lastIndex(of: "{"),
      text[brace...].dropFirst().dropLast().allSatisfy(\.isWhitespace)
    else { return text }
    let word = text[..<brace].reversed().drop(while: \.isWhitespace).reversed()
    return String(word)
  }
}
