internal import Memory

/// The correlation of a row's outputs with its targets (Keras' `PearsonCorrelation`).
struct PearsonCorrelation: SampleMetric {
  static let signature = Signature.metric("PearsonCorrelation", [.lastAxis])
  static let aliases = ["pearson_correlation"]
  static var judgesRows: Bool { true }

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  /// NaN where all outputs or all targets are equal.
  func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    let said = Deviations(outputs.map { $0 })
    let wanted = Deviations(outputs.indices.map { target.value(at: $0) })
    let (one, other) = (wanted.variance.squareRoot(), said.variance.squareRoot())
    return zip(wanted.values, said.values).reduce(0) { $0 + ($1.0 / one) * ($1.1 / other) }
      / Float(outputs.count)
  }
}

/// How well a row's outputs are its targets (Keras' `ConcordanceCorrelation`), as Keras computes it:
/// the targets' distances are those from the mean output.
struct ConcordanceCorrelation: SampleMetric {
  static let signature = Signature.metric("ConcordanceCorrelation", [.lastAxis])
  static let aliases = ["concordance_correlation"]
  static var judgesRows: Bool { true }

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    let said = Deviations(outputs.map { $0 })
    let wanted = Deviations(outputs.indices.map { target.value(at: $0) })
    let apart = wanted.mean - said.mean
    let scale = wanted.variance + said.variance + apart * apart + Crossentropy.epsilon
    return outputs.indices.reduce(0) { total, column in
      total + 2 * ((target.value(at: column) - said.mean) * said.values[column]) / scale
    } / Float(outputs.count)
  }
}

/// Numbers as distances from their mean.
private struct Deviations {
  let mean: Float
  let values: [Float]
  let variance: Float

  init(_ numbers: [Float]) {
    let count = Float(numbers.count)
    let mean = numbers.reduce(0, +) / count
    self.mean = mean
    values = numbers.map { $0 - mean }
    variance = values.reduce(0) { $0 + $1 * $1 } / count
  }
}
