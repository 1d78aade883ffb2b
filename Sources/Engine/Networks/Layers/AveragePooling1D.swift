internal import Tensors

/// The mean of each window of steps, channel by channel; padding doesn't count.
public struct AveragePooling1D: RowLayer {
  public static let signature = Signature.layer(
    "AveragePooling1D", PoolingWindow.rowParameters(size: nil))
  public static let aliases = ["AvgPool1D"]
  let plane: any PlannedLayer

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    plane = try AveragePooling2D(arguments.withRows("pool_size", "strides"))
  }
}

extension AveragePooling1D: KerasLayer {
  public static let keras = KerasFacts.pooling
}
