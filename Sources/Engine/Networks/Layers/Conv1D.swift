internal import Tensors

/// One-dimensional convolution over `[steps, channels]`, bias and activation.
///
/// Weights: `kernel` `[steps, in, filters]`, `bias` `[filters]`. Outputs as in ``Conv2D``; with `causal` padding an
/// output reads no step behind its own.
struct Conv1D: RowLayer {
  static let signature = Signature.layer(
    "Conv1D",
    [
      Parameter("filters", .int(.count), aliases: ["nb_filter"]),
      Parameter("kernel_size", .int(WindowArguments.extent), aliases: ["filter_length"]),
      Parameter(
        "strides", .int(WindowArguments.extent), default: .int(1), aliases: ["subsample_length"]),
      WindowArguments.padding(of: WindowPadding.allCases),
      Parameter("dilation_rate", .int(WindowArguments.extent), default: .int(1)),
      Parameter("activation", .component(.activation), default: .some(.none), acceptsNone: true),
      Parameter("use_bias", .bool, default: .bool(true), aliases: ["bias"]),
      Parameter(
        "kernel_initializer", .component(.initializer), default: .string("glorot_uniform"),
        aliases: ["init"]),
      Parameter("bias_initializer", .component(.initializer), default: .string("zeros")),
    ] + RegularizerArguments.parameters + ConstraintArguments.parameters)
  static let aliases = ["Convolution1D"]
  let plane: any PlannedLayer

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    plane = try Conv2D(
      arguments.withRows("kernel_size", "strides", "dilation_rate"))
  }
}

extension Conv1D: KerasLayer {
  static let keras = KerasFacts.convolution(arguments: ["input_dim"])
}
