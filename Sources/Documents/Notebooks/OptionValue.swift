/// A value written in a directive's attributes, in its YAML body or in the front matter.
public struct OptionValue: Hashable, Sendable {
  /// What was written, read as YAML 1.2's core schema has it: `yes` and `on` are strings.
  public indirect enum Kind: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case list([OptionValue])
    case mapping([Option])
  }

  /// What the value is.
  public let kind: Kind
  /// The value as written: a scalar without its quotation marks, a list or mapping as it stands.
  public let text: String
  /// The value's bytes in the notebook, quotation marks included.
  public let range: Range<Int>

  /// Where the text begins within `range`, where its bytes are the notebook's: 1 behind quotation marks. Nil
  /// where escapes, line breaks or a parameter's value make them others.
  public var textOffset: Int? {
    switch range.count - text.utf8.count {
    case 0: 0
    case 2: 1
    default: nil
    }
  }

  /// A value as it was written at a range of byte offsets.
  public init(kind: Kind, text: String, range: Range<Int>) {
    self.kind = kind
    self.text = text
    self.range = range
  }
}
