internal import Tensors

/// The largest number of each channel over the steps: `[steps, channels]` to `[channels]`.
struct GlobalMaxPooling1D: RowLayer {
  static let signature = Signature.layer("GlobalMaxPooling1D", GlobalPooling.parameters)
  static let aliases = ["GlobalMaxPool1D"]
  let plane: any PlannedLayer

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    plane = try GlobalMaxPooling2D(arguments)
  }
}

extension GlobalMaxPooling1D: KerasLayer {
  static let keras = KerasFacts.globalPooling
}
