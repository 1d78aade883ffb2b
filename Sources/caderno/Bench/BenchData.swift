internal import Datasets
internal import Tensors

/// Images and labels to measure with, a function of their number and shape alone.
struct BenchData {
  let split: Split
  /// What they are.
  let description: String

  /// Digits that the program draws where they fit the model, random bytes elsewhere.
  ///
  /// On noise other gradients vanish than on pictures; times differ by what sparse paths skip.
  init(_ count: Int, shape: Shape) throws(DatasetError) {
    if shape == [28, 28, 1], count <= 60_000 {
      let limits = ExampleLimits(train: count, test: 0)
      split = try DatasetLocator(isOffline: true).load("digits", limits: limits).train
      description = "built-in digits"
    } else {
      split = Self.noise(count, shape: shape)
      description = "random bytes"
    }
  }

  private static func noise(_ count: Int, shape: Shape) -> Split {
    let words = RandomStream(seed: 0, stream: 0)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * shape.count + 4)
    for index in 0..<(count * shape.count + 3) / 4 {
      let word = words.words(at: UInt64(index))
      bytes += (0..<4).map { UInt8(truncatingIfNeeded: word[$0]) }
    }
    bytes.removeLast(bytes.count - count * shape.count)
    return Split(
      images: bytes, labels: (0..<count).map { UInt8($0 % 10) }, imageShape: shape)
  }
}
