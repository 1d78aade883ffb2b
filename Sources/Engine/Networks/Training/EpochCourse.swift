internal import Tensors

/// The batches of one epoch, and the order of the samples.
struct EpochCourse {
  let batchSize: Int
  /// The samples' places in the order that they are trained in.
  let order: [Int]
  /// Parts of the order.
  let batches: [Range<Int>]
  private let options: FitOptions

  init(_ epoch: Int, count: Int, _ options: FitOptions) {
    self.options = options
    batchSize = min(options.batchSize, count)
    order = Self.order(of: options.part?.pass ?? epoch, count, options)
    var starts = Array(stride(from: 0, to: count, by: max(batchSize, 1)))[...]
    if let part = options.part { starts = starts[part.batches.clamped(to: starts.indices)] }
    let size = batchSize
    batches = starts.map { $0..<min($0 + size, count) }
  }

  /// Where the first batch begins.
  var first: Int { batches.first?.lowerBound ?? 0 }

  /// The samples of a batch in validation.
  func validationBatchSize(_ count: Int) -> Int {
    min(options.validationBatchSize ?? batchSize, count)
  }

  private static func order(of epoch: Int, _ count: Int, _ options: FitOptions) -> [Int] {
    guard options.shuffle else { return Array(0..<count) }
    let stream = StreamName.shuffle(epoch: epoch)
    return RandomStream(seed: options.seed, stream: stream).permutation(count: count)
  }
}
