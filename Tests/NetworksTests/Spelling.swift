import Networks
import Tensors
import Testing

/// Models that do the same arithmetic, each said in another way.
struct Spelling: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The layers between a first convolution and the classifier, one list for each way; the first is the plainest.
  let blocks: @Sendable (SpellingDraw) throws -> [[LayerDeclaration]]

  init(
    _ description: String,
    _ blocks: @escaping @Sendable (SpellingDraw) throws -> [[LayerDeclaration]]
  ) {
    (testDescription, self.blocks) = (description, blocks)
  }

  static let all = [
    Spelling("convolution, ReLU") { draw in
      try [
        [draw.convolution("relu")], [draw.convolution(), draw.relu()],
        [draw.convolution(), nothing(), draw.relu()], [draw.convolution(), off(), draw.relu()],
      ]
    },
    Spelling("convolution, another function") { draw in
      let name = ["tanh", "sigmoid", "gelu", "softmax"][draw.seed % 4]
      return try [[draw.convolution(name)], [draw.convolution(), activation(name)]]
    },
    Spelling("convolution, ReLU, pooling") { draw in
      try [
        [draw.convolution("relu"), pool()], [draw.convolution(), draw.relu(), pool()],
        [draw.convolution("relu"), nothing(), pool()],
        [draw.convolution("relu"), off(), pool(), off()],
        [draw.convolution(), nothing(), draw.relu(), off(), pool()],
      ]
    },
    // Where the pooling is a step of its own, a ReLU behind it has fewer numbers to look at.
    Spelling("convolution, pooling, ReLU") { draw in
      let behind = try [draw.convolution(), pool(), draw.relu()]
      return try draw.poolsAtOnce ? [[draw.convolution("relu"), pool()], behind] : [behind]
    },
    Spelling("convolution, pooling") { draw in
      try [[draw.convolution(), pool()], [draw.convolution(), nothing(), pool()]]
    },
    Spelling("convolution, normalization, ReLU, pooling") { draw in
      try [
        [draw.convolution(), normal(), draw.relu(), pool()],
        [draw.convolution(), nothing(), normal(), off(), draw.relu(), nothing(), pool()],
      ]
    },
    Spelling("convolution, ReLU, normalization") { draw in
      try [
        [draw.convolution("relu"), normal()], [draw.convolution(), draw.relu(), normal()],
        [draw.convolution("relu"), normal(), nothing()],
      ]
    },
    Spelling("convolution, ReLU, pooling, normalization") { draw in
      try [
        [draw.convolution("relu"), pool(), normal()],
        [draw.convolution(), draw.relu(), pool(), normal()],
      ]
    },
    // A mask belongs to its layer's place in the model, so nothing may stand in the layers' way.
    Spelling("convolution, ReLU, dropout, pooling") { draw in
      try [
        [draw.convolution("relu"), nothing(), dropout(), pool()],
        [draw.convolution(), draw.relu(), dropout(), pool()],
      ]
    },
    Spelling("convolution, ReLU, pooling, dropout") { draw in
      try [
        [draw.convolution("relu"), pool(), nothing(), dropout()],
        [draw.convolution(), draw.relu(), pool(), dropout()],
      ]
    },
    Spelling("other products, ReLU") { draw in
      let products: [(name: String, arguments: [ArgumentValue])] = [
        ("DepthwiseConv2D", [.int(3)]), ("SeparableConv2D", [.int(draw.filters), .int(3)]),
        ("Conv2DTranspose", [.int(draw.filters), .int(3)]), ("Dense", [.int(draw.filters)]),
      ]
      let (name, arguments) = products[draw.seed % 4]
      let activation = [ArgumentCall.Keyword("activation", .string("relu"))]
      return try [
        [LayerDeclaration(ArgumentCall(name, arguments, keywords: activation))],
        [LayerDeclaration(ArgumentCall(name, arguments)), draw.relu()],
      ]
    },
  ]

  static func activation(_ name: String) throws -> LayerDeclaration {
    try Lessons.layer("Activation", .string(name))
  }

  private static func nothing() throws -> LayerDeclaration { try activation("linear") }
  private static func off() throws -> LayerDeclaration { try Lessons.layer("Dropout", .int(0)) }
  private static func pool() throws -> LayerDeclaration { try Lessons.layer("MaxPooling2D") }
  private static func dropout() throws -> LayerDeclaration {
    try Lessons.layer("Dropout", .double(0.4))
  }
  private static func normal() throws -> LayerDeclaration {
    try Lessons.layer("BatchNormalization")
  }
}

/// Extents, channels and arguments of a spelling's models, drawn from a seed.
struct SpellingDraw: Sendable {
  let seed: Int
  let input: Shape
  let channels: Int
  let filters: Int
  private let isPadded: Bool
  private let usesBias: Bool

  /// - Parameter isEven: whether poolings leave no row or column out.
  init(seed: Int, isEven: Bool) {
    var draw = LayerDraw(seed: UInt64(seed))
    self.seed = seed
    let (rows, columns) = (draw.number(6...12), draw.number(6...12))
    let even = [(rows + 1) / 2 * 2, (columns + 1) / 2 * 2, 1]
    input = Shape(isEven ? even : [rows, columns, 1])
    channels = draw.choice([16, 16, 32, 3, 5])
    filters = draw.choice([16, 24, 33, 64, 7])
    isPadded = draw.choice([true, false])
    usesBias = draw.choice([true, true, false])
  }

  func convolution(_ activation: String? = nil) throws -> LayerDeclaration {
    try Lessons.layer(
      "Conv2D", .int(filters), .int(3),
      with: [
        "padding": .string(isPadded ? "same" : "valid"), "use_bias": .bool(usesBias),
        "activation": activation.map { ArgumentValue.string($0) } ?? ArgumentValue.none,
      ])
  }

  /// Whether a convolution behind the first one and its pooling are one step: gradients of inputs go by 16 channels.
  var poolsAtOnce: Bool { channels % 16 == 0 }

  func relu() throws -> LayerDeclaration { try Spelling.activation("relu") }

  /// The same models with a block that isn't trained.
  func frozen(_ spelling: Spelling) throws -> [Model] {
    try models(spelling).map { model in
      let nodes = model.layers.enumerated().map { index, layer in
        let isTrainable = index == 0 || index >= model.layers.count - 2
        return ModelNode(
          isTrainable ? layer.layer : layer.layer.frozen, name: layer.name, inputs: layer.inputs,
          isTrainable: isTrainable)
      }
      return try Model(name: model.name, inputShape: model.inputShape, nodes: nodes)
    }
  }

  /// The models of a spelling: a block behind a convolution and before a classifier.
  func models(_ spelling: Spelling) throws -> [Model] {
    try spelling.blocks(self).map { block in
      let first = try Lessons.layer(
        "Conv2D", .int(channels), .int(3), with: ["padding": .string("same")])
      let last = try [
        Lessons.layer("Flatten"),
        Lessons.layer("Dense", .int(3), with: ["activation": .string("softmax")]),
      ]
      return try Model(inputShape: input, layers: [first] + block + last)
    }
  }
}
