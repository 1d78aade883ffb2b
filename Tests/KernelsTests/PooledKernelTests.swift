import Kernels
import Memory
import Testing

/// Chains written out in Swift are the oracle of the kernels that pool as they convolve, and of the
/// gradients that visit only what won its window.
@Suite struct PooledKernelTests {
  private let desk = Desk()

  static let cases = [
    PooledCase(images: 2, rows: 3, columns: 2, channels: 1, outputs: 32),
    PooledCase(images: 1, rows: 1, columns: 1, channels: 1, outputs: 7),
    PooledCase(images: 1, rows: 2, columns: 3, channels: 1, outputs: 80),
    PooledCase(images: 2, rows: 2, columns: 1, channels: 3, outputs: 21),
    PooledCase(images: 0, rows: 2, columns: 2, channels: 16, outputs: 16),
  ]
  static let wide = [
    PooledCase(images: 3, rows: 2, columns: 2, channels: 16, outputs: 18),
    PooledCase(images: 1, rows: 1, columns: 2, channels: 32, outputs: 70),
  ]

  @Test(arguments: cases + wide, InstructionSet.available)
  func `the largest of four chains wins, and masks tell where`(
    sample: PooledCase, level: InstructionSet
  ) throws {
    let data = sample.numbers()
    let output = desk.change(
      [Float](repeating: .nan, count: sample.images * sample.outputCount))
    let bits = desk.change(
      [UInt64](repeating: .max, count: sample.images * sample.positions * sample.words))
    try KernelSet(level).accumulatePooled(
      sample.table, images: sample.images, input: block(data.input, sample.inputCount),
      outputs: sample.outputs, weights: desk.read(data.weights), bias: desk.read(data.bias),
      pooled: (sample.rows, sample.columns),
      steps: (sample.width * sample.channels, sample.channels), output: output, masks: bits,
      rectifies: true)
    let masks = Array(bits)
    for image in 0..<sample.images {
      for window in 0..<sample.rows * sample.columns {
        for o in 0..<sample.outputs {
          let (y, x) = window.quotientAndRemainder(dividingBy: sample.columns)
          let first = 4 * y * sample.columns + 2 * x
          let places = [
            first, first + 1, first + 2 * sample.columns, first + 2 * sample.columns + 1,
          ]
          let values = places.map { sample.chain(data, image, $0, o) }
          let best = values.max() ?? 0
          let winner = values.firstIndex(of: best)
          let result = output[image * sample.outputCount + window * sample.outputs + o]
          #expect(result == max(best, 0))
          for (index, place) in places.enumerated() {
            let isOn = sample.isOn(masks, image, place, o)
            #expect(isOn == (index == winner && best > 0))
          }
        }
      }
    }
  }

  @Test(arguments: cases + wide, InstructionSet.available)
  func `sparse weight gradients are chains over what has a bit`(
    sample: PooledCase, level: InstructionSet
  ) throws {
    let data = sample.numbers()
    let size = 9 * sample.channels
    let (transposed, sums) = (desk.zeros(size * sample.outputs), desk.zeros(sample.outputs))
    try KernelSet(level).addWeightGradient(
      sample.table, images: sample.images, input: block(data.input, sample.inputCount),
      sparse: sparse(sample, data), to: transposed, sums: sums)
    for o in 0..<sample.outputs {
      #expect(sums[o] == Self.bias(sample, data, o))
      for k in 0..<size {
        #expect(transposed[o * size + k] == Self.weight(sample, data, k, o))
      }
    }
  }

  @Test(
    arguments: cases.filter { $0.channels == 1 && $0.outputs % 16 == 0 },
    InstructionSet.available)
  func `the first layer's gradient is the same with outputs side by side`(
    sample: PooledCase, level: InstructionSet
  ) throws {
    let data = sample.numbers()
    let (weights, sums) = (desk.zeros(9 * sample.outputs), desk.zeros(sample.outputs))
    try KernelSet(level).addFirstGradient(
      images: sample.images, input: block(data.input, sample.inputCount), inputRow: sample.width,
      outputs: sample.outputs, masks: desk.read(data.masks),
      pooled: (sample.rows, sample.columns), gradient: desk.read(data.gradient), to: weights,
      sums: sums)
    for o in 0..<sample.outputs {
      #expect(sums[o] == Self.bias(sample, data, o))
      for k in 0..<9 {
        #expect(weights[k * sample.outputs + o] == Self.weight(sample, data, k, o))
      }
    }
  }

  @Test(arguments: wide, InstructionSet.available)
  func `sparse input gradients are chains over taps and outputs with a bit`(
    sample: PooledCase, level: InstructionSet
  ) throws {
    let data = sample.numbers()
    let kernels = try KernelSet(level)
    let blocked = desk.zeros(data.weights.count)
    kernels.blockWeights(
      taps: 9, channels: sample.channels, outputs: sample.outputs, desk.read(data.weights),
      into: blocked)
    let dx = block(
      [Float](repeating: 0, count: sample.images * sample.inputCount), sample.inputCount)
    let scratch = desk.zeros(
      KernelSet.inputGradientScratch(pixels: sample.positions, outputs: sample.outputs))
    kernels.addInputGradient(
      sample.table, images: sample.images, sparse: sparse(sample, data),
      weights: Elements(blocked), to: dx, scratch: scratch.viewed(as: Int32.self))
    for image in 0..<sample.images {
      #expect(
        Array(dx.floats[image * sample.inputCount..<(image + 1) * sample.inputCount])
          == Self.inputGradient(sample, data, image))
    }
  }

  private static func bias(_ sample: PooledCase, _ data: PooledCase.Drawn, _ o: Int) -> Float {
    slopes(sample, data, o).reduce(0) { $0 + $1.slope }
  }

  private static func weight(
    _ sample: PooledCase, _ data: PooledCase.Drawn, _ k: Int, _ o: Int
  ) -> Float {
    slopes(sample, data, o).reduce(0) { sum, item in
      sum.addingProduct(
        item.slope,
        data.input[item.image * sample.inputCount + sample.place(item.position, k)])
    }
  }

  /// The gradients that count for an output, in the order of images and positions.
  private static func slopes(
    _ sample: PooledCase, _ data: PooledCase.Drawn, _ o: Int
  ) -> [(image: Int, position: Int, slope: Float)] {
    (0..<sample.images * sample.positions).compactMap { index in
      let (image, position) = index.quotientAndRemainder(dividingBy: sample.positions)
      guard sample.isOn(data.masks, image, position, o) else { return nil }
      let place = image * sample.outputCount + sample.sources[position] + o
      return (image, position, data.gradient[place])
    }
  }

  private static func inputGradient(
    _ sample: PooledCase, _ data: PooledCase.Drawn, _ image: Int
  ) -> [Float] {
    var dx = [Float](repeating: 0, count: sample.inputCount)
    for k in 0..<9 * sample.channels {
      for position in 0..<sample.positions {
        for o in 0..<sample.outputs where sample.isOn(data.masks, image, position, o) {
          let slope = data.gradient[image * sample.outputCount + sample.sources[position] + o]
          dx[sample.place(position, k)].addProduct(slope, data.weights[k * sample.outputs + o])
        }
      }
    }
    return dx
  }

  private func block(_ values: [Float], _ stride: Int) -> ImageBlock {
    ImageBlock(desk.change(values), stride: stride)
  }

  private func sparse(_ sample: PooledCase, _ data: PooledCase.Drawn) -> SparseGradient {
    SparseGradient(
      masks: desk.read(data.masks), sources: sample.sources.map { Int32($0) },
      gradient: block(data.gradient, sample.outputCount), outputs: sample.outputs)
  }
}
