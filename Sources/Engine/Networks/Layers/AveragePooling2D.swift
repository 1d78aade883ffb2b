internal import Tensors

/// The mean of each window, channel by channel; padding doesn't count, as in Keras.
struct AveragePooling2D: Layer {
  /// Keras' `AveragePooling2D`, where `pool_size` has to be given.
  static let signature = Signature.layer(
    "AveragePooling2D", PoolingWindow.parameters(size: nil))
  /// Keras' shorter name of the class.
  static let aliases = ["AvgPool2D"]
  /// Extents, strides and padding; strides are the window's extents where none are given.
  let window: Window

  /// Reads the window, which the signature has checked.
  init(_ arguments: BoundArguments) throws(ArgumentError) {
    window = PoolingWindow.make(arguments)
  }

  /// `[height, width, channels]` with the extents of a window's places; channels stay.
  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    let extents = try WindowArguments.outputExtents(window, of: input, layer: "AveragePooling2D")
    return Shape(extents + [input[2]])
  }
}

extension AveragePooling2D: KerasLayer {
  /// A pooling of `keras.src.layers.pooling`, of which channels come last here.
  static let keras = KerasFacts.pooling
}
