internal import Memory

/// The losses and metrics of a batch: numbers of each image, added up in the images' order, and tables of
/// each chunk, added up in the chunks' order.
///
/// It is sendable since each thread writes to the rows of its own images and to its chunk's tables, and
/// sums are made when all are done.
final class BatchResults: @unchecked Sendable {
  private let numbers: MemoryBlock<Float>
  private let tables: MemoryBlock<Double>
  /// What the outputs of layers cost, for each image.
  private let costs: MemoryBlock<Float>
  private let layout: MetricLayout

  /// Room for batches of at most so many images.
  init(_ layout: MetricLayout, images: Int) {
    self.layout = layout
    numbers = MemoryBlock(count: images * layout.count)
    tables = MemoryBlock(count: BatchChunks.most(batch: images) * layout.tableCount)
    costs = MemoryBlock(count: images)
  }

  /// Where a chunk's results go.
  func ofChunk(_ chunk: Int, firstImage: Int) -> ChunkResults {
    let count = layout.tableCount
    return ChunkResults(
      numbers: numbers.elements[(firstImage * layout.count)...],
      tables: tables.elements[chunk * count..<(chunk + 1) * count])
  }

  /// Notes what the outputs of an image cost.
  func note(_ cost: Float, ofImage image: Int) { costs.elements[image] = cost }

  /// What the outputs of the first images cost together.
  func cost(images: Int) -> Double {
    costs.elements[0..<images].reduce(0.0) { $0 + Double($1) }
  }

  /// Adds up the first images' results in place of what is there.
  func sum(images: Int, into total: inout MetricSums) {
    total.images = images
    for index in 0..<layout.count {
      var sum = 0.0
      for image in 0..<images { sum += Double(numbers.elements[image * layout.count + index]) }
      total.sums[index] = sum
    }
    let chunks = BatchChunks.count(batch: images)
    for index in 0..<layout.tableCount {
      var sum = 0.0
      for chunk in 0..<chunks { sum += tables.elements[chunk * layout.tableCount + index] }
      total.tables[index] = sum
    }
  }
}

/// Where the losses and metrics of a chunk are written.
struct ChunkResults {
  /// The numbers of its images, each as many as ``MetricLayout`` says, and behind them those of images that follow.
  let numbers: MutableElements<Float>
  /// Its tables.
  let tables: MutableElements<Double>
}
