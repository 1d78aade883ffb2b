internal import Memory

/// The area under the curve that an output's thresholds draw (Keras' `AUC`).
struct AreaUnderCurve: CountingMetric {
  static let signature = Signature.metric(
    "AUC",
    first: [
      Parameter("num_thresholds", .int(ValueRange(lower: 2, upper: 10_000)), default: .int(200)),
      Parameter("curve", .choice(["roc", "pr", "prgain"]), default: .string("ROC")),
      Parameter(
        "summation_method", .choice(["interpolation", "majoring", "minoring"]),
        default: .string("interpolation")),
    ],
    [
      Parameter(
        "thresholds", .numbers(ValueRange(lower: 0, upper: 1)), default: .some(.none),
        acceptsNone: true),
      Parameter("multi_label", .bool, default: .bool(false)),
      Parameter("num_labels", .int(.count), default: .some(.none), acceptsNone: true),
      Parameter("label_weights", .numbers(.nonNegative), default: .some(.none), acceptsNone: true),
      .fromLogits,
    ])
  static let aliases = ["auc"]
  static var isNumbered: Bool { true }

  private let thresholds: Thresholds
  private let area: CurveArea
  private let isOfLabels: Bool
  private let labelCount: Int?
  private let labelWeights: [Float]?
  private let fromLogits: Bool

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    area = CurveArea(
      curve: arguments.text("curve") ?? "ROC", heights: arguments.text("summation_method") ?? "")
    isOfLabels = arguments.bool("multi_label")
    labelCount = arguments.optionalInt("num_labels")
    labelWeights = arguments.numbers("label_weights")?.map { Float($0) }
    fromLogits = arguments.bool("from_logits")
    if let given = arguments.numbers("thresholds")?.sorted() {
      let margin = Self.margin
      thresholds = Thresholds(
        [0 - margin] + given + [1 + margin], areEven: Thresholds.areEven([0] + given + [1]))
    } else {
      thresholds = Thresholds(count: arguments.int("num_thresholds"), margin: Self.margin)
    }
    guard isOfLabels || labelCount == nil else {
      throw arguments.error("num_labels", .unsupported(got: .int(labelCount ?? 0)))
    }
  }

  /// Keras' epsilon.
  private static let margin = 1e-7

  func accepts(targets: Int, outputs: Int, rowLength: Int) -> Bool {
    targets == outputs && labelCount ?? rowLength == rowLength
      && labelWeights?.count ?? rowLength == rowLength
  }

  func sumCount(rowLength: Int) -> Int { (isOfLabels ? rowLength : 1) * thresholds.sumCount }

  func count(
    _ outputs: Elements<Float>, target: Target, rows: Int, weight: Float,
    into counts: MutableElements<Double>
  ) {
    let (length, width) = (outputs.count / rows, thresholds.sumCount)
    for index in outputs.indices {
      let label = index % length
      let own = isOfLabels ? counts[label * width..<(label + 1) * width] : counts
      let share = isOfLabels ? 1 : labelWeights?[label] ?? 1
      let output = fromLogits ? ScalarMath.sigmoid(outputs[index]) : outputs[index]
      thresholds.count(
        output, isTrue: target.value(at: index) != 0, weight: weight * share, into: own)
    }
  }

  func values(of sums: ArraySlice<Double>, samples: Double) -> [Double] {
    let width = thresholds.sumCount
    let areas = stride(from: sums.startIndex, to: sums.endIndex, by: width).map {
      area.value(thresholds.counts(sums[$0..<$0 + width]))
    }
    let weights = isOfLabels ? labelWeights ?? areas.map { _ in 1 } : [1]
    let total = zip(areas, weights).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    return [Double(ThresholdCounts.quotient(total, weights.reduce(0, +)))]
  }
}
