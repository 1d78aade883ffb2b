import Networks
import Tensors

/// Small models drawn from a seed: layer mixes, odd channel counts, strides, paddings.
struct WholeLessonModels {
  private let random: RandomStream
  private var drawn: UInt64 = 0

  init(seed: UInt64) { random = RandomStream(seed: seed, stream: 0) }

  /// A number below `limit`.
  mutating func draw(_ limit: Int) -> Int {
    drawn += 1
    return Int(random.words(at: drawn)[0] % UInt32(limit))
  }

  private mutating func draw<Choice>(from choices: [Choice]) -> Choice {
    choices[draw(choices.count)]
  }

  /// A classifier of three classes for images of some small shape.
  mutating func model() throws -> Model {
    let shape: Shape = [7 + draw(9), 7 + draw(9), 1 + draw(4)]
    var layers: [LayerDeclaration] = []
    for _ in 0..<1 + draw(3) { layers += try block() }
    layers.append(try Lessons.layer(draw(from: ["Flatten", "GlobalAveragePooling2D"])))
    if draw(2) == 0 {
      let activation: KeyValuePairs = ["activation": ArgumentValue.string(activation())]
      layers.append(try Lessons.layer("Dense", .int(1 + draw(40)), with: activation))
    }
    layers.append(
      try Lessons.layer("Dense", .int(3), with: ["activation": .string("softmax")]))
    return try Model(inputShape: shape, layers: layers)
  }

  private mutating func activation() -> String {
    draw(from: ["relu", "relu", "relu", "tanh", "sigmoid", "linear"])
  }

  /// Same padding everywhere, so that no draw shrinks an image to nothing.
  private mutating func block() throws -> [LayerDeclaration] {
    let size = 1 + draw(4)
    var layers = [
      try Lessons.layer(
        "Conv2D", .int(draw(from: [1, 3, 7, 16, 17, 19, 32, 33])), .int(size),
        with: [
          "padding": .string("same"), "activation": .string(activation()),
          "strides": .int(1 + draw(2)), "use_bias": .bool(draw(3) > 0),
        ])
    ]
    let same: KeyValuePairs = ["padding": ArgumentValue.string("same")]
    switch draw(5) {
    case 0, 1: layers.append(try Lessons.layer("MaxPooling2D", .int(2), with: same))
    case 2: layers.append(try Lessons.layer("AveragePooling2D", .int(2), with: same))
    case 3: layers.append(try Lessons.layer("Dropout", .double(0.25)))
    default: layers.append(try Lessons.layer("BatchNormalization"))
    }
    return layers
  }
}
