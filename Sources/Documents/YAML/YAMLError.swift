/// Why a text is no YAML document that can be read.
public enum YAMLError: Error, Hashable, Sendable {
  /// The text breaks one of `YAMLBounds`.
  case limit(YAMLBounds.Kind, offset: Int)
  /// It isn't YAML; the words are libyaml's.
  case invalid(String, offset: Int)
  /// A mapping has a key twice; the range is that of the second.
  case duplicateKey(String, range: Range<Int>)
}
