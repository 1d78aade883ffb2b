import Kernels
import Testing

/// Kernels over whole batches: dense gradients and batch normalization, against Swift's own chains.
@Suite struct BatchKernelTests {
  @Test(
    arguments: [(1, 8, 3, 5), (21, 8, 7, 70), (40, 8, 4, 16), (0, 8, 2, 3)],
    InstructionSet.available)
  func `a dense gradient adds the chunks' chains in order`(
    shape: (images: Int, chunk: Int, inputs: Int, outputs: Int), level: InstructionSet
  ) throws {
    var numbers = Numbers(UInt64(shape.images + shape.outputs))
    let x = numbers.padded(shape.images * shape.inputs)
    let g = numbers.padded(shape.images * shape.outputs)
    var dw = [Float](repeating: 0, count: shape.inputs * shape.outputs)
    try KernelSet(level).batchWeightGradient(
      images: shape.images, chunk: shape.chunk, inputs: shape.inputs, rows: 1..<shape.inputs,
      input: x, outputs: shape.outputs, gradient: g, into: &dw)
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
    let (x, g) = (numbers.padded(rows * channels), numbers.padded(rows * channels))
    let vectors = (0..<5).map { _ in numbers.padded(channels) }
    let (mean, inverse, gamma, beta) = (vectors[0], vectors[1], vectors[2], vectors[3])
    var normal = [Float](repeating: 0, count: rows * channels)
    var (y, dx) = (normal, normal)
    var (squares, slopes, products) = (vectors[4], vectors[4], vectors[4])
    let kernels = try KernelSet(level)
    mean.withUnsafeBufferPointer { mean in
      inverse.withUnsafeBufferPointer { inverse in
        gamma.withUnsafeBufferPointer { gamma in
          beta.withUnsafeBufferPointer { beta in
            guard let m = mean.baseAddress, let s = inverse.baseAddress,
              let scale = gamma.baseAddress, let shift = beta.baseAddress
            else { return }
            let scales = NormalizationScales(mean: m, inverse: s, gamma: scale, beta: shift)
            kernels.addDeviations(rows: rows, channels: channels, x, mean: m, to: &squares)
            kernels.normalize(
              rows: rows, channels: channels, x, by: scales, normal: &normal, into: &y)
            kernels.addNormalizationSums(
              rows: rows, channels: channels, gradient: g, normal: normal, slopes: &slopes,
              products: &products)
            kernels.normalizeGradient(
              rows: rows, channels: channels, of: 9, gradient: g, normal: normal, slopes: slopes,
              products: products, by: scales, into: &dx)
          }
        }
      }
    }
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
