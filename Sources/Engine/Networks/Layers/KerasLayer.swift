/// A layer that programs and notebooks can name.
public protocol KerasLayer: Layer {
  /// What Keras says of the class beside its parameters.
  static var keras: KerasFacts { get }
}

/// What Keras 3 says of a class of layers beside its parameters.
public struct KerasFacts: Sendable {
  /// An entry of a configuration.
  public struct ConfigKey: Sendable {
    /// Keras' name of the entry, most often a parameter's.
    public let name: String
    /// What stands there where the layer here has no such parameter, as Python writes it; nil for
    /// `None`.
    public let text: String?
  }

  /// The part of `keras.src.layers` that the class is in.
  public let part: String
  /// The file of that part; nil where it is named as the class.
  public let file: String?
  /// What `get_config()` lists, in its order; nil where it isn't supported.
  public let config: [ConfigKey]?
  /// Whether Keras writes it down with the shape for which it was built.
  public let isWrittenBuilt: Bool
  /// Whether it takes `data_format`.
  public let hasChannelOrder: Bool
  /// Further arguments that programs may give, though the layer here has no such parameter.
  public let arguments: [String]

  /// - Parameters:
  ///   - part: the part of Keras' layers that has the class, such as `pooling`.
  ///   - file: that part's file; nil where it is named as the class.
  ///   - isWrittenBuilt: whether a saved model keeps the shape for which it was built.
  ///   - hasChannelOrder: whether it takes `data_format`.
  ///   - arguments: those that programs may give besides the signature's.
  ///   - config: names, and behind `=` the texts, behind `name`, `trainable` and `dtype`; from the
  ///     first on where it has `name` itself.
  public init(
    _ part: String, file: String? = nil, config: String?, isWrittenBuilt: Bool = false,
    hasChannelOrder: Bool = false, arguments: [String] = []
  ) {
    (self.part, self.file) = (part, file)
    self.config = config.map(Self.keys)
    self.isWrittenBuilt = isWrittenBuilt
    self.hasChannelOrder = hasChannelOrder
    self.arguments = arguments
  }

  private static func keys(_ text: String) -> [ConfigKey] {
    let keys = text.split(separator: " ").map { entry in
      let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
      return ConfigKey(name: parts[0], text: parts.count > 1 ? parts[1] : nil)
    }
    if keys.contains(where: { $0.name == "name" }) { return keys }
    return ["name", "trainable", "dtype"].map { ConfigKey(name: $0, text: nil) } + keys
  }
}

extension KerasFacts {
  /// Arguments of layers with a kernel; what they ask for is refused.
  public static let ofKernels = ["weights", "kernel_constraint", "bias_constraint"]

  /// The configuration of a recurrent layer, with what stands between.
  static func recurrent(_ middle: String) -> String {
    "return_sequences return_state go_backwards stateful unroll zero_output_for_mask=False units activation "
      + middle
      + " kernel_regularizer recurrent_regularizer bias_regularizer activity_regularizer kernel_constraint recurrent_constraint bias_constraint dropout=0.0 recurrent_dropout=0.0"
  }

  /// A convolution with a kernel of its own for each filter.
  static func convolution(arguments: [String]) -> KerasFacts {
    KerasFacts(
      "convolutional",
      config:
        "filters kernel_size strides padding data_format dilation_rate groups=1 activation use_bias kernel_initializer bias_initializer kernel_regularizer bias_regularizer activity_regularizer kernel_constraint bias_constraint",
      isWrittenBuilt: true, hasChannelOrder: true, arguments: ofKernels + ["groups"] + arguments)
  }

  static let pooling = KerasFacts(
    "pooling", config: "pool_size padding strides data_format", hasChannelOrder: true)
  static let globalPooling = KerasFacts(
    "pooling", config: "data_format keepdims", hasChannelOrder: true)
}
