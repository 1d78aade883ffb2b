import Kernels
import Testing

/// A 3 by 3 convolution with ReLU and a 2 by 2 pooling, its numbers, and what Swift makes of them.
struct PooledCase: Sendable, CustomTestStringConvertible {
  let images: Int
  /// Rows and columns after pooling.
  let rows: Int
  let columns: Int
  let channels: Int
  let outputs: Int

  var testDescription: String {
    "\(images)x\(rows)x\(columns), \(channels) to \(outputs)"
  }
  var width: Int { 2 * columns + 2 }
  var inputCount: Int { (2 * rows + 2) * width * channels }
  var positions: Int { 4 * rows * columns }
  var words: Int { (outputs + 63) / 64 }
  var outputCount: Int { rows * columns * outputs }

  /// Where each position's window begins in an image.
  var offsets: [Int] {
    (0..<2 * rows).flatMap { y in
      (0..<2 * columns).map { x in (y * width + x) * channels }
    }
  }
  var table: WindowTable {
    WindowTable(
      offsets: offsets.map { Int32($0) }, segments: (0..<3).map { Int32($0 * width * channels) },
      run: 3 * channels)
  }
  /// For each position, where its pooled window's outputs begin.
  var sources: [Int] {
    (0..<2 * rows).flatMap { y in
      (0..<2 * columns).map { x in (y / 2 * columns + x / 2) * outputs }
    }
  }

  /// Where the k-th factor of a position's chain lies in its image.
  func place(_ position: Int, _ k: Int) -> Int {
    offsets[position] + k / (3 * channels) * width * channels + k % (3 * channels)
  }

  func isOn(_ masks: [UInt64], _ image: Int, _ position: Int, _ output: Int) -> Bool {
    let word = masks[(image * positions + position) * words + output / 64]
    return word >> UInt64(output % 64) & 1 == 1
  }

  struct Drawn {
    var input: [Float]
    var weights: [Float]
    var bias: [Float]
    var gradient: [Float]
    /// Masks as random as the rest, for the gradients.
    var masks: [UInt64]
  }

  func numbers() -> Drawn {
    var numbers = Numbers(UInt64(outputs * 7 + channels))
    var masks: [UInt64] = []
    for _ in 0..<images * positions {
      for word in 0..<words {
        let used = min(outputs - word * 64, 64)
        masks.append((0..<used).reduce(0) { $0 | (numbers.next() > 0.4 ? 1 << UInt64($1) : 0) })
      }
    }
    return Drawn(
      input: numbers.padded(images * inputCount), weights: numbers.padded(9 * channels * outputs),
      bias: numbers.padded(outputs), gradient: numbers.padded(images * outputCount), masks: masks)
  }

  /// The convolution at a position, before ReLU and pooling.
  func chain(_ data: Drawn, _ image: Int, _ position: Int, _ output: Int) -> Float {
    var sum = data.bias[output]
    for k in 0..<9 * channels {
      sum.addProduct(
        data.input[image * inputCount + place(position, k)], data.weights[k * outputs + output])
    }
    return sum
  }
}
