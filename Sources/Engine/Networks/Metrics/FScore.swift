internal import Memory

/// The weighted harmonic mean of precision and recall of each column, and what becomes of columns.
struct FScore: Sendable {
  /// What is shown of the columns' scores.
  enum Average: String { case micro, macro, weighted }
  let average: Average?
  let beta: Float
  /// Outputs above it are a yes; nil where the largest of a row is.
  let threshold: Float?

  init(_ arguments: BoundArguments, beta: Float) {
    average = arguments.text("average").flatMap { Average(rawValue: $0.lowercased()) }
    self.beta = beta
    threshold = arguments["threshold"]?.number.map { Float($0) }
  }

  /// True and false positives, false negatives, and all true targets, of each column.
  func measure(
    _ outputs: Elements<Float>, _ target: Target, weight: Float, into sums: MutableElements<Float>
  ) {
    let largest = outputs.reduce(-Float.infinity, max)
    for column in outputs.indices {
      let output = outputs[column]
      let isYes = threshold.map { output > $0 } ?? (output >= largest && abs(output) > 1e-9)
      let (said, wanted): (Float, Float) = (isYes ? 1 : 0, target.value(at: column))
      let own = [said * wanted, said * (1 - wanted), (1 - said) * wanted, wanted]
      for (kind, number) in own.enumerated() { sums[4 * column + kind] = number * weight }
    }
  }

  func values(of sums: ArraySlice<Double>) -> [Double] {
    var columns = stride(from: sums.startIndex, to: sums.endIndex, by: 4).map { start in
      sums[start..<start + 4].map { Float($0) }
    }
    if average == .micro {
      columns = [(0..<4).map { kind in columns.reduce(0) { $0 + $1[kind] } }]
    }
    let scores = columns.map(score)
    switch average {
    case nil: return scores.map { Double($0) }
    case .micro, .macro: return [Double(scores.reduce(0, +) / Float(scores.count))]
    case .weighted:
      let all = columns.reduce(0) { $0 + $1[3] } + Crossentropy.epsilon
      return [Double(zip(scores, columns).reduce(0) { $0 + $1.0 * ($1.1[3] / all) })]
    }
  }

  private func score(_ column: [Float]) -> Float {
    let precision = column[0] / (column[0] + column[1] + Crossentropy.epsilon)
    let recall = column[0] / (column[0] + column[2] + Crossentropy.epsilon)
    let mean = precision * recall / (beta * beta * precision + recall + Crossentropy.epsilon)
    return mean * (1 + beta * beta)
  }
}

/// A metric that is an ``FScore``.
protocol ScoreMetric: SummedMetric {
  var score: FScore { get }
}

extension ScoreMetric {
  static var judgesRows: Bool { true }
  var givesList: Bool { score.average == nil }

  func sumCount(rowLength: Int) -> Int { 4 * rowLength }

  func accepts(targets: Int, outputs: Int, rowLength: Int) -> Bool {
    targets == outputs && outputs == rowLength
  }

  func measure(
    _ outputs: Elements<Float>, target: Target, rows: Int, areLogits: Bool, weight: Float,
    into sums: MutableElements<Float>
  ) {
    score.measure(outputs, target, weight: weight, into: sums)
  }

  func values(of sums: ArraySlice<Double>, samples: Double) -> [Double] { score.values(of: sums) }
}

/// Precision and recall alike (Keras' `F1Score`).
struct F1Score: ScoreMetric {
  static let signature = Signature.metric("F1Score", first: [.average, .threshold])
  static let aliases = ["f1_score"]
  let score: FScore

  init(_ arguments: BoundArguments) throws(ArgumentError) { score = FScore(arguments, beta: 1) }
}

/// Precision and recall, which counts for β times as much (Keras' `FBetaScore`).
struct FBetaScore: ScoreMetric {
  static let signature = Signature.metric(
    "FBetaScore",
    first: [.average, Parameter("beta", .number(.positive), default: .double(1)), .threshold])
  static let aliases = ["fbeta_score", "f_beta_score"]
  let score: FScore

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    score = FScore(arguments, beta: arguments.float("beta"))
  }
}

extension Parameter {
  fileprivate static var average: Parameter {
    Parameter(
      "average", .choice(["micro", "macro", "weighted"]), default: .some(.none), acceptsNone: true)
  }

  fileprivate static var threshold: Parameter {
    Parameter(
      "threshold", .number(ValueRange(lower: 0, upper: 1, includesLower: false)),
      default: .some(.none), acceptsNone: true)
  }
}
