package import Tensors

/// A part of each row in a shape of its own: one of several inputs that came behind each other.
package struct Slice: MovingLayer {
  /// No parameters: graphs make it with ``init(start:shape:)``, and no catalog has it.
  package static let signature = Signature("Slice")

  /// Where the part begins in a row, in numbers.
  package let start: Int
  /// The shape of the part, without the batch axis.
  package let shape: Shape

  /// An empty part, which only the protocol asks for.
  package init(_ arguments: BoundArguments) throws(ArgumentError) { (start, shape) = (0, []) }

  /// The numbers of a row from `start` on, as many as `shape` has.
  package init(start: Int, shape: Shape) { (self.start, self.shape) = (start, shape) }

  /// The part's shape, whatever the row's is.
  package func outputShape(for input: Shape) throws(ShapeError) -> Shape { shape }

  func map(for input: Shape) -> IndexMap {
    IndexMap(sources: Int32(start)..<Int32(start + shape.count))
  }
}
