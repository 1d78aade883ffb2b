internal import Tensors

/// The largest number of each channel over the steps: `[steps, channels]` to `[channels]`.
public struct GlobalMaxPooling1D: RowLayer {
  public static let signature = Signature.layer("GlobalMaxPooling1D")
  public static let aliases = ["GlobalMaxPool1D"]
  let plane: any PlannedLayer

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    plane = try GlobalMaxPooling2D(arguments)
  }
}

extension GlobalMaxPooling1D: KerasLayer {
  public static let keras = KerasFacts.globalPooling
}
