/// How many outputs are one of the four: right or wrong, above or below a threshold.
struct ConditionCount<Condition: CountedCondition>: ThresholdMetric {
  static var signature: Signature { .metric("\(Condition.self)", first: [.thresholds]) }
  static var aliases: [String] { [Condition.title] }
  static var wantsMore: Bool? { nil }
  let thresholds: Thresholds
  let givesList: Bool
  var choice: OutputChoice { OutputChoice() }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    thresholds = Thresholds(arguments.numbers("thresholds") ?? [0.5])
    givesList = thresholds.values.count > 1
  }

  func numbers(_ counts: ThresholdCounts) -> [Float] { Condition.count(counts) }
}

/// What is counted; the type has Keras' name of the metric.
protocol CountedCondition: Sendable {
  static var title: String { get }
  static func count(_ counts: ThresholdCounts) -> [Float]
}

enum TruePositives: CountedCondition {
  static let title = "true_positives"
  static func count(_ counts: ThresholdCounts) -> [Float] { counts.truePositives }
}

enum TrueNegatives: CountedCondition {
  static let title = "true_negatives"
  static func count(_ counts: ThresholdCounts) -> [Float] { counts.trueNegatives }
}

enum FalsePositives: CountedCondition {
  static let title = "false_positives"
  static func count(_ counts: ThresholdCounts) -> [Float] { counts.falsePositives }
}

enum FalseNegatives: CountedCondition {
  static let title = "false_negatives"
  static func count(_ counts: ThresholdCounts) -> [Float] { counts.falseNegatives }
}
