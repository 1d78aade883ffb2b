/// The best that a share gets to at any threshold where another is at least a number.
struct BestRate<Rule: RateRule>: ThresholdMetric {
  static var signature: Signature {
    let share = ValueRange(lower: 0, upper: 1)
    return .metric(
      "\(Rule.self)",
      first: [
        Parameter(Rule.limited, .number(share)),
        Parameter("num_thresholds", .int(ValueRange(lower: 1, upper: 10_000)), default: .int(200)),
        .classID,
      ])
  }
  static var aliases: [String] { [Rule.title] }
  let thresholds: Thresholds
  let choice: OutputChoice
  private let least: Float

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    let count = arguments.int("num_thresholds")
    thresholds = count == 1 ? Thresholds([0.5]) : Thresholds(count: count, margin: 0)
    choice = OutputChoice(column: arguments.optionalInt("class_id"))
    least = arguments.float(Rule.limited)
  }

  func numbers(_ counts: ThresholdCounts) -> [Float] {
    let rates = Rule.rates(counts)
    return [zip(rates.limited, rates.wanted).filter { $0.0 >= least }.map(\.1).max() ?? 0]
  }
}

/// Which share is wanted and which is limited; the type has Keras' name of the metric.
protocol RateRule: Sendable {
  static var title: String { get }
  /// The parameter that says the least of the limited share.
  static var limited: String { get }
  static func rates(_ counts: ThresholdCounts) -> (limited: [Float], wanted: [Float])
}

enum SensitivityAtSpecificity: RateRule {
  static let title = "sensitivity_at_specificity"
  static let limited = "specificity"
  static func rates(_ counts: ThresholdCounts) -> (limited: [Float], wanted: [Float]) {
    (counts.specificities, counts.recalls)
  }
}

enum SpecificityAtSensitivity: RateRule {
  static let title = "specificity_at_sensitivity"
  static let limited = "sensitivity"
  static func rates(_ counts: ThresholdCounts) -> (limited: [Float], wanted: [Float]) {
    (counts.recalls, counts.specificities)
  }
}

enum PrecisionAtRecall: RateRule {
  static let title = "precision_at_recall"
  static let limited = "recall"
  static func rates(_ counts: ThresholdCounts) -> (limited: [Float], wanted: [Float]) {
    (counts.recalls, counts.precisions)
  }
}

enum RecallAtPrecision: RateRule {
  static let title = "recall_at_precision"
  static let limited = "precision"
  static func rates(_ counts: ThresholdCounts) -> (limited: [Float], wanted: [Float]) {
    (counts.precisions, counts.recalls)
  }
}
