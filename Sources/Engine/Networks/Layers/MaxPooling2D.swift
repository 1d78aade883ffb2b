package import Tensors

/// The largest number of each window, channel by channel; the first of equals gets the gradient.
package struct MaxPooling2D: Layer {
  package static let signature = Signature.layer(
    "MaxPooling2D", PoolingWindow.parameters(size: .int(2)))
  package static let aliases = ["MaxPool2D"]
  package let window: Window

  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    window = PoolingWindow.make(arguments)
  }

  package func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    let extents = try WindowArguments.outputExtents(window, of: input, layer: "MaxPooling2D")
    return Shape(extents + [input[2]])
  }
}

extension MaxPooling2D: KerasLayer {
  package static let keras = KerasFacts.pooling
}
