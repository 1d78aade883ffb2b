/// A name as it is written, and where.
package struct Identifier: Hashable, Sendable {
  /// The name.
  package let text: String
  /// UTF-8 offsets in the source.
  package let range: Range<Int>
}
