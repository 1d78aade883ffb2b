/// Room for one piece of a computation: arrays pass through it 4096 elements at a time.
final class ChunkBuffer<Element> {
  let pointer: UnsafeMutablePointer<Element>

  init() { pointer = .allocate(capacity: chunkSize) }
  deinit { pointer.deallocate() }

}

/// Elements in a piece.
let chunkSize = 4096
