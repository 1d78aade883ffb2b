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
  ]
}
