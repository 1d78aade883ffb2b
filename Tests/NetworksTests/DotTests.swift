import Tensors
import Testing

@testable import Networks

/// Products of two tensors along an axis of each.
@Suite struct DotTests {
  static let cases: [(axes: [Int], parts: [Shape])] = [
    ([0, 0], [[4], [4]]), ([1, 0], [[3, 4], [4]]), ([0, 1], [[4, 2], [3, 4]]),
    ([1, 1], [[2, 3, 2], [2, 3]]), ([0, 2], [[3, 2], [2, 2, 3]]),
  ]

  @Test(arguments: cases.indices, [false, true])
  func `gradients agree with finite differences`(_ index: Int, _ normalizes: Bool) throws {
    let (axes, parts) = Self.cases[index]
    let dot = try Merge(.dot(axes: axes, normalizes: normalizes), of: parts)
    let input = Formula.numbers([2, parts.map(\.count).reduce(0, +)], salt: 4, scale: 2)
    let output = dot.forward(input, weights: [], pass: LayerPass())
    let upstream = Formula.numbers(output.output.shape, salt: 9)
    let before = dot.backward(
      upstream, input: input, output: output, weights: [], pass: LayerPass())
    let gradient = try #require(before.input)
    for place in input.values.indices {
      func total(_ step: Float) -> Double {
        var moved = input
        moved.values[place] += step / 64
        let values = dot.forward(moved, weights: [], pass: LayerPass()).output.values
        return zip(values, upstream.values).reduce(0) { $0 + Double($1.0) * Double($1.1) }
      }
      let slope = (8 * (total(1) - total(-1)) - (total(2) - total(-2))) / (12.0 / 64)
      #expect(abs(Double(gradient.values[place]) - slope) < 2e-3)
    }
  }

  @Test func `vectors are multiplied along the axes`() throws {
    let dot = try Merge(.dot(axes: [1, 0], normalizes: false), of: [[2, 2], [2, 2]])
    let row = Tensor([1, 8], [1, 2, 3, 4, 5, 6, 7, 8])
    let product = dot.forward(row, weights: [], pass: LayerPass()).output
    #expect(product == Tensor([1, 2, 2], [19, 22, 43, 50]))
  }

  @Test func `axes of different lengths are refused`() {
    #expect(throws: ShapeError.self) {
      try Merge(.dot(axes: [0, 0], normalizes: false), of: [[2], [3]])
    }
  }
}
