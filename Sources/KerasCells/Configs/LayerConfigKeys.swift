/// What `get_config()` of Keras' layers lists behind `name`, `trainable` and `dtype`, in its order.
/// A text behind `=` is what stands there where the layer here has no such parameter.
enum LayerConfigKeys {
  static func of(_ layer: String) -> [(name: String, text: String?)]? {
    table[layer]?.split(separator: " ").map { entry in
      let parts = entry.split(separator: "=", maxSplits: 1)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
    }
  }

  /// Layers that Keras writes down with the shape for which they were built.
  static let built: Set<String> = [
    "Dense", "Conv2D", "Conv1D", "Conv2DTranspose", "SeparableConv2D", "DepthwiseConv2D",
    "Flatten", "Permute", "RepeatVector", "BatchNormalization", "LayerNormalization", "PReLU",
    "Embedding", "LSTM", "SimpleRNN", "GRU", "UpSampling2D", "ZeroPadding2D", "Cropping2D",
    "Rescaling", "Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate",
  ]

  private static let convolution =
    "filters kernel_size strides padding data_format dilation_rate groups=1 activation use_bias kernel_initializer bias_initializer kernel_regularizer bias_regularizer activity_regularizer kernel_constraint bias_constraint"
  private static let pooling = "pool_size padding strides data_format"
  private static let global = "data_format keepdims=False"
  private static let recurrentStart =
    "return_sequences return_state=False go_backwards=False stateful=False unroll=False zero_output_for_mask=False units activation"
  private static let recurrentEnd =
    "kernel_regularizer recurrent_regularizer bias_regularizer activity_regularizer kernel_constraint recurrent_constraint bias_constraint dropout=0.0 recurrent_dropout=0.0"

  private static let table: [String: String] = [
    "Dense":
      "units activation use_bias kernel_initializer bias_initializer kernel_regularizer bias_regularizer kernel_constraint bias_constraint quantization_config",
    "Conv1D": convolution, "Conv2D": convolution,
    "Conv2DTranspose":
      "filters kernel_size strides padding output_padding data_format dilation_rate=(1,1) activation use_bias kernel_initializer bias_initializer kernel_regularizer bias_regularizer activity_regularizer kernel_constraint bias_constraint",
    "SeparableConv2D":
      "depth_multiplier filters kernel_size strides padding data_format dilation_rate=(1,1) activation use_bias depthwise_initializer pointwise_initializer bias_initializer depthwise_regularizer pointwise_regularizer bias_regularizer activity_regularizer depthwise_constraint pointwise_constraint bias_constraint",
    "DepthwiseConv2D":
      "depth_multiplier kernel_size strides padding data_format dilation_rate=(1,1) activation use_bias depthwise_initializer bias_initializer depthwise_regularizer bias_regularizer activity_regularizer depthwise_constraint bias_constraint",
    "MaxPooling1D": pooling, "MaxPooling2D": pooling, "AveragePooling1D": pooling,
    "AveragePooling2D": pooling, "GlobalAveragePooling1D": global,
    "GlobalAveragePooling2D": global, "GlobalMaxPooling1D": global, "GlobalMaxPooling2D": global,
    "Flatten": "data_format", "Reshape": "target_shape", "Permute": "dims", "RepeatVector": "n",
    "Dropout": "rate seed noise_shape", "AlphaDropout": "rate seed noise_shape",
    "GaussianDropout": "rate seed", "GaussianNoise": "stddev seed",
    "BatchNormalization":
      "axis momentum epsilon center scale beta_initializer=Zeros gamma_initializer=Ones moving_mean_initializer=Zeros moving_variance_initializer=Ones beta_regularizer gamma_regularizer beta_constraint gamma_constraint synchronized=False renorm=False renorm_clipping renorm_momentum=0.99",
    "LayerNormalization":
      "axis epsilon center scale rms_scaling=False beta_initializer gamma_initializer beta_regularizer gamma_regularizer beta_constraint gamma_constraint",
    "Activation": "activation", "ReLU": "max_value negative_slope=0.0 threshold=0.0",
    "LeakyReLU": "negative_slope=0.3", "ELU": "alpha=1.0", "Softmax": "axis=-1",
    "PReLU": "alpha_initializer alpha_regularizer alpha_constraint shared_axes",
    "Embedding":
      "input_dim output_dim embeddings_initializer embeddings_regularizer activity_regularizer embeddings_constraint mask_zero=False quantization_config",
    "LSTM": recurrentStart
      + " recurrent_activation use_bias=True kernel_initializer recurrent_initializer bias_initializer=Zeros unit_forget_bias=True "
      + recurrentEnd + " seed",
    "SimpleRNN": recurrentStart
      + " use_bias kernel_initializer recurrent_initializer bias_initializer " + recurrentEnd,
    "UpSampling2D": "size data_format interpolation", "ZeroPadding2D": "padding data_format",
    "Cropping2D": "cropping data_format", "Rescaling": "scale offset",
    "Concatenate": "axis", "Add": "", "Subtract": "", "Multiply": "", "Average": "",
    "Maximum": "", "Minimum": "",
  ]
}
