internal import Memory
internal import Tensors

/// A random matrix whose rows or columns, the fewer of them, are orthogonal and of length `gain`
/// (Saxe, McClelland and Ganguli 2014).
///
/// The matrix has the weight's last axis as its columns and the others together as its rows. Takes
/// time in proportion to rows · columns · the fewer of them.
struct Orthogonal: Initializer {
  static let signature = Signature(
    "Orthogonal", [Parameter("gain", .number(.any), default: .double(1)), .seed])
  static let aliases = ["orthogonal"]
  static var ranks: ClosedRange<Int> { 2...Int.max }
  let gain: Double
  private let seed: InitializerSeed

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    gain = arguments.double("gain")
    seed = InitializerSeed(arguments)
  }

  func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    let columns = shape.extents.last ?? 1
    let rows = shape.extents.dropLast().reduce(1, *)
    let (count, length) = (min(rows, columns), max(rows, columns))
    let numbers = self.seed.stream(seed: seed, stream: stream)
      .normal(count: count * length).map { Double($0) }
    let vectors = Self.orthonormal(numbers, count: count, length: length)
    var values = [Float](repeating: 0, count: shape.count)
    for row in 0..<rows {
      for column in 0..<columns {
        let source = rows < columns ? row * length + column : column * length + row
        values[row * columns + column] = Float(vectors[source] * gain)
      }
    }
    return values
  }

  /// Gram and Schmidt's vectors, which are the uniformly distributed ones (Mezzadri 2007); each one
  /// is freed of the earlier ones twice, so that rounding leaves them orthogonal.
  private static func orthonormal(_ numbers: [Double], count: Int, length: Int) -> [Double] {
    var vectors = numbers
    vectors.withMutableElements { all in
      for index in 0..<count {
        let vector = all[index * length..<(index + 1) * length]
        for earlier in 0..<2 * index {
          let start = earlier % index * length
          let other = all[start..<start + length]
          let share = product(vector, other)
          for place in vector.indices { vector[place] -= share * other[place] }
        }
        let size = product(vector, vector).squareRoot()
        for place in vector.indices { vector[place] /= size }
      }
    }
    return vectors
  }

  private static func product(
    _ a: MutableElements<Double>, _ b: MutableElements<Double>
  ) -> Double {
    var lanes = SIMD4<Double>()
    let whole = a.count / 4 * 4
    for start in stride(from: 0, to: whole, by: 4) {
      for lane in 0..<4 { lanes[lane] += a[start + lane] * b[start + lane] }
    }
    var sum = (lanes[0] + lanes[2]) + (lanes[1] + lanes[3])
    for index in whole..<a.count { sum += a[index] * b[index] }
    return sum
  }
}
