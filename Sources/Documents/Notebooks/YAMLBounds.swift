internal import Diagnostics

/// What keeps hostile YAML from costing more than its length.
///
/// The composer recurses for each level and copies what an alias names, so depth and the number
/// of aliases are bounded before it sees the text.
enum YAMLBounds {
  static let depthLimit = 64
  static let aliasLimit = 16
  static let sizeLimit = 1 << 16

  enum Kind { case tooDeep, tooManyAliases, tooLong }

  struct Problem {
    let kind: Kind
    let offset: Int

    func diagnostic(at place: Int) -> Diagnostic {
      let message =
        switch kind {
        case .tooDeep:
          Message(
            "this YAML is nested more than \(depthLimit) levels deep",
            pt: "este YAML tem mais de \(depthLimit) níveis de aninhamento")
        case .tooManyAliases:
          Message(
            "this YAML has more than \(aliasLimit) anchors and aliases",
            pt: "este YAML tem mais de \(aliasLimit) âncoras e referências")
        case .tooLong:
          Message(
            "this YAML has more than \(sizeLimit) bytes",
            pt: "este YAML tem mais de \(sizeLimit) bytes")
        }
      return Diagnostic(code: "yaml-limits", at: place..<place, message)
    }
  }

  /// The first bound that a text breaks. Strings and comments count too, so the bounds are wide.
  static func problem(in bytes: [UInt8]) -> Problem? {
    if bytes.count > sizeLimit { return Problem(kind: .tooLong, offset: sizeLimit) }
    var flow = 0
    var aliases = 0
    var block = 0
    var isAtStart = true
    for (offset, byte) in bytes.enumerated() {
      if byte == 0x0A || byte == 0x0D {
        block = 0
        isAtStart = true
        continue
      }
      if isAtStart { block += 1 }
      isAtStart = isAtStart && " -?".utf8.contains(byte)
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { flow += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { flow = max(0, flow - 1) }
      if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "&"), startsToken(bytes, offset) {
        aliases += 1
      }
      if flow > depthLimit || block > 2 * depthLimit {
        return Problem(kind: .tooDeep, offset: offset)
      }
      if aliases > aliasLimit { return Problem(kind: .tooManyAliases, offset: offset) }
    }
    return nil
  }

  private static func startsToken(_ bytes: [UInt8], _ offset: Int) -> Bool {
    let before = offset > 0 ? bytes[offset - 1] : 0x0A
    let after = offset + 1 < bytes.count ? bytes[offset + 1] : 0x0A
    return " \t\n\r[{,:-?".utf8.contains(before) && after > 0x20
  }
}
