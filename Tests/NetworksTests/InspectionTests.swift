import Datasets
import Networks
import Tensors
import Testing

/// What Keras 3.15.1 on TensorFlow sees inside of a model (Tests/Oracles/networks_inspection.py).
struct InspectionCase: Decodable, Sendable, CustomTestStringConvertible {
  struct Class: Decodable, Sendable {
    let label: Int
    let inputGradient: [Float]
    let mapGradient: [Float]?
    let gradCAM: [Float]?
  }

  let name: String
  let layer: Int?
  let outputs: [[Float]]
  let classes: [Class]

  var testDescription: String { name }

  static let all = KerasValues<Self>.load("inspection")

  /// The layers of the oracle's model of the name.
  func model() throws -> Model {
    func activation(_ name: String) -> KeyValuePairs<String, ArgumentValue> {
      ["activation": .string(name)]
    }
    switch name {
    case "classifier":
      return try Model(
        inputShape: [9, 8, 2],
        layers: [
          Lessons.layer(
            "Conv2D", .int(4), .int(3),
            with: ["activation": .string("relu"), "padding": .string("same")]),
          Lessons.layer("BatchNormalization"), Lessons.layer("MaxPooling2D"),
          Lessons.layer("Conv2D", .int(5), .int(3)),
          Lessons.layer("Activation", .string("relu")), Lessons.layer("Dropout", .double(0.25)),
          Lessons.layer("Flatten"), Lessons.layer("Dense", .int(7), with: activation("tanh")),
          Lessons.layer("Dense", .int(3), with: activation("softmax")),
        ])
    case "separate":
      return try Model(
        inputShape: [8, 8, 3],
        layers: [
          Lessons.layer("DepthwiseConv2D", .int(3)),
          Lessons.layer("Activation", .call(.make("LeakyReLU", .double(0.3)))),
          Lessons.layer("SeparableConv2D", .int(4), .int(3), with: activation("relu")),
          Lessons.layer("GlobalAveragePooling2D"), Lessons.layer("Dense", .int(4)),
          Lessons.layer("Activation", .string("softmax")),
        ])
    case "single":
      return try Model(
        inputShape: [5, 4, 1],
        layers: [
          Lessons.layer("Flatten"), Lessons.layer("Dense", .int(6), with: activation("relu")),
          Lessons.layer("Dense", .int(1), with: activation("sigmoid")),
        ])
    default:
      return try Model(
        inputShape: [4, 3, 1],
        layers: [
          Lessons.layer(
            "Conv2DTranspose", .int(2), .int(2),
            with: ["strides": .int(2), "activation": .string("tanh")]),
          Lessons.layer("Flatten"), Lessons.layer("Dense", .int(3)),
        ])
    }
  }

  /// The oracle's weights and its two inputs.
  func inspection(_ model: Model) throws -> Inspection {
    let values = model.weightSpecs.enumerated().map {
      Formula.weight($1.name, $1.shape, salt: $0 + 2).values
    }
    let bytes = Formula.imageBytes(2, size: model.inputShape.count)
    return Inspection(
      model, try #require(ModelWeights(model, flat: values)),
      Samples(inputs: .bytes(bytes, divisor: 255), inputShape: model.inputShape))
  }
}

/// Numbers are Keras' to 1e-4 of each, or of a tenth of the largest.
struct `An inspection` {
  @Test(arguments: InspectionCase.all)
  func `gives what Keras gives for each layer`(row: InspectionCase) throws {
    let inspection = try row.inspection(try row.model())
    #expect(inspection.outputs.count == row.outputs.count)
    for (own, keras) in zip(inspection.outputs, row.outputs) {
      #expect(firstDifference(own.values, keras, tolerance: 1e-4) == nil)
    }
  }

  @Test(arguments: InspectionCase.all)
  func `gives the gradients of a class' score that Keras gives`(row: InspectionCase) throws {
    let inspection = try row.inspection(try row.model())
    for kind in row.classes {
      let own = inspection.gradient(of: kind.label, by: nil)
      #expect(firstDifference(own.values, kind.inputGradient, tolerance: 1e-4) == nil)
      guard let layer = row.layer, let slope = kind.mapGradient, let map = kind.gradCAM else {
        continue
      }
      let maps = inspection.gradient(of: kind.label, by: layer)
      #expect(firstDifference(maps.values, slope, tolerance: 1e-4) == nil)
      #expect(
        firstDifference(inspection.classMap(of: kind.label, at: layer).values, map, tolerance: 1e-4)
          == nil)
    }
  }

  /// The law: the gradient by what a layer gives is the one by the input of the layers behind it, bit for bit.
  @Test(arguments: LayerCatalog.all.map { $0.signature.name })
  func `parts at every layer`(name: String) throws {
    for drawn in LayerDraw.layers(name, 3) {
      let first = try LayerDeclaration(drawn.call)
      let rest = [
        try Lessons.layer("Flatten"),
        try Lessons.layer("Dense", .int(3), with: ["activation": .string("softmax")]),
      ]
      let whole = try Model(inputShape: drawn.input, layers: [first] + rest)
      let weights = ModelWeights(whole, seed: 5)
      let bytes = Formula.imageBytes(2, size: drawn.input.count)
      let inspection = Inspection(
        whole, weights, Samples(inputs: .bytes(bytes, divisor: 255), inputShape: drawn.input))
      #expect(inspection.gradient(of: 1, by: nil).shape.extents == [2] + drawn.input.extents)
      guard whole.layers.count == 3 else { continue }
      let tail = try Model(inputShape: whole.layers[0].outputShape, layers: rest)
      let tailWeights = try #require(
        ModelWeights(tail, flat: weights.tensors.suffix(2).map(\.values)))
      let behind = Inspection(
        tail, tailWeights,
        Samples(inputs: .numbers(inspection.outputs[0].values), inputShape: tail.inputShape))
      #expect(inspection.gradient(of: 1, by: 0) == behind.gradient(of: 1, by: nil), "\(drawn)")
      #expect(inspection.outputs[2] == behind.outputs[1], "\(drawn)")
    }
  }
}
