import Memory

/// Memory of one test case, with the slack that kernels need, as long as the desk is there.
final class Desk {
  private var floats: [MemoryBlock<Float>] = []
  private var words: [MemoryBlock<UInt64>] = []

  /// Numbers to read.
  func read(_ values: [Float]) -> Elements<Float> { Elements(change(values)) }

  /// Numbers to change.
  func change(_ values: [Float]) -> MutableElements<Float> {
    let block = MemoryBlock<Float>(count: values.count)
    for (index, value) in values.enumerated() { block.elements[index] = value }
    floats.append(block)
    return block.elements
  }

  func zeros(_ count: Int) -> MutableElements<Float> {
    change([Float](repeating: 0, count: count))
  }

  func read(_ values: [UInt64]) -> Elements<UInt64> { Elements(change(values)) }

  func change(_ values: [UInt64]) -> MutableElements<UInt64> {
    let block = MemoryBlock<UInt64>(count: values.count)
    for (index, value) in values.enumerated() { block.elements[index] = value }
    words.append(block)
    return block.elements
  }
}
