public import Tensors

/// A part of each row in a shape of its own: one of several inputs that came behind each other.
public struct Slice: MovingLayer {
  public static let signature = Signature("Slice")

  public let start: Int
  public let shape: Shape

  public init(_ arguments: BoundArguments) throws(ArgumentError) { (start, shape) = (0, []) }

  public init(start: Int, shape: Shape) { (self.start, self.shape) = (start, shape) }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape { shape }

  func map(for input: Shape) -> IndexMap {
    IndexMap(sources: Int32(start)..<Int32(start + shape.count))
  }
}
