import Kernels
import Memory
import Testing

/// Rows that are normalized by their own moments, and slopes below zero, written out in Swift.
@Suite struct RowKernelTests {
  private let desk = Desk()
  static let cases = [(1, 1), (3, 5), (2, 16), (4, 37), (1, 100)]

  /// Element i goes to lane i mod 16; lanes fold by halves.
  private func sum(_ values: [Float]) -> Float {
    var lanes = [Float](repeating: 0, count: 16)
    for (index, value) in values.enumerated() { lanes[index % 16] += value }
    for half in [8, 4, 2, 1] { for lane in 0..<half { lanes[lane] += lanes[lane + half] } }
    return lanes[0]
  }

  @Test(arguments: cases, InstructionSet.available)
  func `rows are normalized by their own moments`(
    extents: (rows: Int, columns: Int), level: InstructionSet
  ) throws {
    let (rows, columns) = extents
    var numbers = Numbers(UInt64(columns))
    let (x, g) = (numbers.padded(rows * columns), numbers.padded(rows * columns))
    let (gamma, beta) = (numbers.padded(columns), numbers.padded(columns))
    let (normal, y, dx) = (desk.zeros(x.count), desk.zeros(x.count), desk.zeros(x.count))
    let inverse = desk.zeros(rows + 16)
    let kernels = try KernelSet(level)
    kernels.normalizeRows(
      rows: rows, columns: columns, desk.read(x), epsilon: 0.01, gamma: desk.read(gamma),
      beta: desk.read(beta), normal: normal, inverse: inverse, into: y)
    kernels.normalizeRowsGradient(
      rows: rows, columns: columns, desk.read(g), normal: Elements(normal),
      inverse: Elements(inverse), gamma: desk.read(gamma), into: dx)
    let width = Float(columns)
    for row in 0..<rows {
      let places = row * columns..<(row + 1) * columns
      let mean = sum(Array(x[places])) / width
      let variance = sum(x[places].map { ($0 - mean) * ($0 - mean) }) / width
      let scale = 1 / (variance + 0.01).squareRoot()
      #expect(inverse[row] == scale)
      let slopes = places.map { g[$0] * gamma[$0 - places.lowerBound] }
      let normals = places.map { (x[$0] - mean) * scale }
      let (total, products) = (sum(slopes), sum(zip(slopes, normals).map { $0 * $1 }))
      for column in 0..<columns {
        let place = places.lowerBound + column
        #expect(normal[place] == normals[column])
        #expect(y[place] == beta[column].addingProduct(normals[column], gamma[column]))
        let share = (total + normals[column] * products) / width
        #expect(dx[place] == (slopes[column] - share) * scale)
      }
    }
    #expect(y[(rows * columns)...].allSatisfy { $0 == 0 })
  }

  @Test(arguments: [1, 16, 37], InstructionSet.available)
  func `numbers below zero have slopes of their own`(count: Int, level: InstructionSet) throws {
    var numbers = Numbers(UInt64(count))
    var (x, g) = (numbers.padded(count), numbers.padded(count))
    (x, g) = (Array(x[..<count]), Array(g[..<count]))
    x[count / 2] = 0
    let (alpha, first) = (numbers.padded(count), numbers.padded(count))
    let (y, dx, sums) = (desk.zeros(count), desk.zeros(count), desk.change(first))
    let kernels = try KernelSet(level)
    kernels.prelu(desk.read(x), alpha: desk.read(alpha), into: y)
    kernels.preluGradient(
      desk.read(g), input: desk.read(x), alpha: desk.read(alpha), alphaGradient: sums, into: dx)
    for index in 0..<count {
      #expect(y[index] == (x[index] < 0 ? x[index] * alpha[index] : x[index]))
      #expect(dx[index] == g[index] * (x[index] < 0 ? alpha[index] : x[index] > 0 ? 1 : 0))
      let sum = x[index] > 0 ? first[index] : first[index].addingProduct(g[index], x[index])
      #expect(sums[index] == sum)
    }
  }
}
