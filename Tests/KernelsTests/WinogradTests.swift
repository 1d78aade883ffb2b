import Kernels
import Memory
import Testing

@Suite struct WinogradTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let channels: Int
    let outputs: Int
    let rows: Int
    let columns: Int
    var images = 2
    var tile: (rows: Int, columns: Int)?
    var testDescription: String {
      "\(images)x\(rows)x\(columns), \(channels) to \(outputs), tile \(tile ?? (0, 0))"
    }
  }

  static let cases =
    [
      Case(channels: 16, outputs: 16, rows: 4, columns: 4),
      Case(channels: 32, outputs: 21, rows: 5, columns: 8),
      Case(channels: 16, outputs: 70, rows: 1, columns: 3),
      Case(channels: 48, outputs: 64, rows: 11, columns: 11),
      Case(channels: 16, outputs: 5, rows: 2, columns: 2, images: 0),
    ]
    + [(2, 2), (2, 3), (3, 2), (4, 4), (2, 5), (5, 2), (3, 3), (5, 4), (3, 5)].map {
      Case(channels: 16, outputs: 24, rows: 7, columns: 9, images: 3, tile: $0)
    }

  /// The convolution in double precision, without bias, and the sum of its terms' magnitudes.
  static func exact(_ sample: Case, _ input: [Float], _ weights: [Float]) -> [(Double, Double)] {
    let width = sample.columns + 2
    let size = (sample.rows + 2) * width * sample.channels
    var results: [(Double, Double)] = []
    for image in 0..<sample.images {
      for pixel in 0..<sample.rows * sample.columns {
        let (y, x) = pixel.quotientAndRemainder(dividingBy: sample.columns)
        for output in 0..<sample.outputs {
          var (sum, magnitude) = (0.0, 0.0)
          for tap in 0..<9 {
            let place = ((y + tap / 3) * width + x + tap % 3) * sample.channels
            for channel in 0..<sample.channels {
              let weight = weights[(tap * sample.channels + channel) * sample.outputs + output]
              let term = Double(input[image * size + place + channel]) * Double(weight)
              sum += term
              magnitude += abs(term)
            }
          }
          results.append((sum, magnitude))
        }
      }
    }
    return results
  }

  static func result(
    _ sample: Case, _ kernels: KernelSet, _ input: [Float], _ weights: [Float],
    isPooled: Bool = false
  ) throws -> [Float] {
    let form = try #require(
      WinogradConvolution(
        channels: sample.channels, outputs: sample.outputs,
        inputRow: (sample.columns + 2) * sample.channels, rows: sample.rows,
        columns: sample.columns, isPooled: isPooled, tile: sample.tile))
    let desk = Desk()
    let pixels = isPooled ? sample.rows / 2 * (sample.columns / 2) : sample.rows * sample.columns
    let count = sample.images * pixels * sample.outputs
    let (transformed, output) = (desk.zeros(form.weightCount), desk.zeros(count))
    let scratch = desk.change([Float](repeating: .nan, count: form.scratchCount))
    let zeros = Elements(desk.zeros(sample.outputs))
    kernels.transformWeights(
      form, of: 0..<sample.channels, desk.read(weights), into: transformed)
    let stride = (sample.rows + 2) * (sample.columns + 2) * sample.channels
    kernels.convolve(
      form, images: sample.images, input: ImageBlock(desk.change(input), stride: stride),
      transformed: Elements(transformed), bias: zeros, zeros: zeros, output: output,
      scratch: scratch, rectifies: false)
    return withExtendedLifetime(desk) { Array(output) }
  }

  private func numbers(_ sample: Case) -> (input: [Float], weights: [Float]) {
    var numbers = Numbers(UInt64(sample.channels * 100 + sample.columns))
    let pixels = sample.images * (sample.rows + 2) * (sample.columns + 2)
    return (
      numbers.padded(pixels * sample.channels),
      numbers.padded(9 * sample.channels * sample.outputs)
    )
  }

  /// Each output is off by at most 2^-20 of the sum of its terms' magnitudes.
  @Test(arguments: cases)
  func `the error against double precision is bounded`(sample: Case) throws {
    let (input, weights) = numbers(sample)
    let result = try Self.result(sample, .active, input, weights)
    for (value, (sum, magnitude)) in zip(result, Self.exact(sample, input, weights)) {
      #expect(abs(Double(value) - sum) <= magnitude * 0x1p-20)
    }
  }

  /// An odd last row or column is computed, since the tiles are those of the whole, and left out.
  @Test(arguments: cases.filter { $0.rows > 1 }, InstructionSet.available)
  func `pooling takes the largest of what the form gives`(
    sample: Case, level: InstructionSet
  ) throws {
    let (input, weights) = numbers(sample)
    let kernels = try KernelSet(level)
    let whole = try Self.result(sample, kernels, input, weights)
    let pooled = try Self.result(sample, kernels, input, weights, isPooled: true)
    let (rows, columns) = (sample.rows / 2, sample.columns / 2)
    for place in pooled.indices {
      let (pixel, output) = place.quotientAndRemainder(dividingBy: sample.outputs)
      let (line, x) = pixel.quotientAndRemainder(dividingBy: columns)
      let (image, y) = line.quotientAndRemainder(dividingBy: rows)
      let four = [(0, 0), (0, 1), (1, 0), (1, 1)].map { down, across in
        let row = image * sample.rows + 2 * y + down
        return whole[(row * sample.columns + 2 * x + across) * sample.outputs + output]
      }
      #expect(pooled[place] == four.max())
    }
  }

  @Test(arguments: cases, InstructionSet.available)
  func `every instruction set gives the same bits`(sample: Case, level: InstructionSet) throws {
    let (input, weights) = numbers(sample)
    let expected = try Self.result(sample, .active, input, weights)
    #expect(try Self.result(sample, KernelSet(level), input, weights) == expected)
  }
}
