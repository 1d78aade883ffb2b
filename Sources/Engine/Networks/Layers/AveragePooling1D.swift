internal import Tensors

/// The mean of each window of steps, channel by channel; padding doesn't count.
struct AveragePooling1D: RowLayer {
  static let signature = Signature.layer(
    "AveragePooling1D", PoolingWindow.rowParameters(size: nil))
  static let aliases = ["AvgPool1D"]
  let plane: any PlannedLayer

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    plane = try AveragePooling2D(arguments.withRows("pool_size", "strides"))
  }
}

extension AveragePooling1D: KerasLayer {
  static let keras = KerasFacts.pooling
}
