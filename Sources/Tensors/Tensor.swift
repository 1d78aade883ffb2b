public struct Tensor: Sendable, Equatable {
  public let shape: Shape
  public var values: [Float]
  public init(_ shape: Shape, _ values: [Float]) {
    precondition(shape.count == values.count)
    self.shape = shape
    self.values = values
  }
  public init(zeros shape: Shape) {
    self.shape = shape
    values = [Float](repeating: 0, count: shape.count)
  }
}
