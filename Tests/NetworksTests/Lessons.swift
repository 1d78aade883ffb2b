import Datasets
import Networks
import Tensors

/// The models that several suites use.
enum Lessons {
  static func layer(
    _ name: String, _ positional: ArgumentValue...,
    with keywords: KeyValuePairs<String, ArgumentValue> = [:]
  ) throws -> LayerDeclaration {
    try LayerDeclaration(
      ArgumentCall(name, positional, keywords: keywords.map { .init($0.key, $0.value) }))
  }

  /// The convolutional base of the first lesson.
  static func base() throws -> Model {
    let relu: KeyValuePairs<String, ArgumentValue> = ["activation": .string("relu")]
    let three = ArgumentValue.list([.int(3), .int(3)])
    return try Model(layers: [
      layer("Input", .list([.int(28), .int(28), .int(1)])),
      layer("Conv2D", .int(32), three, with: relu),
      layer("MaxPooling2D", .list([.int(2), .int(2)])),
      layer("Conv2D", .int(64), three, with: relu),
      layer("MaxPooling2D", .list([.int(2), .int(2)])),
      layer("Conv2D", .int(64), three, with: relu),
    ])
  }

  static func classifier() throws -> [LayerDeclaration] {
    try [
      layer("Flatten"), layer("Dense", .int(64), with: ["activation": .string("relu")]),
      layer("Dense", .int(10), with: ["activation": .string("softmax")]),
    ]
  }

  static func whole() throws -> Model { try base().extending(with: classifier()) }

  /// The oracle's second model.
  static func normalized() throws -> Model {
    try Model(
      inputShape: [9, 8, 2],
      layers: [
        layer(
          "Conv2D", .int(6), .int(3),
          with: ["padding": .string("same"), "use_bias": .bool(false)]),
        layer("BatchNormalization", with: ["momentum": .double(0.9)]),
        layer("Activation", .string("relu")),
        layer("AveragePooling2D", .int(2)),
        layer(
          "Conv2D", .int(5), .int(2), with: ["strides": .int(2), "activation": .string("tanh")]),
        layer("GlobalAveragePooling2D"),
        layer("Dense", .int(4)),
      ])
  }

  /// A small classifier with everything that depends on the seed.
  static func small() throws -> Model {
    try Model(
      inputShape: [6, 5, 1],
      layers: [
        layer("Conv2D", .int(4), .int(3), with: ["activation": .string("relu")]),
        layer("BatchNormalization"), layer("MaxPooling2D"), layer("Flatten"),
        layer("Dropout", .double(0.25)),
        layer("Dense", .int(3), with: ["activation": .string("softmax")]),
      ])
  }

  static func split(_ count: Int, shape: Shape, classes: Int) -> Split {
    Split(
      images: Formula.imageBytes(count, size: shape.count),
      labels: (0..<count).map { UInt8($0 * 3 % classes) }, imageShape: shape)
  }
}
