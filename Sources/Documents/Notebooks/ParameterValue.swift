/// The value of a notebook parameter (`caderno: params:`), which `-P name=value` overrides.
public enum ParameterValue: Hashable, Sendable {
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)

  /// The value that `text` spells, read as a plain YAML scalar would be.
  public init(parsing text: String) {
    switch PlainScalar.kind(of: text) {
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .double(let value): self = .double(value)
    default: self = .string(text)
    }
  }
}
