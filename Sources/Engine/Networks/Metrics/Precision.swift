/// The share of outputs above a threshold whose targets are true.
struct Precision: ThresholdMetric {
  static let signature = Signature.metric("Precision", first: .thresholdsOfClasses)
  static let aliases = ["precision"]
  let thresholds: Thresholds
  let choice: OutputChoice
  let givesList: Bool

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    (thresholds, choice) = arguments.thresholdsOfClasses
    givesList = thresholds.values.count > 1
  }

  func numbers(_ counts: ThresholdCounts) -> [Float] { counts.precisions }
}

/// The share of true targets whose outputs lie above a threshold.
struct Recall: ThresholdMetric {
  static let signature = Signature.metric("Recall", first: .thresholdsOfClasses)
  static let aliases = ["recall"]
  let thresholds: Thresholds
  let choice: OutputChoice
  let givesList: Bool

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    (thresholds, choice) = arguments.thresholdsOfClasses
    givesList = thresholds.values.count > 1
  }

  func numbers(_ counts: ThresholdCounts) -> [Float] { counts.recalls }
}

extension [Parameter] {
  fileprivate static var thresholdsOfClasses: [Parameter] {
    let count = Parameter("top_k", .int(.count), default: .some(.none), acceptsNone: true)
    return [.thresholds, count, .classID]
  }
}

extension BoundArguments {
  /// With `top_k` alone each of the largest outputs is a yes.
  fileprivate var thresholdsOfClasses: (Thresholds, OutputChoice) {
    let choice = OutputChoice(count: optionalInt("top_k"), column: optionalInt("class_id"))
    return (Thresholds(numbers("thresholds") ?? [choice.count == nil ? 0.5 : -1e10]), choice)
  }
}
