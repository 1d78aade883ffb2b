import Networks
import Tensors
import Testing

struct InitializerCase: Decodable, Sendable {
  let initializer: String
  let shape: [Int]
  let mean: Float
  let deviation: Float
  let smallest: Float
  let largest: Float
}

@Suite struct InitializerTests {
  static let cases = Fixture<InitializerCase>.load("initializers")

  @Test(arguments: cases.indices)
  func `Keras draws from the same distribution`(_ index: Int) throws {
    let row = Self.cases[index]
    let type = try #require(
      InitializerCatalog.all.first { $0.aliases.contains(row.initializer) })
    let made = try type.init(type.signature.bind(ArgumentCall(row.initializer)))
    let values = made.values(for: Shape(row.shape), seed: 42, stream: 7)
    let count = Float(values.count)
    let mean = values.reduce(0, +) / count
    let deviation = (values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / count).squareRoot()
    // Five standard errors of a mean over this many draws, both sides drawn.
    let error = 5 * row.deviation * (2 / count).squareRoot()
    #expect(abs(mean - row.mean) <= error)
    #expect(abs(deviation - row.deviation) <= error)
    #expect(abs((values.min() ?? 0) - row.smallest) <= 0.02 * abs(row.smallest))
    #expect(abs((values.max() ?? 0) - row.largest) <= 0.02 * abs(row.largest))
  }

  @Test func `every initializer of the catalog is compared with Keras`() {
    let compared = Set(Self.cases.map(\.initializer))
    #expect(Set(InitializerCatalog.all.flatMap { $0.aliases.prefix(1) }) == compared)
  }

  @Test func `a weight depends on seed and stream alone`() throws {
    let made = try GlorotUniform(GlorotUniform.signature.bind(ArgumentCall("glorot_uniform")))
    let first = made.values(for: [3, 4], seed: 1, stream: 2)
    #expect(first == made.values(for: [3, 4], seed: 1, stream: 2))
    #expect(first != made.values(for: [3, 4], seed: 2, stream: 2))
    #expect(first != made.values(for: [3, 4], seed: 1, stream: 3))
  }
}
