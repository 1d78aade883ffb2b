import Networks
import Tensors
import Testing

struct LayerCase: Decodable, Sendable, CustomTestStringConvertible {
  let layer: String
  let input: [Int]
  let training: Bool
  let outputShape: [Int]
  let output: [Float]
  let inputGradient: [Float]
  let weightGradients: [[Float]]
  let state: [Float]
  let call: ArgumentCall
  var testDescription: String { "\(call) of \(input)\(training ? ", training" : "")" }

  enum Key: CodingKey {
    case layer, arguments, input, training, outputShape, output
    case inputGradient, weightGradients, state
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    layer = try values.decode(String.self, forKey: .layer)
    call = ArgumentCall(
      layer, json: try values.decode([String: JSONArgument].self, forKey: .arguments))
    input = try values.decode([Int].self, forKey: .input)
    training = try values.decode(Bool.self, forKey: .training)
    outputShape = try values.decode([Int].self, forKey: .outputShape)
    output = try values.decode([Float].self, forKey: .output)
    inputGradient = try values.decode([Float].self, forKey: .inputGradient)
    weightGradients = try values.decode([[Float]].self, forKey: .weightGradients)
    state = try values.decode([[Float]].self, forKey: .state).flatMap { $0 }
  }
}

@Suite struct LayerOracleTests {
  static let cases =
    KerasValues<LayerCase>.load("layers") + KerasValues<LayerCase>.load("layers_more")

  @Test(arguments: cases)
  func `Keras gives the same outputs, states and gradients`(_ row: LayerCase) throws {
    let layer = try LayerDeclaration(row.call).layer
    let x = Formula.numbers(Shape(row.input), salt: 1, scale: 2)
    let specs = layer.weightSpecs(for: Shape(Array(row.input.dropFirst())))
    let weights = specs.enumerated().map { Formula.weight($1.name, $1.shape, salt: $0 + 2) }
    let pass = LayerPass(isTraining: row.training)
    let result = layer.forward(x, weights: weights, pass: pass)
    #expect(result.output.shape.extents == row.outputShape)
    #expect(firstDifference(result.output.values, row.output) == nil)
    if row.training {
      let state = result.newState.sorted { $0.key < $1.key }.flatMap(\.value.values)
      #expect(firstDifference(state, row.state) == nil)
    }
    let upstream = Formula.numbers(result.output.shape, salt: 99)
    let gradients = layer.backward(
      upstream, input: x, output: result, weights: weights, pass: pass)
    let before = try #require(gradients.input)
    #expect(firstDifference(before.values, row.inputGradient, tolerance: 2e-5) == nil)
    let trained = gradients.weights.compactMap { $0?.values }
    #expect(trained.count == row.weightGradients.count)
    for (got, expected) in zip(trained, row.weightGradients) {
      #expect(firstDifference(got, expected, tolerance: 2e-5) == nil)
    }
  }

  @Test(arguments: cases)
  func `the declared output shape is the shape that comes out`(_ row: LayerCase) throws {
    let layer = try LayerDeclaration(row.call).layer
    let declared = try layer.outputShape(for: Shape(Array(row.input.dropFirst())))
    #expect(declared.extents == Array(row.outputShape.dropFirst()))
  }

  @Test func `every layer of the catalog is compared with Keras`() {
    let compared = Set(Self.cases.map(\.layer)).union(["InputLayer", "Embedding"])
    #expect(Set(LayerCatalog.all.map { $0.signature.name }).subtracting(compared) == [])
  }
}
