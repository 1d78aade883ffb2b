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

  public let kind: Kind
  /// The value as written: a scalar without its quotation marks, a list or mapping as it stands.
  public let text: String
  /// The value's bytes in the notebook, quotation marks included.
  public let range: Range<Int>

  public init(kind: Kind, text: String, range: Range<Int>) {
    self.kind = kind
    self.text = text
    self.range = range
  }
}
