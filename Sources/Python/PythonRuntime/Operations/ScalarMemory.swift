/// The code points of the texts that were indexed last.
///
/// A text holds UTF-8, so that a code point is found by counting; a loop over the places of a long text
/// would count each time.
struct ScalarMemory {
  private var texts: [(text: String, scalars: [Unicode.Scalar])] = []
  /// Two texts that are compared place by place, and one or two more.
  private static let most = 4
  /// Shorter texts are counted as fast; in bytes.
  private static let shortest = 64

  /// The code points of a text, which is remembered if it is long.
  mutating func remember(_ text: String) -> [Unicode.Scalar] {
    let scalars = Array(text.unicodeScalars)
    if text.utf8.count < Self.shortest { return scalars }
    if texts.count == Self.most { texts.removeFirst() }
    texts.append((text, scalars))
    return scalars
  }

  func count(of text: String) -> Int {
    if text.utf8.count < Self.shortest { return text.unicodeScalars.count }
    return known(text)?.count ?? text.unicodeScalars.count
  }

  /// Nil where the text isn't remembered.
  func known(_ text: String) -> [Unicode.Scalar]? {
    if text.utf8.count < Self.shortest { return nil }
    return texts.last { Self.isSame($0.text, text) }?.scalars
  }

  /// Whether two texts are one in memory; comparing their bytes would take as long as counting.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    a.utf8.withContiguousStorageIfAvailable { a in
      b.utf8.withContiguousStorageIfAvailable { b in
        a.count == b.count && a.baseAddress == b.baseAddress
      } ?? false
    } ?? false
  }
}
