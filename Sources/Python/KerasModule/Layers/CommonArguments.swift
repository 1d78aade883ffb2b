internal import Networks

/// Arguments of Keras' layers that the engine's layers don't have themselves.
package enum CommonArguments {
  /// Those of every layer.
  package static let all = [
    "trainable", "dtype", "batch_input_shape", "batch_shape", "activity_regularizer",
  ]
  /// Those of layers with a kernel; what they ask for is refused.
  package static let ofKernels = KerasFacts.ofKernels
  /// Those of layers that take images.
  package static let ofImages = ["data_format", "dim_ordering"]

  /// What one layer takes beside its own parameters.
  static func names(for type: any KerasLayer.Type) -> [String] {
    all + (type.keras.hasChannelOrder ? ofImages : []) + type.keras.arguments
  }
}
