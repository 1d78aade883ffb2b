/// Every layer that a notebook can name, in the order of the documentation.
public enum LayerCatalog {
  public static let all: [any Layer.Type] = [
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
  ]
}
