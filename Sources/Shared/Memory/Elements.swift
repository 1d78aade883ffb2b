/// Numbers in memory that somebody else owns, one behind the other, to read.
///
/// Good as long as the owner lends them. Copying copies the view, not the numbers.
@frozen
public struct Elements<Element> {
  /// The first one's place; of no use where there are none.
  public let start: UnsafePointer<Element>
  /// How many numbers the owner lends.
  public let count: Int

  /// - Parameter count: how many there are at `start`, which nobody can check.
  @_transparent
  public init(start: UnsafePointer<Element>, count: Int) {
    self.start = start
    self.count = count
  }

  /// The same numbers, no longer to be changed through this view.
  @_transparent
  public init(_ elements: MutableElements<Element>) {
    self.init(start: elements.start, count: elements.count)
  }

  /// What a standard library's buffer lends; an empty one has no address and needs none.
  @inlinable @inline(__always)
  public init(_ buffer: UnsafeBufferPointer<Element>) {
    self.init(start: buffer.baseAddress ?? Bounds.nowhere(), count: buffer.count)
  }

  /// From 0 up to `count`.
  @_transparent
  public var indices: Range<Int> { Range(uncheckedBounds: (0, count)) }

  /// The number at an index from 0; checked where `Bounds.areChecked`, undefined out of bounds
  /// elsewhere.
  public subscript(index: Int) -> Element {
    @_transparent
    get {
      Bounds.check(index, count)
      return start[index]
    }
  }

  /// The part in a range, which counts from zero again.
  public subscript(range: Range<Int>) -> Elements {
    @_transparent
    get {
      Bounds.check(range, count)
      return Elements(start: start + range.lowerBound, count: range.count)
    }
  }

  /// What lies from an index on.
  public subscript(range: PartialRangeFrom<Int>) -> Elements {
    @_transparent
    get { self[range.lowerBound..<count] }
  }
}

extension Elements where Element: BitwiseCopyable {
  /// The same memory seen as numbers of another kind, as many as fit; for plain numbers only.
  @inlinable @inline(__always)
  public func viewed<Other: BitwiseCopyable>(as other: Other.Type) -> Elements<Other> {
    Elements<Other>(
      start: UnsafeRawPointer(start).assumingMemoryBound(to: Other.self),
      count: count * MemoryLayout<Element>.stride / MemoryLayout<Other>.stride)
  }
}

extension Elements: Sequence {
  /// Walks through the numbers from the first one on, without a check for each.
  @frozen
  public struct Iterator: IteratorProtocol {
    @usableFromInline let elements: Elements
    @usableFromInline var index = 0

    @_transparent
    @usableFromInline
    init(_ elements: Elements) { self.elements = elements }

    /// The next number; nil at the end, and from there on.
    @_transparent
    public mutating func next() -> Element? {
      guard index < elements.count else { return nil }
      defer { index += 1 }
      return elements.start[index]
    }
  }

  /// An iterator that reads the owner's memory, so it is good as long as the view.
  @_transparent
  public func makeIterator() -> Iterator { Iterator(self) }

  /// The exact count, so that copies make room once.
  @inlinable
  public var underestimatedCount: Int { count }

  /// Lends the numbers as a standard library's buffer, which always works: they lie in one piece.
  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? { try body(UnsafeBufferPointer(start: start, count: count)) }
}
