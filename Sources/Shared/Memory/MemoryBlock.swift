#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A block of plain numbers that begins as zero bytes, at a multiple of 64 bytes, and never moves;
/// 64 bytes behind it may be read, too, since kernels load whole vectors.
///
/// Threads may write to parts that don't overlap; who hands the parts out sees to it. What nobody
/// touches takes no memory: the system gives pages of zeros as they are used.
public final class MemoryBlock<Element: BitwiseCopyable>: @unchecked Sendable {
  /// The block's numbers, good as long as the block lives; they may be changed through it.
  public let elements: MutableElements<Element>
  private let block: UnsafeMutableRawPointer

  /// How many numbers the block has room for, slack not counted.
  public var count: Int { elements.count }

  /// A block of so many zeros.
  ///
  /// - Precondition: the system has the memory; the process ends where it has not.
  public convenience init(count: Int) {
    self.init(count, Self.room(count) { calloc(1, $0) })
  }

  /// Elements that the caller fills before anyone reads them.
  public convenience init(unfilled count: Int) { self.init(count, Self.room(count, malloc)) }

  private init(_ count: Int, _ block: UnsafeMutableRawPointer) {
    self.block = block
    elements = MutableElements(
      start: block.alignedUp(toMultipleOf: 64).bindMemory(to: Element.self, capacity: count),
      count: count)
  }

  private static func room(
    _ count: Int, _ allocate: (Int) -> UnsafeMutableRawPointer?
  ) -> UnsafeMutableRawPointer {
    let (bytes, overflows) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !overflows, bytes <= Int.max - 128, let block = allocate(bytes + 128) else {
      preconditionFailure("out of memory: \(count) elements")
    }
    return block
  }

  deinit { free(block) }
}
