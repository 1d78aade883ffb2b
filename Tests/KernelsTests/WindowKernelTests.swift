import Kernels
import Memory
import Testing

/// Chains of multiply-adds written out in Swift are the oracle; the bits must be the same.
@Suite struct WindowKernelTests {
  private let desk = Desk()

  struct Case: Sendable, CustomTestStringConvertible {
    let images: Int
    let pixels: Int
    let segments: Int
    let run: Int
    let outputs: Int
    var testDescription: String {
      "\(images) images, \(pixels) pixels, \(segments) x \(run) to \(outputs)"
    }
    var table: WindowTable {
      WindowTable(
        offsets: (0..<Int32(pixels)).map { $0 * 3 },
        segments: (0..<Int32(segments)).map { $0 * 40 }, run: run)
    }
    var stride: Int { table.reach + 5 }
  }

  static let cases = [
    Case(images: 1, pixels: 1, segments: 1, run: 1, outputs: 1),
    Case(images: 0, pixels: 4, segments: 3, run: 9, outputs: 16),
    Case(images: 3, pixels: 7, segments: 3, run: 9, outputs: 10),
    Case(images: 2, pixels: 11, segments: 5, run: 35, outputs: 64),
    Case(images: 8, pixels: 1, segments: 1, run: 33, outputs: 97),
    Case(images: 2, pixels: 13, segments: 2, run: 17, outputs: 40),
    // Few outputs, where the lanes of gradients go across inputs.
    Case(images: 5, pixels: 60, segments: 3, run: 48, outputs: 1),
    Case(images: 3, pixels: 50, segments: 2, run: 150, outputs: 3),
    Case(images: 4, pixels: 40, segments: 3, run: 24, outputs: 8),
    Case(images: 4, pixels: 40, segments: 1, run: 31, outputs: 13),
  ]

  struct Data {
    var input: [Float]
    var weights: [Float]
    var bias: [Float]
    var gradient: [Float]

    init(_ sample: Case) {
      var numbers = Numbers(UInt64(sample.run * 31 + sample.outputs))
      input = numbers.padded(sample.images * sample.stride)
      weights = numbers.padded(sample.table.size * sample.outputs)
      bias = numbers.padded(sample.outputs)
      gradient = numbers.padded(sample.images * sample.pixels * sample.outputs)
    }
  }

  @Test(arguments: cases, InstructionSet.available)
  func `products are chains from the bias over the window`(
    sample: Case, level: InstructionSet
  ) throws {
    let data = Data(sample)
    let table = sample.table
    let count = sample.images * sample.pixels * sample.outputs
    let output = desk.zeros(count + 16)
    try KernelSet(level).accumulate(
      table, images: sample.images, input: input(data, sample), outputs: sample.outputs,
      weights: desk.read(data.weights), bias: desk.read(data.bias),
      output: ImageBlock(output, stride: sample.pixels * sample.outputs), rectifies: true)
    for index in 0..<count {
      let (row, o) = index.quotientAndRemainder(dividingBy: sample.outputs)
      let (image, pixel) = row.quotientAndRemainder(dividingBy: sample.pixels)
      var chain = data.bias[o]
      for k in 0..<table.size {
        let x = data.input[Self.place(sample, image, pixel, k)]
        chain.addProduct(x, data.weights[k * sample.outputs + o])
      }
      #expect(output[index] == max(chain, 0))
    }
    #expect(output[count...].allSatisfy { $0 == 0 })
  }

  @Test(arguments: cases, InstructionSet.available)
  func `weight gradients are chains over images and pixels`(
    sample: Case, level: InstructionSet
  ) throws {
    let data = Data(sample)
    let table = sample.table
    let sums = desk.change(data.weights)
    try KernelSet(level).addWeightGradient(
      table, images: sample.images, input: input(data, sample), outputs: sample.outputs,
      gradient: ImageBlock(
        desk.change(data.gradient), stride: sample.pixels * sample.outputs), to: sums)
    for index in 0..<table.size * sample.outputs {
      let (k, o) = index.quotientAndRemainder(dividingBy: sample.outputs)
      var chain = data.weights[index]
      for row in 0..<sample.images * sample.pixels {
        let (image, pixel) = row.quotientAndRemainder(dividingBy: sample.pixels)
        chain.addProduct(
          data.input[Self.place(sample, image, pixel, k)],
          data.gradient[row * sample.outputs + o])
      }
      #expect(sums[index] == chain)
    }
  }

  private static func place(_ sample: Case, _ image: Int, _ pixel: Int, _ k: Int) -> Int {
    let table = sample.table
    let (segment, offset) = k.quotientAndRemainder(dividingBy: sample.run)
    return image * sample.stride + Int(table.offsets[pixel]) + Int(table.segments[segment])
      + offset
  }

  private func input(_ data: Data, _ sample: Case) -> ImageBlock {
    ImageBlock(desk.change(data.input), stride: sample.stride)
  }
}
