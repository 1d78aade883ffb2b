import Networks
import Tensors
import Testing

struct ActivationCase: Decodable, Sendable {
  let activation: String
  let arguments: [String: JSONArgument]
  let shape: [Int]
  let scale: Float
  let output: [Float]
  let gradient: [Float]
}

@Suite struct ActivationOracleTests {
  static let cases = KerasValues<ActivationCase>.load("components_activations")

  @Test(arguments: cases.indices)
  func `Keras gives the same values and gradients`(_ index: Int) throws {
    let row = Self.cases[index]
    let call = ArgumentCall(row.activation, json: row.arguments)
    let layer = try LayerDeclaration(.make("Activation", .call(call))).layer
    let x = Formula.numbers(Shape(row.shape), salt: 1, scale: row.scale)
    let result = layer.forward(x, weights: [], pass: LayerPass())
    #expect(firstDifference(result.output.values, row.output) == nil)
    let upstream = Formula.numbers(Shape(row.shape), salt: 99)
    let before = layer.backward(
      upstream, input: x, output: result, weights: [], pass: LayerPass())
    #expect(
      firstDifference(try #require(before.input).values, row.gradient, tolerance: 2e-5) == nil)
  }

  /// The others stand among the layers' cases.
  @Test func `every activation of the catalog is compared with Keras`() {
    let compared = Set(Self.cases.map(\.activation))
    let first: Set = ["linear", "relu", "softmax", "sigmoid", "tanh"]
    let known = Set(ActivationCatalog.all.map { $0.aliases[0] })
    #expect(known.subtracting(compared) == first)
  }
}
