/// How a model is trained and judged: Keras' `compile`.
public struct Compilation: Sendable {
  /// A metric under the name that the author gave it, which is its name in histories.
  public struct NamedMetric: Sendable {
    /// The column's name in histories, with `val_` before it for validation.
    public let name: String
    /// What is measured of the samples.
    public let metric: any Metric
    /// Whether the samples' weights count.
    public let isWeighted: Bool

    /// A metric that goes by a name of the author's.
    public init(_ name: String, _ metric: any Metric, isWeighted: Bool = false) {
      self.name = name
      self.metric = metric
      self.isWeighted = isWeighted
    }
  }

  /// What moves the weights, with its settings.
  public private(set) var optimizer: any Optimizer
  /// What training makes small; of several outputs the first one's that has one.
  public let loss: any Loss
  /// What the loss of a model with one output is multiplied by.
  public let lossWeight: Float
  /// What is measured beside the loss; empty where each output has its own.
  public let metrics: [NamedMetric]
  /// The outputs that are trained together; empty for a model with one, which has ``loss`` and
  /// ``metrics``.
  public let outputs: [OutputLoss]

  /// For a model with one output, whose loss counts as it is where nothing else is said.
  public init(
    optimizer: any Optimizer, loss: any Loss, metrics: [NamedMetric] = [], lossWeight: Float = 1
  ) {
    self.optimizer = optimizer
    self.loss = loss
    self.lossWeight = lossWeight
    self.metrics = metrics
    outputs = []
  }

  /// For a model whose last layer has several outputs behind each other, in one row an image.
  ///
  /// - Parameters:
  ///   - optimizer: moves the weights of all.
  ///   - outputs: at least one with a loss.
  public init(optimizer: any Optimizer, outputs: [OutputLoss]) {
    self.optimizer = optimizer
    loss = outputs.compactMap(\.loss)[0]
    lossWeight = 1
    metrics = []
    self.outputs = outputs
  }

  /// Looks the names up and makes what the calls say.
  ///
  /// - Parameters:
  ///   - optimizer: a name, or a call with arguments.
  ///   - loss: a name, or a call with arguments.
  ///   - metrics: names and calls, in the order of the columns.
  ///   - names: a name for each metric where its author gave one; all by default where empty.
  /// - Throws: ``ArgumentError`` whose `parameter` is `optimizer`, `loss` or `metrics`.
  public init(
    optimizer: ArgumentValue = .string("rmsprop"), loss: ArgumentValue,
    metrics: [ArgumentValue] = [], names: [String?] = []
  ) throws(ArgumentError) {
    self.optimizer = try OptimizerCatalog.make(optimizer)
    self.loss = try LossCatalog.make(loss)
    lossWeight = 1
    var named: [NamedMetric] = []
    for (index, value) in metrics.enumerated() {
      named.append(try .init(value, name: index < names.count ? names[index] : nil))
    }
    self.metrics = named
    outputs = []
  }

  /// The same with the optimizer's settings changed.
  package func with(_ optimizer: any Optimizer) -> Compilation {
    var changed = self
    changed.optimizer = optimizer
    return changed
  }

  fileprivate static func name(of value: ArgumentValue, _ metric: any Metric) -> String {
    if case .string(let name) = value { return name }
    let kind = type(of: metric)
    if case .call(let call) = value, case .string(let name) = try? kind.signature.bind(call)["name"]
    {
      return name
    }
    return kind.aliases.first ?? kind.signature.name
  }

  /// The outputs whose losses are shown beside their sum: none where only one has a loss.
  package var shownLosses: [OutputLoss] {
    let trained = outputs.filter { $0.loss != nil }
    return trained.count > 1 ? trained : []
  }

  /// `loss` and the metrics' names, in the order of a history's columns.
  ///
  /// Of several outputs the losses come first, then the metrics, all with the output's name in front.
  public var metricNames: [String] {
    let own = MetricNames.distinct(metrics)
    return ["loss"] + shownLosses.map { "\($0.name)_loss" } + own
      + outputs.flatMap { MetricNames.distinct($0.metrics, output: $0.name) }
  }

  /// The names, and where validation is measured those with `val_` before them.
  public func metricNames(validated: Bool) -> [String] {
    metricNames + (validated ? metricNames.map { "val_\($0)" } : [])
  }
}

extension Compilation.NamedMetric {
  /// Makes the metric that a string names or a call makes.
  ///
  /// - Parameters:
  ///   - value: a name, or a call with arguments.
  ///   - name: nil for the metric's own.
  ///   - isWeighted: whether the samples' weights count.
  /// - Throws: ``ArgumentError`` about `metrics`, also for a metric that gives a list of numbers.
  public init(
    _ value: ArgumentValue, name: String?, isWeighted: Bool = false
  ) throws(ArgumentError) {
    let metric = try MetricCatalog.make(value)
    guard !metric.givesList else {
      throw ArgumentError(
        callee: "compile", parameter: "metrics", place: .keyword("metrics"),
        problem: .unsupported(got: value))
    }
    self.init(name ?? Compilation.name(of: value, metric), metric, isWeighted: isWeighted)
  }
}
