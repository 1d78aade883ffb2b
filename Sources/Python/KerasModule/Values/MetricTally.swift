internal import Memory
internal import Networks

/// What a metric keeps that a program feeds itself: sums over samples, in single precision.
final class MetricTally {
  private var sums: [Float] = []
  private var samples: Float = 0
  /// The length of the rows that came first, which all others must have.
  private(set) var rowLength: Int?

  func reset() { (sums, samples) = ([], 0) }

  /// Adds the numbers of a call to the sums, and its samples' weights.
  func add(_ rows: TallyRows) {
    let numbers = rows.sums
    if sums.isEmpty { sums = numbers.map { _ in 0 } }
    for (index, number) in numbers.enumerated() { sums[index] += number }
    samples += rows.weights?.reduce(0, +) ?? Float(rows.count)
    rowLength = rows.width
  }

  /// What the metric makes of the sums; of no samples what it makes of zeros.
  func values(of metric: any Metric) -> [Float] {
    let width = metric.sumCount(rowLength: rowLength ?? 1)
    let sums = sums.isEmpty ? [Float](repeating: 0, count: width) : sums
    if metric is any SampleMetric {
      let mean = samples == 0 ? 0 : sums[0] / samples
      return metric.values(of: [Double(mean)], samples: 1).map { Float($0) }
    }
    return metric.values(of: sums.map { Double($0) }[...], samples: Double(samples)).map {
      Float($0)
    }
  }
}
