/// Every metric that a notebook can name.
public enum MetricCatalog {
  /// In the order in which documentation and messages list them.
  public static let all: [any Metric.Type] = [
    Accuracy.self,
    CategoricalAccuracy.self,
    SparseCategoricalAccuracy.self,
    BinaryAccuracy.self,
    SquaredError.self,
    TopKCategoricalAccuracy.self,
    SparseTopKCategoricalAccuracy.self,
    RootMeanSquaredError.self,
    LossMetric<MeanAbsoluteError>.self,
    LossMetric<MeanAbsolutePercentageError>.self,
    LossMetric<MeanSquaredLogarithmicError>.self,
    LossMetric<CategoricalCrossentropy>.self,
    LossMetric<SparseCategoricalCrossentropy>.self,
    LossMetric<BinaryCrossentropy>.self,
    LossMetric<KLDivergence>.self,
    LossMetric<Poisson>.self,
    LossMetric<LogCosh>.self,
    LogCoshError.self,
    LossMetric<Huber>.self,
    LossMetric<Hinge>.self,
    LossMetric<SquaredHinge>.self,
    LossMetric<CategoricalHinge>.self,
    CosineOfAngle.self,
    PearsonCorrelation.self,
    ConcordanceCorrelation.self,
    R2Score.self,
    Precision.self,
    Recall.self,
    AreaUnderCurve.self,
    F1Score.self,
    FBetaScore.self,
    ConditionCount<TruePositives>.self,
    ConditionCount<TrueNegatives>.self,
    ConditionCount<FalsePositives>.self,
    ConditionCount<FalseNegatives>.self,
    BestRate<SensitivityAtSpecificity>.self,
    BestRate<SpecificityAtSensitivity>.self,
    BestRate<PrecisionAtRecall>.self,
    BestRate<RecallAtPrecision>.self,
    IoU.self,
    MeanIoU.self,
    BinaryIoU.self,
    OneHotIoU.self,
    OneHotMeanIoU.self,
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
