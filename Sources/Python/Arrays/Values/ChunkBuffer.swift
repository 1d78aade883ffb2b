internal import Memory

/// Room for one piece of a computation: arrays pass through it 4096 elements at a time.
final class ChunkBuffer<Element: BitwiseCopyable> {
  private let block = MemoryBlock<Element>(unfilled: chunkSize)

  var elements: MutableElements<Element> { block.elements }
}

/// Elements in a piece.
let chunkSize = 4096
