/// What keeps hostile YAML from costing more than its length.
///
/// Reading recurses for each level and copies what an alias names, so depth and the number of aliases are
/// bounded before libyaml sees the text.
public enum YAMLBounds {
  /// Levels of brackets; blocks may be indented by twice as many columns.
  public static let depthLimit = 64
  /// Anchors and aliases together.
  public static let aliasLimit = 16
  /// Bytes.
  public static let sizeLimit = 1 << 16

  /// The bound that a text breaks.
  public enum Kind: Hashable, Sendable { case tooDeep, tooManyAliases, tooLong }

  /// The first bound that a text breaks. Strings and comments count too, so the bounds are wide.
  static func broken(by bytes: [UInt8]) -> YAMLError? {
    if bytes.count > sizeLimit { return .limit(.tooLong, offset: sizeLimit) }
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
        return .limit(.tooDeep, offset: offset)
      }
      if aliases > aliasLimit { return .limit(.tooManyAliases, offset: offset) }
    }
    return nil
  }

  private static func startsToken(_ bytes: [UInt8], _ offset: Int) -> Bool {
    let before = offset > 0 ? bytes[offset - 1] : 0x0A
    let after = offset + 1 < bytes.count ? bytes[offset + 1] : 0x0A
    return " \t\n\r[{,:-?".utf8.contains(before) && after > 0x20
  }
}
