import Tensors
import Testing

@testable import Networks

/// How many products with weights a layer has, counted by hand.
@Suite struct ProductCountTests {
  @Test(
    arguments: [
      (call("Dense", [.int(10)]), [7], 70),
      // Each of four rows of its own.
      (call("Dense", [.int(10)]), [4, 7], 280),
      (call("Conv2D", [.int(8), .int(3)]), [5, 6, 2], 3 * 4 * (9 * 2) * 8),
      (call("Conv1D", [.int(8), .int(3)]), [5, 2], 3 * (3 * 2) * 8),
      (call("DepthwiseConv2D", [.int(3)]), [5, 6, 2], 3 * 4 * 9 * 2),
      (call("SeparableConv2D", [.int(8), .int(3)]), [5, 6, 2], 3 * 4 * (9 * 2 + 2 * 8)),
      (call("Conv2DTranspose", [.int(8), .int(3)]), [5, 6, 2], 5 * 6 * 2 * (9 * 8)),
      (call("LSTM", [.int(8)]), [5, 3], 5 * 4 * 8 * (3 + 8)),
      (call("SimpleRNN", [.int(8)]), [5, 3], 5 * 8 * (3 + 8)),
      (call("GRU", [.int(8)]), [5, 3], 5 * 3 * 8 * (3 + 8)),
      (call("Embedding", [.int(100), .int(4)]), [5], 0),
      (call("PReLU"), [4, 4, 2], 0),
      (call("BatchNormalization"), [4, 4, 2], 0),
      (call("Flatten"), [4, 4, 2], 0),
    ] as [(ArgumentCall, Shape, Int)])
  func `is that of all kernels at all places`(
    _ call: ArgumentCall, _ input: Shape, _ count: Int
  ) throws {
    let layer = try LayerDeclaration(call).layer
    let output = try layer.outputShape(for: input)
    #expect(layer.productCount(for: input, output: output) == count)
  }

  /// With ones for inputs and weights and zeros for biases an output is the number of its products.
  @Test(arguments: [
    call("Dense", [.int(3)]), call("Conv2D", [.int(3), .int(2)]),
    call("DepthwiseConv2D", [.int(2)]),
    call("Conv2DTranspose", [.int(3), .int(3)]),
  ])
  func `is the sum of the outputs over ones`(_ call: ArgumentCall) throws {
    let layer = try LayerDeclaration(call).layer
    let input: Shape = [4, 5, 2]
    let weights = layer.weightSpecs(for: input).map { spec in
      Tensor(spec.shape, [Float](repeating: spec.shape.rank > 1 ? 1 : 0, count: spec.shape.count))
    }
    let ones = Tensor([1, 4, 5, 2], [Float](repeating: 1, count: input.count))
    let sums = layer.forward(ones, weights: weights, pass: LayerPass()).output
    let output = try layer.outputShape(for: input)
    #expect(
      layer.productCount(for: input, output: output)
        == Int(sums.values.reduce(0, +)))
  }

  private static func call(_ name: String, _ arguments: [ArgumentValue] = []) -> ArgumentCall {
    ArgumentCall(name, arguments)
  }
}
