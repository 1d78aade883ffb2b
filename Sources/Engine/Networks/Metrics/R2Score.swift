internal import Memory

/// How much of the targets' variance the outputs explain (Keras' `R2Score`).
struct R2Score: SummedMetric {
  static let signature = Signature.metric(
    "R2Score",
    first: [
      Parameter(
        "class_aggregation", .choice(["uniform_average", "variance_weighted_average"]),
        default: .string("uniform_average"), acceptsNone: true),
      Parameter("num_regressors", .int(ValueRange(lower: 0, upper: nil)), default: .int(0)),
    ])
  static let aliases = ["r2_score"]
  static var judgesRows: Bool { true }
  let givesList: Bool
  private let weighsVariance: Bool
  private let regressors: Double

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    let aggregation = arguments.text("class_aggregation")?.lowercased()
    givesList = aggregation == nil
    weighsVariance = aggregation == "variance_weighted_average"
    regressors = Double(arguments.int("num_regressors"))
  }

  func accepts(targets: Int, outputs: Int, rowLength: Int) -> Bool {
    targets == outputs && outputs == rowLength
  }

  /// Of each column its targets, their squares and those of the errors; in the end all numbers.
  func sumCount(rowLength: Int) -> Int { 3 * rowLength + 1 }

  func measure(
    _ outputs: Elements<Float>, target: Target, rows: Int, areLogits: Bool, weight: Float,
    into sums: MutableElements<Float>
  ) {
    for column in outputs.indices {
      let wanted = target.value(at: column)
      let error = wanted - outputs[column]
      sums[3 * column] = wanted * weight
      sums[3 * column + 1] = wanted * (wanted * weight)
      sums[3 * column + 2] = error * error * weight
    }
    sums[3 * outputs.count] = Float(outputs.count)
  }

  func values(of sums: ArraySlice<Double>, samples: Double) -> [Double] {
    let columns = stride(from: sums.startIndex, to: sums.endIndex - 1, by: 3).map { start in
      let total = sums[start + 1] - sums[start] * (sums[start] / samples)
      let score = 1 - sums[start + 2] / total
      return (total: total, score: score.isInfinite ? 0 : score)
    }
    let all = sums[sums.endIndex - 1]
    if givesList { return columns.map { adjusted($0.score, all) } }
    let weights = columns.map { weighsVariance ? $0.total : 1 }
    let mean = zip(columns, weights).reduce(0) { $0 + $1.0.score * $1.1 } / weights.reduce(0, +)
    return [adjusted(mean, all)]
  }

  /// Less for each regressor, as long as there are more numbers than those.
  private func adjusted(_ score: Double, _ count: Double) -> Double {
    guard regressors > 0, regressors < count - 1 else { return score }
    return 1 - (1 - score) * (count - 1) / (count - regressors - 1)
  }
}
