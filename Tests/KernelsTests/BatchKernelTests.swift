import Kernels
import Memory
import Testing

/// Kernels over whole batches: dense gradients and batch normalization, against Swift's own chains.
@Suite struct BatchKernelTests {
  private let desk = Desk()

  @Test(
    arguments: [(1, 8, 3, 5), (21, 8, 7, 70), (40, 8, 4, 16), (0, 8, 2, 3)],
    InstructionSet.available)
  func `a dense gradient adds the chunks' chains in order`(
    shape: (images: Int, chunk: Int, inputs: Int, outputs: Int), level: InstructionSet
  ) throws {
    var numbers = Numbers(UInt64(shape.images + shape.outputs))
    let x = desk.read(numbers.padded(shape.images * shape.inputs))
    let g = desk.read(numbers.padded(shape.images * shape.outputs))
    let dw = desk.zeros(shape.inputs * shape.outputs)
    try KernelSet(level).batchWeightGradient(
      images: shape.images, chunk: shape.chunk, inputs: shape.inputs, rows: 1..<shape.inputs,
      input: x, outputs: shape.outputs, gradient: g, into: dw)
    for row in 1..<shape.inputs {
      for o in 0..<shape.outputs {
        var total: Float = 0
        for first in stride(from: 0, to: shape.images, by: shape.chunk) {
          var chain: Float = 0
          for image in first..<min(first + shape.chunk, shape.images) {
            chain.addProduct(x[image * shape.inputs + row], g[image * shape.outputs + o])
          }
          total += chain
        }
        #expect(dw[(row - 1) * shape.outputs + o] == total)
      }
    }
  }

  @Test(arguments: [1, 16, 21], InstructionSet.available)
  func `batch normalization and its sums follow their formulas`(
    channels: Int, level: InstructionSet
  ) throws {
    let rows = 5
    var numbers = Numbers(UInt64(channels))
    let x = desk.read(numbers.padded(rows * channels))
    let g = desk.read(numbers.padded(rows * channels))
    let vectors = (0..<5).map { _ in numbers.padded(channels) }
    let (mean, inverse) = (desk.read(vectors[0]), desk.read(vectors[1]))
    let (gamma, beta) = (desk.read(vectors[2]), desk.read(vectors[3]))
    let size = rows * channels
    let (normal, y, dx) = (desk.zeros(size), desk.zeros(size), desk.zeros(size))
    let sums = (0..<3).map { _ in desk.change(vectors[4]) }
    let (squares, slopes, products) = (sums[0], sums[1], sums[2])
    let kernels = try KernelSet(level)
    let scales = NormalizationScales(mean: mean, inverse: inverse, gamma: gamma, beta: beta)
    kernels.addDeviations(rows: rows, channels: channels, x, mean: mean, to: squares)
    kernels.normalize(rows: rows, channels: channels, x, by: scales, normal: normal, into: y)
    kernels.addNormalizationSums(
      rows: rows, channels: channels, gradient: g, normal: Elements(normal), slopes: slopes,
      products: products)
    kernels.normalizeGradient(
      rows: rows, channels: channels, of: 9, gradient: g, normal: Elements(normal),
      slopes: Elements(slopes), products: Elements(products), by: scales, into: dx)
    for channel in 0..<channels {
      var (square, slope, product) = (vectors[4][channel], vectors[4][channel], vectors[4][channel])
      for row in 0..<rows {
        let index = row * channels + channel
        let deviation = x[index] - mean[channel]
        square += deviation * deviation
        #expect(normal[index] == deviation * inverse[channel])
        #expect(y[index] == beta[channel].addingProduct(normal[index], gamma[channel]))
        slope += g[index]
        product += g[index] * normal[index]
      }
      #expect(squares[channel] == square)
      #expect(slopes[channel] == slope && products[channel] == product)
      for row in 0..<rows {
        let index = row * channels + channel
        let common = (normal[index] * product + slope) / 9
        #expect(dx[index] == (g[index] - common) * gamma[channel] * inverse[channel])
      }
    }
  }
}
