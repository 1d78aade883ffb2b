/// Every metric that a notebook can name.
public enum MetricCatalog {
  public static let all: [any Metric.Type] = [
    Accuracy.self,
    CategoricalAccuracy.self,
    SparseCategoricalAccuracy.self,
    BinaryAccuracy.self,
    SquaredError.self,
  ]

  /// The metric that a string names or a call makes.
  ///
  /// - Throws: ``ArgumentError`` about the parameter `metrics` of `compile`.
  public static func make(_ value: ArgumentValue) throws(ArgumentError) -> any Metric {
    let made = try ComponentKind.metric.make(
      value, callee: "compile", parameter: "metrics", place: .keyword("metrics"))
    guard let metric = made as? any Metric else {
      preconditionFailure("MetricCatalog made \(type(of: made))")
    }
    return metric
  }
}
