internal import Memory

/// The figures of each image of a batch, written by threads and added up in the images' order.
final class BatchResults: @unchecked Sendable {
  private let figures: MemoryBlock<Float>
  private let width: Int

  /// - Parameter figures: the loss and the metrics.
  init(images: Int, figures: Int) {
    width = figures
    self.figures = MemoryBlock(count: images * figures)
  }

  /// Where an image's figures are, and behind them those of the images that follow.
  func figures(ofImage image: Int) -> MutableElements<Float> {
    figures.elements[(image * width)...]
  }

  /// Adds up the first images' figures in place of what is there.
  func sum(images: Int, into total: inout Figures) {
    total.images = images
    for index in 0..<width {
      var sum = 0.0
      for image in 0..<images { sum += Double(figures.elements[image * width + index]) }
      total.sums[index] = sum
    }
  }
}
