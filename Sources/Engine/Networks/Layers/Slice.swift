package import Tensors

/// A part of each row in a shape of its own: one of several inputs that came behind each other.
package struct Slice: MovingLayer {
  package static let signature = Signature("Slice")

  package let start: Int
  package let shape: Shape

  package init(_ arguments: BoundArguments) throws(ArgumentError) { (start, shape) = (0, []) }

  package init(start: Int, shape: Shape) { (self.start, self.shape) = (start, shape) }

  package func outputShape(for input: Shape) throws(ShapeError) -> Shape { shape }

  func map(for input: Shape) -> IndexMap {
    IndexMap(sources: Int32(start)..<Int32(start + shape.count))
  }
}
