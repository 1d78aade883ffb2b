/// Sums of a batch's losses and metrics, of which what is shown is made.
package struct MetricSums: Sendable {
  /// The numbers of ``MetricLayout``, added up over images.
  var sums: [Double]
  /// Its tables, added up over the parts of a batch.
  var tables: [Double]
  var images = 0
  /// What is made of the sums.
  private let layout: MetricLayout
  private var batches = 0

  /// No images yet.
  init(_ layout: MetricLayout) {
    sums = [Double](repeating: 0, count: layout.count)
    tables = [Double](repeating: 0, count: layout.tableCount)
    self.layout = layout
  }

  /// The losses of several outputs are means of batches' means, however many images those have, as in
  /// Keras 3.
  private var ofBatches: Range<Int> { 1..<max(layout.losses, 1) }

  /// Adds a batch.
  mutating func add(_ batch: MetricSums) {
    for index in sums.indices {
      sums[index] +=
        ofBatches.contains(index)
        ? batch.sums[index] / Double(max(batch.images, 1)) : batch.sums[index]
    }
    for index in tables.indices { tables[index] += batch.tables[index] }
    images += batch.images
    batches += 1
  }

  /// What is shown: the losses' means and what the metrics make of their sums.
  var means: [Double] {
    let losses = (0..<layout.losses).map { index in
      sums[index] / Double(max(ofBatches.contains(index) ? batches : images, 1))
    }
    return losses + layout.columns.map { $0.value(of: self) }
  }
}
