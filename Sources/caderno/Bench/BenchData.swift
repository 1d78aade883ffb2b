internal import Datasets
internal import Tensors

/// Images and labels to measure with, a function of their number and shape alone.
///
/// Bytes are uniform noise, so fewer gradients vanish than on pictures; times differ by what the
/// sparse paths skip.
enum BenchData {
  static let description = "random bytes"

  static func split(_ count: Int, shape: Shape) -> Split {
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
