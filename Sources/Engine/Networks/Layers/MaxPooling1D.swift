internal import Tensors

/// The largest number of each window of steps, channel by channel; the first of equals
/// gets the gradient.
struct MaxPooling1D: RowLayer {
  static let signature = Signature.layer(
    "MaxPooling1D", PoolingWindow.rowParameters(size: .int(2)))
  static let aliases = ["MaxPool1D"]
  let plane: any PlannedLayer

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    plane = try MaxPooling2D(arguments.withRows("pool_size", "strides"))
  }
}

extension MaxPooling1D: KerasLayer {
  static let keras = KerasFacts.pooling
}
