internal import FoundationEssentials

/// Bytes as letters (RFC 4648).
public enum Base64 {
  /// With padding, on one line (section 4).
  public static func text(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  /// For addresses: `-` and `_`, without padding (section 5).
  public static func addressText(_ bytes: [UInt8]) -> String {
    text(bytes).replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// The bytes of a text with padding; nil for whatever is none, blanks among it.
  public static func bytes(_ text: String) -> [UInt8]? {
    Data(base64Encoded: text).map { Array($0) }
  }
}
