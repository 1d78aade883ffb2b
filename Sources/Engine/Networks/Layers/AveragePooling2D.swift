public import Tensors

/// The mean of each window, channel by channel; padding doesn't count, as in Keras.
public struct AveragePooling2D: Layer {
  public static let signature = Signature.layer(
    "AveragePooling2D", PoolingWindow.parameters(size: nil))
  public static let aliases = ["AvgPool2D"]
  public let window: Window

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    window = PoolingWindow.make(arguments)
  }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    let extents = try WindowArguments.outputExtents(window, of: input, layer: "AveragePooling2D")
    return Shape(extents + [input[2]])
  }
}

extension AveragePooling2D: KerasLayer {
  public static let keras = KerasFacts.pooling
}
