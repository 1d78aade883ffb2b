/// Sums of a batch's losses and metrics, of which what is shown is made.
package struct MetricSums: Sendable {
  /// The numbers of ``MetricLayout``, added up over images.
  var sums: [Double]
  var images: Int
  /// What is made of the sums; nil for a part of a total.
  private var layout: MetricLayout?
  private var batches = 0

  init(count: Int) {
    sums = [Double](repeating: 0, count: count)
    images = 0
  }

  /// No images yet, for totals that are shown.
  init(_ layout: MetricLayout) {
    self.init(count: layout.count)
    self.layout = layout
  }

  /// The losses of several outputs are means of batches' means, however many images those have, as in
  /// Keras 3.
  private var ofBatches: Range<Int> { 1..<max(layout?.losses ?? 1, 1) }

  mutating func add(_ other: MetricSums) {
    for index in sums.indices {
      sums[index] +=
        ofBatches.contains(index)
        ? other.sums[index] / Double(max(other.images, 1)) : other.sums[index]
    }
    images += other.images
    batches += 1
  }

  /// What is shown: the losses' means and what the metrics make of their sums.
  var means: [Double] {
    guard let layout else { return sums.map { $0 / Double(max(images, 1)) } }
    let losses = (0..<layout.losses).map { index in
      sums[index] / Double(max(ofBatches.contains(index) ? batches : images, 1))
    }
    return losses + layout.columns.map { $0.value(of: sums, samples: images) }
  }
}
