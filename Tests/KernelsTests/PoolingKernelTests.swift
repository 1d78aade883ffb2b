import Kernels
import Memory
import Testing

/// Pooling written out in Swift is the oracle; the bits must be the same on every level.
@Suite struct PoolingKernelTests {
  private let desk = Desk()

  struct Case: Sendable, CustomTestStringConvertible {
    let channels: Int
    let windows: [[Int]]
    var testDescription: String { "\(windows.count) windows, \(channels) channels" }
    var pixels: Int { (windows.flatMap { $0 }.max() ?? 0) + 1 }
    var table: PoolingWindows {
      PoolingWindows(windows.map { $0.map { Int32($0 * channels) } })
    }
  }

  static let cases = [
    Case(channels: 1, windows: [[0]]),
    Case(channels: 5, windows: [[0, 1, 4, 5], [2, 3, 6, 7]]),
    Case(channels: 16, windows: [[0, 1, 2], [1, 2, 3], [2, 3]]),
    Case(channels: 37, windows: [Array(0..<20), [19], [3, 7, 11]]),
  ]

  private func input(_ sample: Case) -> [Float] {
    var numbers = Numbers(UInt64(sample.channels))
    // Few different numbers, so that some are equal: the first of equals wins.
    return numbers.padded(sample.pixels * sample.channels).map { ($0 * 4).rounded() / 4 }
  }

  private func slopes(_ sample: Case) -> [Float] {
    var numbers = Numbers(99)
    return numbers.padded(sample.windows.count * sample.channels)
  }

  @Test(arguments: cases, InstructionSet.available)
  func `the largest of a window wins, the first of equals`(
    sample: Case, level: InstructionSet
  ) throws {
    let (kernels, x, g) = (try KernelSet(level), input(sample), slopes(sample))
    let count = sample.windows.count * sample.channels
    let (y, dx) = (desk.change([Float](repeating: .nan, count: count)), desk.zeros(x.count))
    let winners = desk.zeros(count).viewed(as: UInt16.self)
    kernels.maxPool(
      sample.table, channels: sample.channels, desk.read(x), into: y, winners: winners)
    kernels.addMaxPoolGradient(
      sample.table, channels: sample.channels, desk.read(g), winners: Elements(winners), to: dx)
    var expected = [Float](repeating: 0, count: x.count)
    for index in 0..<count {
      let (window, channel) = index.quotientAndRemainder(dividingBy: sample.channels)
      let places = sample.windows[window].map { $0 * sample.channels + channel }
      let best = places.map { x[$0] }.max()
      let winner = places.firstIndex { x[$0] == best }
      #expect(y[index] == best && Int(winners[index]) == winner)
      if let winner { expected[places[winner]] += g[index] }
    }
    #expect(Array(dx) == expected)
  }

  @Test(arguments: cases, InstructionSet.available)
  func `an average is the sum in the window's order over its size`(
    sample: Case, level: InstructionSet
  ) throws {
    let (kernels, x, g) = (try KernelSet(level), input(sample), slopes(sample))
    let count = sample.windows.count * sample.channels
    let (y, dx) = (desk.change([Float](repeating: .nan, count: count)), desk.zeros(x.count))
    kernels.averagePool(sample.table, channels: sample.channels, desk.read(x), into: y)
    kernels.addAveragePoolGradient(
      sample.table, channels: sample.channels, desk.read(g), to: dx)
    var expected = [Float](repeating: 0, count: x.count)
    for index in 0..<count {
      let (window, channel) = index.quotientAndRemainder(dividingBy: sample.channels)
      let places = sample.windows[window].map { $0 * sample.channels + channel }
      #expect(y[index] == places.reduce(0) { $0 + x[$1] } / Float(places.count))
      for place in places { expected[place] += g[index] / Float(places.count) }
    }
    #expect(Array(dx) == expected)
  }
}
