public import Tensors

/// A part of each row in a shape of its own: one of several inputs that came behind each other.
public struct Slice: Layer {
  public static let signature = Signature("Slice")

  public let start: Int
  public let shape: Shape

  public init(_ arguments: BoundArguments) throws(ArgumentError) { (start, shape) = (0, []) }

  public init(start: Int, shape: Shape) { (self.start, self.shape) = (start, shape) }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape { shape }

  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let (images, size) = (input.shape[0], input.shape.count / max(input.shape[0], 1))
    var values: [Float] = []
    values.reserveCapacity(images * shape.count)
    for image in 0..<images {
      values += input.values[image * size + start..<image * size + start + shape.count]
    }
    return LayerOutput(Tensor(Shape([images] + shape.extents), values))
  }

  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let (images, size) = (input.shape[0], input.shape.count / max(input.shape[0], 1))
    var result = Tensor(zeros: input.shape)
    for image in 0..<images {
      for index in 0..<shape.count {
        result.values[image * size + start + index] = gradient.values[image * shape.count + index]
      }
    }
    return LayerGradients(input: result)
  }
}
