import Kernels
import Memory
import Tensors
import Testing

@testable import Networks

/// A noisy layer with what its outputs must look like for inputs of mean 0 and variance 1.
struct NoiseCase: Sendable, CustomTestStringConvertible {
  let call: ArgumentCall
  let mean: Double
  let variance: Double
  var testDescription: String { "\(call)" }
}

@Suite struct NoiseLayerTests {
  /// (1 - p)⁻¹ for a dropout that scales, 1 + p (1 - p)⁻¹ with noise of that variance, 1 + σ².
  static let cases = [
    NoiseCase(call: .make("SpatialDropout2D", .double(0.25)), mean: 0, variance: 1 / 0.75),
    NoiseCase(call: .make("GaussianDropout", .double(0.25)), mean: 0, variance: 1 + 0.25 / 0.75),
    NoiseCase(call: .make("GaussianNoise", .double(0.5)), mean: 0, variance: 1.25),
    NoiseCase(call: .make("AlphaDropout", .double(0.25)), mean: 0, variance: 1),
  ]
  private let shape: Shape = [64, 4, 4, 32]

  private func input() -> Tensor {
    Tensor(shape, RandomStream(seed: 1, stream: 7).normal(count: shape.count))
  }

  @Test(arguments: cases)
  func `training keeps the mean and moves the variance as published`(_ row: NoiseCase) throws {
    let layer = try LayerDeclaration(row.call).layer
    let pass = LayerPass(isTraining: true, seed: 3, step: 1, layerIndex: 2)
    let output = layer.forward(input(), weights: [], pass: pass).output.values.map(Double.init)
    let mean = output.reduce(0, +) / Double(output.count)
    let variance = output.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(output.count)
    #expect(abs(mean - row.mean) < 0.03)
    #expect(abs(variance - row.variance) < 0.05)
  }

  @Test(arguments: cases)
  func `a chunk of a batch gets the numbers of its place`(_ row: NoiseCase) throws {
    let layer = try LayerDeclaration(row.call).layer
    var pass = LayerPass(isTraining: true, seed: 3, step: 1, layerIndex: 2)
    let whole = layer.forward(input(), weights: [], pass: pass).output.values
    let size = shape.count / shape[0]
    pass.firstImage = 9
    let part = Tensor([5, 4, 4, 32], Array(input().values[9 * size..<14 * size]))
    let chunk = layer.forward(part, weights: [], pass: pass).output.values
    #expect(chunk == Array(whole[9 * size..<14 * size]))
  }

  @Test(arguments: InstructionSet.available)
  func `kernels draw the numbers of the stream`(_ level: InstructionSet) throws {
    let kernels = try KernelSet(level)
    for (place, size) in [1, 3, 16, 61, 64, 65, 200, 1001].enumerated() {
      var pass = LayerPass(
        isTraining: true, seed: UInt64.max / UInt64(place + 1), step: place, layerIndex: 2)
      for first in [0, 1, 2, 3, 1 << 33 + 5] {
        pass.firstImage = first
        let (plain, fast) = (NoiseSource(pass), NoiseSource(pass, kernels: kernels))
        #expect(
          drawn([2, size]) { fast.uniform($0, $1) } == drawn([2, size]) { plain.uniform($0, $1) })
        #expect(
          drawn([2, size]) { fast.mask($0, $1, rate: 0.3, scale: 1.5) }
            == drawn([2, size]) { plain.mask($0, $1, rate: 0.3, scale: 1.5) })
      }
    }
  }

  private func drawn(
    _ shape: Shape, _ draw: (MutableElements<Float>, Shape) -> Void
  ) -> [Float] {
    [Float](filling: shape.count) { draw($0, shape) }
  }

  @Test(arguments: cases)
  func `another step draws other numbers`(_ row: NoiseCase) throws {
    let layer = try LayerDeclaration(row.call).layer
    func output(step: Int) -> Tensor {
      let pass = LayerPass(isTraining: true, seed: 3, step: step, layerIndex: 2)
      return layer.forward(input(), weights: [], pass: pass).output
    }
    #expect(output(step: 1) == output(step: 1))
    #expect(output(step: 1) != output(step: 2))
  }

  @Test func `spatial dropout drops whole channels`() throws {
    let layer = try LayerDeclaration(.make("SpatialDropout2D", .double(0.5))).layer
    let pass = LayerPass(isTraining: true, seed: 3, step: 1, layerIndex: 2)
    let ones = Tensor([3, 2, 2, 8], [Float](repeating: 1, count: 96))
    let output = layer.forward(ones, weights: [], pass: pass).output.values
    #expect(Set(output) == [0, 2])
    #expect(output.indices.allSatisfy { output[$0] == output[$0 / 32 * 32 + $0 % 8] })
  }
}
