import Kernels
import Memory
import Testing

/// Chains of multiply-adds, channel by channel, written out in Swift are the oracle; the bits must be
/// the same on every level.
@Suite struct DepthwiseKernelTests {
  private let desk = Desk()

  struct Case: Sendable, CustomTestStringConvertible {
    let images: Int
    let pixels: Int
    let taps: Int
    let channels: Int
    var testDescription: String {
      "\(images) images, \(pixels) pixels, \(taps) taps, \(channels) channels"
    }
    var table: WindowTable {
      WindowTable(
        offsets: (0..<Int32(pixels)).map { $0 * Int32(channels) },
        segments: (0..<Int32(taps)).map { $0 * Int32(2 * channels) }, run: channels)
    }
    var stride: Int { table.reach + 3 }
    /// Pixel p of the input is read by position p - t with tap t, and by nobody beyond.
    var readers: [[(position: Int32, tap: Int32)]] {
      (0..<pixels + 1).map { pixel in
        (0..<taps).reversed().compactMap { tap in
          pixel >= tap && pixel - tap < pixels ? (Int32(pixel - tap), Int32(tap)) : nil
        }
      }
    }
  }

  static let cases = [
    Case(images: 1, pixels: 1, taps: 1, channels: 1),
    Case(images: 0, pixels: 3, taps: 2, channels: 4),
    Case(images: 2, pixels: 6, taps: 9, channels: 3),
    Case(images: 3, pixels: 5, taps: 7, channels: 16),
    Case(images: 2, pixels: 7, taps: 25, channels: 37),
    Case(images: 1, pixels: 8, taps: 16, channels: 8),
  ]

  @Test(arguments: cases, InstructionSet.available)
  func `sums are chains from the bias over the taps`(
    sample: Case, level: InstructionSet
  ) throws {
    var numbers = Numbers(UInt64(sample.taps))
    let x = numbers.padded(sample.images * sample.stride)
    let (w, b) = (numbers.padded(sample.table.size), numbers.padded(sample.channels))
    let size = sample.pixels * sample.channels
    let y = desk.zeros(sample.images * size + 16)
    try KernelSet(level).convolveChannels(
      sample.table, images: sample.images, input: ImageBlock(desk.change(x), stride: sample.stride),
      weights: desk.read(w), bias: desk.read(b), output: ImageBlock(y, stride: size),
      rectifies: true)
    for index in 0..<sample.images * size {
      let (image, place) = index.quotientAndRemainder(dividingBy: size)
      let (pixel, channel) = place.quotientAndRemainder(dividingBy: sample.channels)
      var chain = b[channel]
      for tap in 0..<sample.taps {
        let source = image * sample.stride + (pixel + 2 * tap) * sample.channels + channel
        chain.addProduct(x[source], w[tap * sample.channels + channel])
      }
      #expect(y[index] == max(chain, 0))
    }
    #expect(y[(sample.images * size)...].allSatisfy { $0 == 0 })
  }

  @Test(arguments: cases, InstructionSet.available)
  func `weight gradients are chains over images and pixels`(
    sample: Case, level: InstructionSet
  ) throws {
    var numbers = Numbers(UInt64(sample.channels))
    let x = numbers.padded(sample.images * sample.stride)
    let size = sample.pixels * sample.channels
    let g = numbers.padded(sample.images * size)
    let first = numbers.padded(sample.table.size)
    let dw = desk.change(first)
    try KernelSet(level).addChannelWeightGradient(
      sample.table, images: sample.images, input: ImageBlock(desk.change(x), stride: sample.stride),
      gradient: ImageBlock(desk.change(g), stride: size), to: dw)
    for index in 0..<sample.table.size {
      let (tap, channel) = index.quotientAndRemainder(dividingBy: sample.channels)
      var chain = first[index]
      for image in 0..<sample.images {
        for pixel in 0..<sample.pixels {
          let source = image * sample.stride + (pixel + 2 * tap) * sample.channels + channel
          chain.addProduct(x[source], g[image * size + pixel * sample.channels + channel])
        }
      }
      #expect(dw[index] == chain)
    }
    #expect(Array(dw[sample.table.size...]) == Array(first[sample.table.size...]))
  }

  @Test(arguments: cases, InstructionSet.available)
  func `input gradients are chains over the windows that read a pixel`(
    sample: Case, level: InstructionSet
  ) throws {
    var numbers = Numbers(UInt64(sample.pixels))
    let size = sample.pixels * sample.channels
    let (g, w) = (numbers.padded(sample.images * size), numbers.padded(sample.table.size))
    let readers = sample.readers
    let count = readers.count * sample.channels
    let dx = desk.zeros(sample.images * count + 16)
    try KernelSet(level).channelInputGradient(
      ChannelSpread(readers), images: sample.images, channels: sample.channels,
      gradient: ImageBlock(desk.change(g), stride: size), weights: desk.read(w),
      into: ImageBlock(dx, stride: count))
    for index in 0..<sample.images * count {
      let (image, place) = index.quotientAndRemainder(dividingBy: count)
      let (pixel, channel) = place.quotientAndRemainder(dividingBy: sample.channels)
      var chain: Float = 0
      for (position, tap) in readers[pixel] {
        chain.addProduct(
          g[image * size + Int(position) * sample.channels + channel],
          w[Int(tap) * sample.channels + channel])
      }
      #expect(dx[index] == chain)
    }
    #expect(dx[(sample.images * count)...].allSatisfy { $0 == 0 })
  }
}
