internal import Tensors

/// The mean of each channel over the steps: `[steps, channels]` to `[channels]`.
public struct GlobalAveragePooling1D: RowLayer {
  public static let signature = Signature.layer("GlobalAveragePooling1D")
  public static let aliases = ["GlobalAvgPool1D"]
  let plane: any PlannedLayer

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    plane = try GlobalAveragePooling2D(arguments)
  }
}

extension GlobalAveragePooling1D: KerasLayer {
  public static let keras = KerasFacts.globalPooling
}
