internal import ArgumentParser
internal import Networks
internal import Tensors

/// The models that are measured. `Benchmarks/peers.py` builds the same ones in PyTorch.
enum BenchModel: String, CaseIterable, ExpressibleByArgument, Codable {
  /// The first lesson's: three convolutions with two poolings between, two dense layers.
  case lesson
  /// Five padded convolutions with two poolings between, two dense layers.
  case vgg
  /// Two dense layers over the pixels.
  case dense
  /// Three convolutions of stride 2, each with batch normalization, and a global average.
  case strided

  /// Pixels on a side, unless a sweep says otherwise.
  var size: Int { self == .vgg || self == .strided ? 32 : 28 }
  private var depth: Int { self == .vgg || self == .strided ? 3 : 1 }

  /// The model; `channels` are those of the first convolution, to which all others keep their
  /// proportion (16 units of the dense model for each).
  func model(size: Int, channels: Int) throws -> Model {
    try Model(
      name: rawValue, inputShape: Shape([size, size, depth]), layers: layers(channels))
  }

  private func layers(_ count: Int) throws -> [LayerDeclaration] {
    switch self {
    case .lesson:
      try [
        conv(count), layer("MaxPooling2D"), conv(2 * count), layer("MaxPooling2D"),
        conv(2 * count), layer("Flatten"), dense(64, "relu"), dense(10, "softmax"),
      ]
    case .vgg:
      try [
        conv(count, padding: "same"), conv(count, padding: "same"), layer("MaxPooling2D"),
        conv(2 * count, padding: "same"), conv(2 * count, padding: "same"),
        layer("MaxPooling2D"), conv(4 * count, padding: "same"), layer("Flatten"),
        dense(128, "relu"), dense(10, "softmax"),
      ]
    case .dense:
      try [layer("Flatten"), dense(16 * count, "relu"), dense(10, "softmax")]
    case .strided:
      try [1, 2, 4].flatMap { try halving($0 * count) }
        + [layer("GlobalAveragePooling2D"), dense(10, "softmax")]
    }
  }

  private func conv(_ filters: Int, padding: String = "valid") throws -> LayerDeclaration {
    try layer(
      "Conv2D", [.int(filters), .int(3)],
      [.init("activation", .string("relu")), .init("padding", .string(padding))])
  }

  private func halving(_ filters: Int) throws -> [LayerDeclaration] {
    let keywords: [ArgumentCall.Keyword] = [
      .init("strides", .int(2)), .init("padding", .string("same")),
      .init("use_bias", .bool(false)),
    ]
    return try [
      layer("Conv2D", [.int(filters), .int(3)], keywords), layer("BatchNormalization"),
      layer("Activation", [.string("relu")]),
    ]
  }

  private func dense(_ units: Int, _ activation: String) throws -> LayerDeclaration {
    try layer("Dense", [.int(units)], [.init("activation", .string(activation))])
  }

  private func layer(
    _ name: String, _ positional: [ArgumentValue] = [], _ keywords: [ArgumentCall.Keyword] = []
  ) throws -> LayerDeclaration {
    try LayerDeclaration(ArgumentCall(name, positional, keywords: keywords))
  }
}
