#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A block of floats that begins as zeros, at a multiple of 64 bytes, and never moves.
///
/// Threads write to parts that don't overlap; the plan that hands the parts out sees to it. What
/// nobody touches takes no memory: the system gives pages of zeros as they are used.
final class Arena: @unchecked Sendable {
  let start: UnsafeMutablePointer<Float>
  let count: Int
  private let block: UnsafeMutableRawPointer

  init(count: Int) {
    self.count = max(count, 16)
    let bytes = self.count * MemoryLayout<Float>.stride
    guard let block = calloc(1, bytes + 64) else {
      preconditionFailure("out of memory: \(bytes) bytes for a plan")
    }
    self.block = block
    start = block.alignedUp(toMultipleOf: 64).bindMemory(to: Float.self, capacity: self.count)
  }

  deinit { free(block) }
}
