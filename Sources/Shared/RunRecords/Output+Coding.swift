/// In JSON an output is one object: the kind's name beside the kind's own members.
extension Output: Codable {
  private enum Kind: String, Codable { case text, table, metrics, history, figure, error }
  private enum Keys: String, CodingKey { case kind }

  /// - Throws: `DecodingError` for a kind that isn't known, or members that don't fit its kind.
  public init(from decoder: any Decoder) throws {
    let kind = try decoder.container(keyedBy: Keys.self).decode(Kind.self, forKey: .kind)
    self =
      switch kind {
      case .text: .text(try TextOutput(from: decoder))
      case .table: .table(try TableOutput(from: decoder))
      case .metrics: .metrics(try MetricsOutput(from: decoder))
      case .history: .history(try HistoryOutput(from: decoder))
      case .figure: .figure(try FigureOutput(from: decoder))
      case .error: .error(try ErrorOutput(from: decoder))
      }
  }

  /// Writes the kind's name, then the output's own members into the same object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(kind, forKey: .kind)
    switch self {
    case .text(let output): try output.encode(to: encoder)
    case .table(let output): try output.encode(to: encoder)
    case .metrics(let output): try output.encode(to: encoder)
    case .history(let output): try output.encode(to: encoder)
    case .figure(let output): try output.encode(to: encoder)
    case .error(let output): try output.encode(to: encoder)
    }
  }

  private var kind: Kind {
    switch self {
    case .text: .text
    case .table: .table
    case .metrics: .metrics
    case .history: .history
    case .figure: .figure
    case .error: .error
    }
  }
}
