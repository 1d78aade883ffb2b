/// How a sum over a batch is split: into chunks of images that depend on the batch size alone, so
/// that the bits don't depend on the number of threads.
enum BatchChunks {
  /// The images of each chunk.
  static func ranges(batch: Int) -> [Range<Int>] {
    // Small enough for a second cache, but few enough that the sums of large batches stay few.
    let size = max(8, (batch + 15) / 16)
    return stride(from: 0, to: batch, by: size).map { $0..<min($0 + size, batch) }
  }

  /// Sums `count` accumulators: the body adds a chunk's images to zeros; chunks add up in order.
  static func sum(
    batch: Int, count: Int, _ body: (Range<Int>, UnsafeMutableBufferPointer<Float>) -> Void
  ) -> [Float] {
    var total = [Float](repeating: 0, count: count)
    for images in ranges(batch: batch) {
      var part = [Float](repeating: 0, count: count)
      part.withUnsafeMutableBufferPointer { body(images, $0) }
      for index in total.indices { total[index] += part[index] }
    }
    return total
  }
}
