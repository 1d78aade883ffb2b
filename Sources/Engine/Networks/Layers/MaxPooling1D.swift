internal import Tensors

/// The largest number of each window of steps, channel by channel; the first of equals
/// gets the gradient.
public struct MaxPooling1D: RowLayer {
  public static let signature = Signature.layer(
    "MaxPooling1D", PoolingWindow.rowParameters(size: .int(2)))
  public static let aliases = ["MaxPool1D"]
  let plane: any PlannedLayer

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    plane = try MaxPooling2D(arguments.withRows("pool_size", "strides"))
  }
}

extension MaxPooling1D: KerasLayer {
  public static let keras = KerasFacts.pooling
}
