/// The extents of a tensor, slowest axis first: `[height, width, channels]` for an image.
///
/// A shape is a plain value; whether the extents make sense is checked where they come from.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral, CustomStringConvertible {
  /// The number of elements along each axis.
  public let extents: [Int]

  /// A shape of these extents, the first axis first.
  public init(_ extents: [Int]) { self.extents = extents }

  /// The same as a literal: `[28, 28, 1]`.
  public init(arrayLiteral extents: Int...) { self.extents = extents }

  /// The number of axes.
  public var rank: Int { extents.count }

  /// The number of elements: the product of all extents, 1 for a scalar.
  public var count: Int { extents.reduce(1, *) }

  /// The extent of an axis.
  ///
  /// - Precondition: there is such an axis.
  public subscript(axis: Int) -> Int { extents[axis] }

  /// The notation of Python's tuples, as Keras prints shapes: `(28, 28, 1)`, `(10,)`.
  public var description: String {
    "(" + extents.map(String.init).joined(separator: ", ") + (rank == 1 ? ",)" : ")")
  }
}
