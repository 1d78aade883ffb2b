internal import Tensors

/// One batch, ready for a network: memory that is filled again for each batch.
struct Batch {
  /// `[images, …input shape]`, row-major.
  var inputs: [Float]
  var labels: [UInt8]
  let labelForm: LabelForm
  private let table: [Float]
  private let inputCount: Int

  init(capacity: Int, inputShape: Shape, preparation: Preparation) {
    inputCount = inputShape.count
    inputs = []
    inputs.reserveCapacity(capacity * inputCount)
    labels = []
    labels.reserveCapacity(capacity)
    labelForm = preparation.labelForm
    table = preparation.table
  }

  var count: Int { labels.count }

  /// Reads the images with these indices, scaling on the way.
  mutating func read(_ indices: ArraySlice<Int>, images: [UInt8], labels all: [UInt8]) {
    inputs.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
    for index in indices {
      labels.append(all[index])
      for byte in images[index * inputCount..<(index + 1) * inputCount] {
        inputs.append(table[Int(byte)])
      }
    }
  }
}
