internal import Kernels
internal import Tensors

/// One batch: which images of a split, read and scaled only where they are used.
struct Batch {
  private(set) var labels: [UInt8] = []
  private var indices: [Int] = []
  private var images: [UInt8] = []
  private let divisor: Float
  private let inputCount: Int

  init(capacity: Int, inputShape: Shape, preparation: Preparation) {
    inputCount = inputShape.count
    divisor = preparation.divisor
    labels.reserveCapacity(capacity)
    indices.reserveCapacity(capacity)
  }

  var count: Int { labels.count }

  /// Takes the images with these indices; the bytes stay where they are.
  mutating func read(_ indices: ArraySlice<Int>, images: [UInt8], labels all: [UInt8]) {
    self.images = images
    self.indices.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
    for index in indices {
      self.indices.append(index)
      labels.append(all[index])
    }
  }

  /// All images scaled, `[images, …input shape]`, row-major.
  var inputs: [Float] {
    [Float](unsafeUninitializedCapacity: count * inputCount) { values, size in
      size = count * inputCount
      let target = UnsafeMutableBufferPointer(rebasing: values[..<size])
      write(0..<count, into: target, kernels: .active)
    }
  }

  /// Scales some of the batch's images into memory, one after the other.
  func write(
    _ range: Range<Int>, into inputs: UnsafeMutableBufferPointer<Float>, kernels: KernelSet
  ) {
    images.withUnsafeBufferPointer { bytes in
      for (offset, position) in range.enumerated() {
        let start = indices[position] * inputCount
        kernels.divide(
          UnsafeBufferPointer(rebasing: bytes[start..<start + inputCount]), by: divisor,
          into: UnsafeMutableBufferPointer(
            rebasing: inputs[offset * inputCount..<(offset + 1) * inputCount]))
      }
    }
  }
}
