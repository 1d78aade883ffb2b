package import Tensors

/// The mean of each window, channel by channel; padding doesn't count, as in Keras.
package struct AveragePooling2D: Layer {
  package static let signature = Signature.layer(
    "AveragePooling2D", PoolingWindow.parameters(size: nil))
  package static let aliases = ["AvgPool2D"]
  package let window: Window

  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    window = PoolingWindow.make(arguments)
  }

  package func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    let extents = try WindowArguments.outputExtents(window, of: input, layer: "AveragePooling2D")
    return Shape(extents + [input[2]])
  }
}

extension AveragePooling2D: KerasLayer {
  package static let keras = KerasFacts.pooling
}
