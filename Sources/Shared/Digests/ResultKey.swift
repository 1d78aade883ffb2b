/// Builds the key of a result: a hash of everything that it depends on.
///
/// Parts are written with their lengths, so that no two lists of parts give the same bytes.
package struct ResultKey: Sendable {
  private var parts: [String] = []

  /// A key of these parts, to which more can be added; parts in another order give another key.
  package init(_ parts: [String] = []) { self.parts = parts }

  /// Adds a part; the order counts.
  package mutating func add(_ part: String) { parts.append(part) }

  /// Adds a named part.
  package mutating func add(_ name: String, _ value: some CustomStringConvertible) {
    parts.append("\(name)=\(value.description)")
  }

  /// 64 hexadecimal digits.
  package var digest: String {
    let stream = SHA256Stream()
    for part in parts { stream.update("\(part.utf8.count):\(part);") }
    return stream.finish().description
  }
}
