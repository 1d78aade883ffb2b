/// Numbers in memory that somebody else owns, one behind the other, to read and to change.
///
/// Good as long as the owner lends them. Copying copies the view, not the numbers.
@frozen
public struct MutableElements<Element> {
  /// The first one's place; of no use where there are none.
  public let start: UnsafeMutablePointer<Element>
  /// How many numbers the owner lends.
  public let count: Int

  /// - Parameter count: how many there are at `start`, which nobody can check.
  @_transparent
  public init(start: UnsafeMutablePointer<Element>, count: Int) {
    self.start = start
    self.count = count
  }

  /// What a standard library's buffer lends; an empty one has no address and needs none.
  @inlinable @inline(__always)
  public init(_ buffer: UnsafeMutableBufferPointer<Element>) {
    self.init(start: buffer.baseAddress ?? Bounds.nowhere(), count: buffer.count)
  }

  /// From 0 up to `count`.
  @_transparent
  public var indices: Range<Int> { Range(uncheckedBounds: (0, count)) }

  /// The number at an index from 0, also to change in place; checked where `Bounds.areChecked`,
  /// undefined out of bounds elsewhere.
  public subscript(index: Int) -> Element {
    @_transparent
    get {
      Bounds.check(index, count)
      return start[index]
    }
    @_transparent
    nonmutating _modify {
      Bounds.check(index, count)
      yield &start[index]
    }
  }

  /// The part in a range, which counts from zero again.
  public subscript(range: Range<Int>) -> MutableElements {
    @_transparent
    get {
      Bounds.check(range, count)
      return MutableElements(start: start + range.lowerBound, count: range.count)
    }
  }

  /// What lies from an index on.
  public subscript(range: PartialRangeFrom<Int>) -> MutableElements {
    @_transparent
    get { self[range.lowerBound..<count] }
  }

  /// Copies as many numbers from elsewhere; the two may overlap.
  @inlinable @inline(__always)
  public func update(from source: Elements<Element>) {
    Bounds.check(equal: source.count, count)
    start.update(from: source.start, count: count)
  }

  /// Copies as many numbers from others that are lent to be changed; the two may overlap.
  @inlinable @inline(__always)
  public func update(from source: MutableElements<Element>) { update(from: Elements(source)) }

  /// Sets every number to the same value.
  @inlinable @inline(__always)
  public func update(repeating value: Element) { start.update(repeating: value, count: count) }

  /// The same memory seen as numbers of another kind, as many as fit; for plain numbers only.
  @inlinable @inline(__always)
  public func viewed<Other: BitwiseCopyable>(as other: Other.Type) -> MutableElements<Other>
  where Element: BitwiseCopyable {
    MutableElements<Other>(
      start: UnsafeMutableRawPointer(start).assumingMemoryBound(to: Other.self),
      count: count * MemoryLayout<Element>.stride / MemoryLayout<Other>.stride)
  }
}

extension MutableElements: Sequence {
  /// An iterator that sees what is in the memory when it gets there, changes on the way included.
  @_transparent
  public func makeIterator() -> Elements<Element>.Iterator { Elements(self).makeIterator() }

  /// The exact count, so that copies make room once.
  @inlinable
  public var underestimatedCount: Int { count }

  /// Lends the numbers to read as a standard library's buffer, which always works: they lie in one
  /// piece.
  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? { try body(UnsafeBufferPointer(start: start, count: count)) }
}
