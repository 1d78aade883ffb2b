internal import Tensors

/// `[steps, channels]` without so many steps before and behind.
struct Cropping1D: RowLayer {
  static let signature = Signature.layer(
    "Cropping1D",
    [Parameter("cropping", .pair(ValueRange(lower: 0, upper: 1024)), default: .int(1))])
  let plane: any PlannedLayer

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    plane = Cropping2D(Margins(steps: arguments.pair("cropping") ?? [1, 1]))
  }
}

extension Cropping1D: KerasLayer {
  static let keras = KerasFacts("reshaping", file: "cropping1d", config: "cropping")
}
