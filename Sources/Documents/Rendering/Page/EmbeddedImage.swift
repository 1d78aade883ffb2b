internal import Diagnostics
internal import Texts
internal import Words

/// An image of the prose in the page itself, or what it shows where its bytes aren't at hand.
enum EmbeddedImage {
  static func html(_ bytes: [UInt8]?, alt: String, title: String, language: Language) -> String {
    let words = Escaping.line(alt)
    guard let bytes, let type = type(of: bytes) else {
      return "<span class=\"missing\">\(language.words.image): \(words)</span>"
    }
    let title = title.isEmpty ? "" : " title=\"\(Escaping.line(title))\""
    return "<img src=\"\(address(of: bytes, type))\" alt=\"\(words)\"\(title)>"
  }

  /// An image as an address; nil for what isn't an image for the web.
  static func address(of bytes: [UInt8]) -> String? {
    type(of: bytes).map { address(of: bytes, $0) }
  }

  private static func address(of bytes: [UInt8], _ type: String) -> String {
    "data:\(type);base64,\(Base64.text(bytes))"
  }

  /// The media type by the file's first bytes; nil for what isn't an image for the web. An SVG in an
  /// `img` can neither run scripts nor load anything.
  static func type(of bytes: some Collection<UInt8>) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "image/png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if bytes.starts(with: "GIF8".utf8) { return "image/gif" }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      return "image/webp"
    }
    return isSVG(bytes) ? "image/svg+xml" : nil
  }

  /// Whether an SVG begins here, behind whatever may stand before one.
  private static func isSVG(_ bytes: some Collection<UInt8>) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    let start = text.drop { $0 <= 0x20 }.prefix(16)
    return ["<svg", "<?xml", "<!--", "<!DOCTYPE svg"].contains { start.starts(with: $0.utf8) }
  }
}
