internal import Tensors

/// The mean of each channel over the steps: `[steps, channels]` to `[channels]`.
struct GlobalAveragePooling1D: RowLayer {
  static let signature = Signature.layer("GlobalAveragePooling1D", GlobalPooling.parameters)
  static let aliases = ["GlobalAvgPool1D"]
  let plane: any PlannedLayer

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    plane = try GlobalAveragePooling2D(arguments)
  }
}

extension GlobalAveragePooling1D: KerasLayer {
  static let keras = KerasFacts.globalPooling
}
