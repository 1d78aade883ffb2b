internal import Tensors

/// Zeros before and behind the steps of `[steps, channels]`.
struct ZeroPadding1D: RowLayer {
  static let signature = Signature.layer(
    "ZeroPadding1D",
    [
      Parameter("padding", .pair(ValueRange(lower: 0, upper: 1024)), default: .int(1)),
      Parameter(
        "data_format", .choice(["channels_last"]), default: .some(.none), acceptsNone: true,
        keywordOnly: true),
    ])
  let plane: any PlannedLayer

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    plane = ZeroPadding2D(Margins(steps: arguments.pair("padding") ?? [1, 1]))
  }
}

extension ZeroPadding1D: KerasLayer {
  static let keras = KerasFacts(
    "reshaping", file: "zero_padding1d", config: "padding data_format=channels_last")
}
