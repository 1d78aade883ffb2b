internal import Memory

/// How a sum over a batch is split: into chunks of images that depend on the batch size alone, so
/// that the bits don't depend on the number of threads.
enum BatchChunks {
  /// The images of each chunk.
  static func ranges(batch: Int) -> [Range<Int>] {
    (0..<count(batch: batch)).map { range($0, batch: batch) }
  }

  /// The number of chunks.
  static func count(batch: Int) -> Int { (batch + size(batch) - 1) / size(batch) }

  /// The most chunks that a batch of at most so many images has: one with fewer images may have more.
  static func most(batch: Int) -> Int { min((batch + 7) / 8, 16) }

  /// The images of one chunk.
  static func range(_ chunk: Int, batch: Int) -> Range<Int> {
    let size = size(batch)
    return chunk * size..<min((chunk + 1) * size, batch)
  }

  // Small enough for a second cache, but few enough that the sums of large batches stay few.
  private static func size(_ batch: Int) -> Int { max(8, (batch + 15) / 16) }

  /// Sums `count` accumulators: the body adds a chunk's images to zeros; chunks add up in order.
  static func sum(
    batch: Int, count: Int, _ body: (Range<Int>, MutableElements<Float>) -> Void
  ) -> [Float] {
    sum(of: Float.self, batch: batch, count: count, body)
  }

  /// The same of accumulators of another kind.
  static func sum<Number: AdditiveArithmetic>(
    of kind: Number.Type, batch: Int, count: Int,
    _ body: (Range<Int>, MutableElements<Number>) -> Void
  ) -> [Number] {
    var total = [Number](repeating: .zero, count: count)
    for images in ranges(batch: batch) {
      var part = [Number](repeating: .zero, count: count)
      part.withMutableElements { body(images, $0) }
      for index in total.indices { total[index] += part[index] }
    }
    return total
  }
}
