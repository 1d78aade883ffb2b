/// What keeps an author's HTML and addresses from doing anything on the page.
enum SafeHTML {
  /// Whether a link to this address does no harm: relative, or of a scheme known to be harmless.
  static func allows(_ url: String, isImage: Bool) -> Bool {
    // Browsers skip blanks and control characters in front of and within a scheme.
    let plain = String(String.UnicodeScalarView(url.unicodeScalars.filter { $0.value > 0x20 }))
    let head = plain.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let colon = head.firstIndex(of: ":") else { return true }
    let scheme = head[..<colon].lowercased()
    if scheme == "data" {
      let types = ["png", "gif", "jpeg", "webp"]
      return isImage && types.contains { plain.lowercased().hasPrefix("data:image/\($0);base64,") }
    }
    return ["http", "https", "ftp", "mailto", "tel", "doi", "run"].contains(scheme)
  }

  /// A block of raw HTML as a paragraph of text; empty where nothing but comments stood in it.
  static func block(_ html: String) -> String {
    let text = withoutComments(html)
    guard text.utf8.contains(where: { $0 > 0x20 }) else { return "" }
    return "<p class=\"raw\">\(HTMLEscaping.text(text))</p>\n"
  }

  /// All but comments.
  static func withoutComments(_ html: String) -> String {
    let bytes = Array(html.utf8)
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index...].starts(with: "<!--".utf8) else {
        kept.append(bytes[index])
        index += 1
        continue
      }
      index += 4
      while index < bytes.count, !bytes[index...].starts(with: "-->".utf8) { index += 1 }
      index = min(index + 3, bytes.count)
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
