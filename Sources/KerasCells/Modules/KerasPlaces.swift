internal import Cells

/// Where Keras 3 keeps its classes and functions, as their texts show it.
enum KerasPlaces {
  /// The module of a class of `keras.layers`: `keras.src.layers.core.dense`.
  static func layer(_ name: String) -> String {
    let group = layerGroups.first { $0.names.contains(name) }?.group
    guard let group else { return "keras.src.layers" }
    return "keras.src.layers.\(group).\(layerFiles[name] ?? SnakeCase.of(name))"
  }

  private static let layerGroups: [(group: String, names: Set<String>)] = [
    ("core", ["Dense", "Embedding", "InputLayer", "Lambda", "Masking", "EinsumDense", "Wrapper"]),
    (
      "convolutional",
      [
        "Conv1D", "Conv2D", "Conv3D", "Conv1DTranspose", "Conv2DTranspose", "Conv3DTranspose",
        "SeparableConv1D", "SeparableConv2D", "DepthwiseConv1D", "DepthwiseConv2D",
      ]
    ),
    (
      "pooling",
      [
        "MaxPooling1D", "MaxPooling2D", "MaxPooling3D", "AveragePooling1D", "AveragePooling2D",
        "AveragePooling3D", "GlobalMaxPooling1D", "GlobalMaxPooling2D", "GlobalMaxPooling3D",
        "GlobalAveragePooling1D", "GlobalAveragePooling2D", "GlobalAveragePooling3D",
      ]
    ),
    (
      "reshaping",
      [
        "Flatten", "Reshape", "Permute", "RepeatVector", "Cropping1D", "Cropping2D",
        "ZeroPadding1D", "ZeroPadding2D", "UpSampling1D", "UpSampling2D",
      ]
    ),
    (
      "regularization",
      [
        "Dropout", "AlphaDropout", "GaussianDropout", "GaussianNoise", "SpatialDropout1D",
        "SpatialDropout2D", "SpatialDropout3D", "ActivityRegularization",
      ]
    ),
    (
      "normalization",
      ["BatchNormalization", "LayerNormalization", "GroupNormalization", "UnitNormalization"]
    ),
    ("activations", ["Activation", "ReLU", "LeakyReLU", "PReLU", "ELU", "Softmax"]),
    (
      "merging",
      [
        "Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate", "Dot",
      ]
    ),
    ("rnn", ["LSTM", "GRU", "SimpleRNN", "Bidirectional", "TimeDistributed"]),
    ("preprocessing", ["Rescaling", "Normalization"]),
  ]

  private static let layerFiles = [
    "Lambda": "lambda_layer", "PReLU": "prelu", "ReLU": "relu", "LeakyReLU": "leaky_relu",
    "SpatialDropout1D": "spatial_dropout", "SpatialDropout2D": "spatial_dropout",
    "SpatialDropout3D": "spatial_dropout",
  ]

  /// The module of an optimizer, loss, metric and so on, by the name of its part of Keras.
  static func component(_ name: String, _ part: String) -> String {
    switch part {
    case "optimizers": "keras.src.optimizers.\(name.lowercased())"
    case "optimizers.schedules": "keras.src.optimizers.schedules.learning_rate_schedule"
    case "initializers":
      ["Constant", "Identity", "Ones", "Zeros"].contains(name)
        ? "keras.src.initializers.constant_initializers"
        : "keras.src.initializers.random_initializers"
    case "regularizers": "keras.src.regularizers.regularizers"
    case "metrics": "keras.src.metrics.\(metricFile(name))"
    default: "keras.src.\(part).\(part)"
    }
  }

  private static func metricFile(_ name: String) -> String {
    if name.hasSuffix("Accuracy") { return "accuracy_metrics" }
    if name.hasSuffix("Hinge") { return "hinge_metrics" }
    if name.hasSuffix("Crossentropy") || ["KLDivergence", "Poisson"].contains(name) {
      return "probabilistic_metrics"
    }
    return "regression_metrics"
  }

  /// The module of a callback.
  static func callback(_ name: String) -> String {
    let files = ["TensorBoard": "tensorboard", "TerminateOnNaN": "terminate_on_nan"]
    return "keras.src.callbacks.\(files[name] ?? SnakeCase.of(name))"
  }
}
