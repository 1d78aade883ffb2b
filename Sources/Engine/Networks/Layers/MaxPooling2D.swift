public import Tensors

/// The largest number of each window, channel by channel; the first of equals gets the gradient.
public struct MaxPooling2D: Layer {
  public static let signature = Signature.layer(
    "MaxPooling2D", PoolingWindow.parameters(size: .int(2)))
  public static let aliases = ["MaxPool2D"]
  public let window: Window

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    window = PoolingWindow.make(arguments)
  }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    let extents = try WindowArguments.outputExtents(window, of: input, layer: "MaxPooling2D")
    return Shape(extents + [input[2]])
  }
}

extension MaxPooling2D: KerasLayer {
  public static let keras = KerasFacts.pooling
}
