internal import Tensors

/// The largest number of each window, channel by channel; the first of equals gets the gradient.
struct MaxPooling2D: Layer {
  /// Keras' `MaxPooling2D`, with windows of 2 by 2 by default.
  static let signature = Signature.layer(
    "MaxPooling2D", PoolingWindow.parameters(size: .int(2)))
  /// Keras' shorter name of the class.
  static let aliases = ["MaxPool2D"]
  /// Extents, strides and padding; strides are the window's extents where none are given.
  let window: Window

  /// Reads the window, which the signature has checked.
  init(_ arguments: BoundArguments) throws(ArgumentError) {
    window = PoolingWindow.make(arguments)
  }

  /// `[height, width, channels]` with the extents of a window's places; channels stay.
  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    let extents = try WindowArguments.outputExtents(window, of: input, layer: "MaxPooling2D")
    return Shape(extents + [input[2]])
  }
}

extension MaxPooling2D: KerasLayer {
  /// A pooling of `keras.src.layers.pooling`, of which channels come last here.
  static let keras = KerasFacts.pooling
}
