/// A value as a notebook writes it for an argument, before anything is known about its meaning.
public indirect enum ArgumentValue: Hashable, Sendable {
  case none
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  /// A list or a tuple.
  case list([ArgumentValue])
  /// A nested call such as `RMSprop(learning_rate=0.001)`.
  case call(ArgumentCall)
}

extension ArgumentValue: CustomStringConvertible {
  /// The value in Python's spelling.
  public var description: String {
    switch self {
    case .none: "None"
    case .bool(let value): value ? "True" : "False"
    case .int(let value): "\(value)"
    case .double(let value): "\(value)"
    case .string(let value): "'\(value)'"
    case .list(let values): "(" + values.map(\.description).joined(separator: ", ") + ")"
    case .call(let call): call.description
    }
  }
}
