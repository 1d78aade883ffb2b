/// The figures of each image of a batch, written by threads and added up in the images' order.
final class BatchResults: @unchecked Sendable {
  private let arena: Arena
  private let width: Int

  /// - Parameter figures: the loss and the metrics.
  init(images: Int, figures: Int) {
    width = figures
    arena = Arena(count: images * figures)
  }

  /// Where an image's figures are, and behind them those of the images that follow.
  func figures(ofImage image: Int) -> UnsafeMutablePointer<Float> {
    arena.start + image * width
  }

  func figures(images: Int) -> Figures {
    var total = Figures(count: width)
    total.images = images
    for image in 0..<images {
      for index in 0..<width { total.sums[index] += Double(arena.start[image * width + index]) }
    }
    return total
  }
}
