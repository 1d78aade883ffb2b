/// How a model is trained and judged: Keras' `compile`.
public struct Compilation: Sendable {
  /// A metric under the name that the author gave it, which is its name in histories.
  public struct NamedMetric: Sendable {
    public let name: String
    public let metric: any Metric

    public init(_ name: String, _ metric: any Metric) {
      self.name = name
      self.metric = metric
    }
  }

  public let optimizer: any Optimizer
  public let loss: any Loss
  public let metrics: [NamedMetric]

  public init(optimizer: any Optimizer, loss: any Loss, metrics: [NamedMetric] = []) {
    self.optimizer = optimizer
    self.loss = loss
    self.metrics = metrics
  }

  /// Looks the names up and makes what the calls say.
  ///
  /// - Parameter names: a name for each metric where its author gave one; all by default where empty.
  /// - Throws: ``ArgumentError`` whose `parameter` is `optimizer`, `loss` or `metrics`.
  public init(
    optimizer: ArgumentValue = .string("rmsprop"), loss: ArgumentValue,
    metrics: [ArgumentValue] = [], names: [String?] = []
  ) throws(ArgumentError) {
    self.optimizer = try OptimizerCatalog.make(optimizer)
    self.loss = try LossCatalog.make(loss)
    var named: [NamedMetric] = []
    for (index, value) in metrics.enumerated() {
      let metric = try MetricCatalog.make(value)
      let given = index < names.count ? names[index] : nil
      named.append(NamedMetric(given ?? Self.name(of: value, metric), metric))
    }
    self.metrics = named
  }

  private static func name(of value: ArgumentValue, _ metric: any Metric) -> String {
    if case .string(let name) = value { return name }
    let kind = type(of: metric)
    if case .call(let call) = value, case .string(let name) = try? kind.signature.bind(call)["name"]
    {
      return name
    }
    return kind.aliases.first ?? kind.signature.name
  }

  /// `loss` and the metrics' names, in the order of a history's columns.
  public var figureNames: [String] { ["loss"] + metrics.map(\.name) }
}
