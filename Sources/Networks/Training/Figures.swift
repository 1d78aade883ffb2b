/// Sums of a batch's figures; dividing by the number of images gives means.
struct Figures: Hashable, Sendable {
  /// The loss first, then the metrics.
  var sums: [Double]
  var images: Int

  init(count: Int) {
    sums = [Double](repeating: 0, count: count)
    images = 0
  }

  mutating func add(_ other: Figures) {
    for index in sums.indices { sums[index] += other.sums[index] }
    images += other.images
  }

  var means: [Double] { sums.map { $0 / Double(max(images, 1)) } }
}
