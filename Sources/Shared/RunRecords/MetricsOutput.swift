/// Named numbers at full precision.
public struct MetricsOutput: Hashable, Codable, Sendable {
  /// The output's name, unique within its directive ("metrics").
  public var name: String
  /// The numbers in the order in which they are shown.
  public var metrics: [Metric]

  /// Numbers that are shown side by side.
  public init(name: String, metrics: [Metric]) {
    self.name = name
    self.metrics = metrics
  }

  /// One named number.
  public struct Metric: Hashable, Codable, Sendable {
    /// The stable name that `run:` links and comparison use, such as `accuracy`.
    public var name: String
    /// The number at full precision; NaN and infinities are kept.
    public var value: Double
    /// How the number is shown, in outputs and in prose.
    public var format: NumberFormat
    /// What stands above the number where that is not its name.
    public var label: String?

    /// A number that is shown with four digits behind the point where `format` doesn't say
    /// otherwise.
    public init(
      _ name: String, _ value: Double, format: NumberFormat = .fixed(digits: 4),
      label: String? = nil
    ) {
      self.name = name
      self.label = label
      self.value = value
      self.format = format
    }
  }
}

/// What each epoch of a fit gave.
public struct HistoryOutput: Hashable, Codable, Sendable {
  /// The output's name, unique within its directive ("history").
  public var name: String
  /// The metrics' names, such as `loss`, `accuracy`, `val_loss`.
  public var metrics: [String]
  /// One row an epoch, one value a metric.
  public var rows: [[Double]]
  /// SHA-256 of all weights after the last epoch.
  public var weightsSHA256: String

  /// A fit's history: each row of `rows` has one value for each of `metrics`.
  public init(name: String, metrics: [String], rows: [[Double]], weightsSHA256: String) {
    self.name = name
    self.metrics = metrics
    self.rows = rows
    self.weightsSHA256 = weightsSHA256
  }
}

extension HistoryOutput {
  /// - Throws: `DecodingError` also where an epoch doesn't have one value a metric.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    metrics = try container.decode([String].self, forKey: .metrics)
    rows = try container.decode([[Double]].self, forKey: .rows)
    weightsSHA256 = try container.decode(String.self, forKey: .weightsSHA256)
    guard rows.allSatisfy({ $0.count == metrics.count }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .rows, in: container, debugDescription: "an epoch doesn't have one value a metric")
    }
  }
}
