/// Numbers in row-major order with a shape; for images the channels come last.
public struct Tensor: Sendable, Equatable {
  /// The extents of its axes; of images the batch comes first and the channels last.
  public let shape: Shape

  /// The elements, the last axis running fastest; always `shape.count` of them.
  @inlinable
  public var values: [Float] {
    get { elements }
    // In place: an observer here would copy all elements at each write of one.
    _modify {
      defer {
        precondition(elements.count == shape.count, "a tensor's count of values is fixed")
      }
      yield &elements
    }
  }

  @usableFromInline var elements: [Float]

  /// A tensor of these values in row-major order.
  ///
  /// - Precondition: there are `shape.count` of them.
  public init(_ shape: Shape, _ values: [Float]) {
    precondition(
      shape.count == values.count, "\(values.count) values for a tensor of shape \(shape)")
    self.shape = shape
    elements = values
  }

  /// A tensor of zeros.
  public init(zeros shape: Shape) { self.init(shape, [Float](repeating: 0, count: shape.count)) }

  /// The same values seen with another shape of equal count.
  public func reshaped(to shape: Shape) -> Tensor { Tensor(shape, values) }
}
