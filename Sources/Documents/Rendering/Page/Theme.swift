public import Diagnostics

/// A style sheet that a page has behind its own, whoever wrote it: it names nothing that a browser would load.
public struct Theme: Hashable, Sendable {
  /// The most bytes of a theme: 64 KiB.
  public static let sizeLimit = 64 << 10

  /// The rules as a page has them.
  let sheet: String

  /// A theme from the text of a CSS file.
  ///
  /// - Throws: `ThemeRefusal` for a text that is too long, that could end a page's `style` element, or that names something to
  ///   load.
  public init(_ source: SourceText) throws(ThemeRefusal) {
    let found = ThemeReader.findings(in: source)
    guard found.isEmpty else { throw ThemeRefusal(diagnostics: found) }
    var text = String(decoding: source.bytes, as: UTF8.self)[...]
    if text.first == "\u{FEFF}" { text = text.dropFirst() }
    // A browser reads line ends so, and the page's policy has the digest of what it reads.
    sheet = String(text).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }
}

/// Why a style sheet is no theme.
public struct ThemeRefusal: Error, Hashable, Sendable {
  /// What is wrong, by places in the style sheet.
  public let diagnostics: [Diagnostic]
}
