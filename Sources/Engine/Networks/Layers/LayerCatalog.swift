/// Every layer that a notebook can name, in the order of the documentation.
public enum LayerCatalog {
  /// The layers as programs and documentation see them; each has a step for training plans too.
  public static let all: [any KerasLayer.Type] = planned.map { $0 }

  static let planned: [any (KerasLayer & PlannedLayer).Type] = [
    InputLayer.self,
    Conv2D.self,
    MaxPooling2D.self,
    AveragePooling2D.self,
    GlobalAveragePooling2D.self,
    Flatten.self,
    Dense.self,
    Dropout.self,
    Activation.self,
    BatchNormalization.self,
    GlobalMaxPooling2D.self,
    Reshape.self,
    Permute.self,
    Rescaling.self,
    ZeroPadding2D.self,
    UpSampling2D.self,
    DepthwiseConv2D.self,
    SeparableConv2D.self,
    Conv2DTranspose.self,
    Embedding.self,
    LSTM.self,
    Cropping2D.self,
    RepeatVector.self,
    GaussianNoise.self,
    GaussianDropout.self,
    AlphaDropout.self,
    SpatialDropout2D.self,
    Conv1D.self,
    MaxPooling1D.self,
    AveragePooling1D.self,
    GlobalMaxPooling1D.self,
    GlobalAveragePooling1D.self,
    LayerNormalization.self,
    PReLU.self,
    SimpleRNN.self,
  ]
}
