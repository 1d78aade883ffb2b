extension Array {
  /// Copies numbers that somebody lends into an array of its own.
  public init(_ elements: Elements<Element>) {
    self.init(UnsafeBufferPointer(start: elements.start, count: elements.count))
  }

  /// Copies numbers that are lent to be changed, as they are at the moment.
  public init(_ elements: MutableElements<Element>) { self.init(Elements(elements)) }

  /// An array of `count` plain numbers that the body fills, all of them.
  @inlinable @inline(__always)
  public init<Failure>(
    filling count: Int, _ body: (MutableElements<Element>) throws(Failure) -> Void
  ) throws(Failure) where Element: BitwiseCopyable {
    try self.init(unsafeUninitializedCapacity: count) { buffer, size throws(Failure) in
      try body(MutableElements(start: buffer.baseAddress ?? Bounds.nowhere(), count: count))
      size = count
    }
  }

  /// Lends the array's numbers to read.
  @inlinable @inline(__always)
  public func withElements<Result, Failure>(
    _ body: (Elements<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBufferPointer { buffer throws(Failure) in try body(Elements(buffer)) }
  }

  /// Lends the array's numbers to change.
  @inlinable @inline(__always)
  public mutating func withMutableElements<Result, Failure>(
    _ body: (MutableElements<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeMutableBufferPointer { buffer throws(Failure) in
      try body(MutableElements(buffer))
    }
  }
}

extension ArraySlice {
  /// Lends the slice's numbers to read; they count from zero.
  @inlinable @inline(__always)
  public func withElements<Result, Failure>(
    _ body: (Elements<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBufferPointer { buffer throws(Failure) in try body(Elements(buffer)) }
  }
}

/// Lends room for plain numbers whose values are whatever was there before.
@inlinable @inline(__always)
public func withSpareElements<Element: BitwiseCopyable, Result>(
  of type: Element.Type, count: Int, _ body: (MutableElements<Element>) throws -> Result
) rethrows -> Result {
  try withUnsafeTemporaryAllocation(of: type, capacity: count) { try body(MutableElements($0)) }
}
