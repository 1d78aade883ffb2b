internal import Tensors

/// Each step so many times behind each other: `[steps, channels]` to `[size · steps, channels]`.
struct UpSampling1D: RowLayer {
  static let signature = Signature.layer(
    "UpSampling1D",
    [Parameter("size", .int(ValueRange(lower: 1, upper: 1024)), default: .int(2))])
  let plane: any PlannedLayer

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    plane = UpSampling2D(size: [1, arguments.int("size")])
  }
}

extension UpSampling1D: KerasLayer {
  static let keras = KerasFacts("reshaping", file: "up_sampling1d", config: "size")
}
