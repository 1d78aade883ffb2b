internal import Networks

/// Arguments of Keras' layers that the engine's layers don't have themselves.
public enum CommonArguments {
  /// Those of every layer.
  public static let all = ["trainable", "dtype", "batch_input_shape", "batch_shape"]
  /// Those of layers with a kernel; what they ask for is refused.
  public static let ofKernels = [
    "weights", "kernel_constraint", "bias_constraint", "activity_regularizer",
  ]
  /// Those of layers that take images.
  public static let ofImages = ["data_format", "dim_ordering"]

  private static let kernels: Set<String> = [
    "Dense", "Conv1D", "Conv2D", "Conv2DTranspose", "SeparableConv2D", "DepthwiseConv2D", "LSTM",
    "SimpleRNN",
  ]
  private static let noises: Set<String> = [
    "Dropout", "AlphaDropout", "GaussianDropout", "GaussianNoise", "SpatialDropout2D",
  ]

  /// What one layer takes beside its own parameters.
  static func names(for type: any Layer.Type) -> [String] {
    let name = type.signature.name
    var names = all
    if ChannelOrder.layers.contains(name) { names += ofImages }
    if kernels.contains(name) { names += ofKernels }
    if noises.contains(name) { names.append("seed") }
    if ["Conv1D", "Conv2D"].contains(name) { names.append("groups") }
    if name == "Conv2D" { names += ["nb_row", "nb_col"] }
    if ["Dense", "Conv1D", "LSTM", "SimpleRNN", "Embedding"].contains(name) {
      names.append("input_dim")
    }
    return names
  }
}
