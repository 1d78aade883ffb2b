/// Sums of a batch's metrics; dividing by the number of images gives what is shown.
package struct MetricSums: Hashable, Sendable {
  /// The loss first, then the metrics.
  var sums: [Double]
  var images: Int
  /// What is shown of each sum; means all where empty.
  private var summaries: [MetricSummary] = []
  /// The metrics of which batches' means are averaged, however many images those have: as in Keras
  /// 3 the losses of several outputs.
  private var ofBatches = 0..<0
  private var batches = 0

  init(count: Int) {
    sums = [Double](repeating: 0, count: count)
    images = 0
  }

  /// No images yet, for totals that are shown.
  init(_ compilation: Compilation) {
    self.init(count: compilation.metricNames.count)
    summaries = compilation.summaries
    ofBatches = 1..<1 + compilation.outputs.count
  }

  mutating func add(_ other: MetricSums) {
    for index in sums.indices {
      sums[index] +=
        ofBatches.contains(index)
        ? other.sums[index] / Double(max(other.images, 1)) : other.sums[index]
    }
    images += other.images
    batches += 1
  }

  /// What is shown: means, or what metrics make of them.
  var means: [Double] {
    let means = sums.indices.map { index in
      sums[index] / Double(max(ofBatches.contains(index) ? batches : images, 1))
    }
    return summaries.isEmpty ? means : zip(summaries, means).map { $0.value(ofMean: $1) }
  }
}
