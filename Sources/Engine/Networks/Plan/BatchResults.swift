internal import Memory

/// The metrics of each image of a batch, written by threads and added up in the images' order.
///
/// It is sendable since each thread writes to the rows of its own images, and sums are made when all are done.
final class BatchResults: @unchecked Sendable {
  private let metrics: MemoryBlock<Float>
  private let width: Int

  /// - Parameter metrics: the loss and the metrics.
  init(images: Int, metrics: Int) {
    width = metrics
    self.metrics = MemoryBlock(count: images * metrics)
  }

  /// Where an image's metrics are, and behind them those of the images that follow.
  func metrics(ofImage image: Int) -> MutableElements<Float> {
    metrics.elements[(image * width)...]
  }

  /// Adds up the first images' metrics in place of what is there.
  func sum(images: Int, into total: inout MetricSums) {
    total.images = images
    for index in 0..<width {
      var sum = 0.0
      for image in 0..<images { sum += Double(metrics.elements[image * width + index]) }
      total.sums[index] = sum
    }
  }
}
