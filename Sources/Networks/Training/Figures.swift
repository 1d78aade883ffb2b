/// Sums of a batch's figures; dividing by the number of images gives what is shown.
struct Figures: Hashable, Sendable {
  /// The loss first, then the metrics.
  var sums: [Double]
  var images: Int
  /// What is shown of each sum; means all where empty.
  private var summaries: [FigureSummary] = []

  init(count: Int) {
    sums = [Double](repeating: 0, count: count)
    images = 0
  }

  /// No images yet, for totals that are shown.
  init(_ compilation: Compilation) {
    self.init(count: compilation.figureNames.count)
    summaries = [.mean] + compilation.metrics.map { type(of: $0.metric).summary }
  }

  mutating func add(_ other: Figures) {
    for index in sums.indices { sums[index] += other.sums[index] }
    images += other.images
  }

  /// What is shown: means, or what metrics make of them.
  var means: [Double] {
    let means = sums.map { $0 / Double(max(images, 1)) }
    return summaries.isEmpty ? means : zip(summaries, means).map { $0.value(ofMean: $1) }
  }
}
