public import Memory

/// A metric of one sample, shown as its mean over all samples.
public protocol SampleMetric: SummedMetric {
  /// The metric for one sample's logits; asked only where the metric takes them.
  func sample(logits: Elements<Float>, target: Target) -> Float
  /// The metric for one sample's outputs.
  func sample(_ outputs: Elements<Float>, target: Target) -> Float
  /// What is shown of the mean.
  func value(ofMean mean: Double) -> Double
}

extension SampleMetric {
  /// What the metric says of the numbers as they are.
  public func sample(logits: Elements<Float>, target: Target) -> Float {
    sample(logits, target: target)
  }
  /// The mean itself.
  public func value(ofMean mean: Double) -> Double { mean }
  /// True: one number may stand for all outputs of a sample.
  public func accepts(targets: Int, outputs: Int, rowLength: Int) -> Bool { true }
  /// The sum of the samples' metrics.
  public func sumCount(rowLength: Int) -> Int { 1 }

  /// The mean of the metric over a sample's rows.
  public func measure(
    _ outputs: Elements<Float>, target: Target, rows: Int, areLogits: Bool, weight: Float,
    into sums: MutableElements<Float>
  ) {
    let rows = Self.judgesRows ? rows : 1
    let length = outputs.count / rows
    var total: Float = 0
    for row in 0..<rows {
      let range = row * length..<(row + 1) * length
      let part = rows == 1 ? target : target.part(range)
      total +=
        areLogits
        ? sample(logits: outputs[range], target: part) : sample(outputs[range], target: part)
    }
    sums[0] = (rows == 1 ? total : total / Float(rows)) * weight
  }

  /// What is shown of the mean; 0 for weights that are all 0.
  public func values(of sums: ArraySlice<Double>, samples: Double) -> [Double] {
    [value(ofMean: samples == 0 ? 0 : sums[sums.startIndex] / samples)]
  }
}
