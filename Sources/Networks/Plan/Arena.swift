/// A block of floats that begins as zeros and never moves.
///
/// Threads write to parts that don't overlap; the plan that hands the parts out sees to it.
final class Arena: @unchecked Sendable {
  let start: UnsafeMutablePointer<Float>
  let count: Int

  init(count: Int) {
    self.count = max(count, 16)
    let bytes = self.count * MemoryLayout<Float>.stride
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    start = memory.bindMemory(to: Float.self, capacity: self.count)
    start.initialize(repeating: 0, count: self.count)
  }

  deinit { start.deallocate() }
}
