internal import Digests

/// Builds the key of a directive: a hash of everything that its outputs depend on.
///
/// Parts are written with their lengths, so that no two lists of parts give the same bytes.
struct StepKey: Sendable {
  private var parts: [String] = []

  init(_ parts: [String] = []) { self.parts = parts }

  /// Adds a part; the order counts.
  mutating func add(_ part: String) { parts.append(part) }

  /// Adds a named part.
  mutating func add(_ name: String, _ value: some CustomStringConvertible) {
    parts.append("\(name)=\(value.description)")
  }

  /// 64 hexadecimal digits.
  var digest: String {
    let stream = SHA256Stream()
    for part in parts { stream.update("\(part.utf8.count):\(part);") }
    return stream.finish().description
  }
}
