internal import Memory

/// Σ t p / (|t| |p|), as a metric: 1 where output and target point the same way (Keras' metric
/// `cosine_similarity`, whose sign is the other one than the loss').
struct CosineOfAngle: SampleMetric {
  static let signature = LossMetric<CosineSimilarity>.signature
  static let aliases = ["cosine_similarity"]
  static var judgesRows: Bool { true }
  private let opposite: LossMetric<CosineSimilarity>

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    opposite = try LossMetric(arguments)
  }

  func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    -opposite.sample(outputs, target: target)
  }
}
