import Kernels
import Memory
import Testing

/// Pooling written out in Swift is the oracle; the bits must be the same on every level.
@Suite struct PoolingKernelTests {
  private let desk = Desk()

  struct Case: Sendable, CustomTestStringConvertible {
    let channels: Int
    let rows: [Range<Int>]
    let columns: [Range<Int>]
    var testDescription: String { "\(rows) by \(columns), \(channels) channels" }
    var width: Int { (columns.map(\.upperBound).max() ?? 0) + 1 }
    var pixels: Int { (rows.map(\.upperBound).max() ?? 0) * width }
    var table: PoolingWindows { PoolingWindows(rows: rows, columns: columns, width: width) }
    /// The pixels of each window.
    var windows: [[Int]] {
      rows.flatMap { rows in
        columns.map { columns in rows.flatMap { row in columns.map { row * width + $0 } } }
      }
    }
  }

  static let cases = [
    Case(channels: 1, rows: [0..<1], columns: [0..<1]),
    Case(channels: 5, rows: [0..<2, 2..<4], columns: [0..<2, 2..<4, 3..<4]),
    Case(channels: 16, rows: [0..<1], columns: [0..<3, 1..<4, 2..<4]),
    Case(channels: 37, rows: [0..<9, 3..<4], columns: [0..<12, 5..<6]),
    Case(channels: 2, rows: [0..<300], columns: [0..<300]),
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
    let winners = desk.zeros(count).viewed(as: Int32.self)
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
      #expect(y[index] == best && winner.map { Int32(places[$0]) } == winners[index])
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
