import Networks
import Tensors
import Testing

struct InitializerCase: Decodable, Sendable {
  let initializer: String
  let arguments: [String: JSONArgument]?
  let shape: [Int]
  let mean: Float
  let deviation: Float
  /// Nil where the distribution has no bounds.
  let smallest: Float?
  let largest: Float?
}

@Suite struct InitializerTests {
  static let cases =
    KerasValues<InitializerCase>.load("initializers") + KerasValues.load("components_initializers")

  @Test(arguments: cases.indices)
  func `Keras draws from the same distribution`(_ index: Int) throws {
    let row = Self.cases[index]
    let made = try make(ArgumentCall(row.initializer, json: row.arguments ?? [:]))
    let values = made.values(for: Shape(row.shape), seed: 42, stream: 7)
    let count = Float(values.count)
    let mean = values.reduce(0, +) / count
    let deviation = (values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / count).squareRoot()
    // Five standard errors of a mean over this many draws, both sides drawn.
    let error = 5 * row.deviation * (2 / count).squareRoot()
    #expect(abs(mean - row.mean) <= error)
    #expect(abs(deviation - row.deviation) <= error)
    if let smallest = row.smallest, let largest = row.largest {
      let allowed = 0.02 * (largest - smallest)
      #expect(abs((values.min() ?? 0) - smallest) <= allowed)
      #expect(abs((values.max() ?? 0) - largest) <= allowed)
    }
  }

  @Test func `every initializer of the catalog is compared with Keras`() throws {
    let compared = try Self.cases.map { row in
      try type(of: make(ArgumentCall(row.initializer))).signature.name
    }
    #expect(Set(InitializerCatalog.all.map { $0.signature.name }) == Set(compared))
  }

  @Test(arguments: [
    ("normal", "RandomNormal"), ("uniform", "RandomUniform"), ("zero", "Zeros"), ("one", "Ones"),
    ("truncated_normal", "TruncatedNormal"), ("lecun_normal", "LecunNormal"),
    ("random_normal", "RandomNormal"), ("orthogonal", "Orthogonal"),
  ])
  func `a spelling that lessons use names an initializer`(
    _ spelling: String, _ name: String
  ) throws {
    #expect(type(of: try make(ArgumentCall(spelling))).signature.name == name)
  }

  @Test(arguments: [[7, 5], [5, 7], [3, 2, 4, 5], [64, 64]])
  func `an orthogonal weight's rows or columns are orthogonal`(_ extents: [Int]) throws {
    let made = try make(.make("orthogonal", with: ["gain": .double(2)]))
    let values = made.values(for: Shape(extents), seed: 1, stream: 2)
    let columns = extents.last ?? 1
    let rows = values.count / columns
    let areRows = rows < columns
    func number(_ vector: Int, _ place: Int) -> Float {
      areRows ? values[vector * columns + place] : values[place * columns + vector]
    }
    for first in 0..<min(rows, columns) {
      for second in 0...first {
        let product = (0..<max(rows, columns)).map { number(first, $0) * number(second, $0) }
        #expect(abs(product.reduce(0, +) - (first == second ? 4 : 0)) < 1e-5)
      }
    }
  }

  @Test func `an identity has the gain on its diagonal`() throws {
    let made = try make(.make("Identity", with: ["gain": .double(3)]))
    #expect(made.values(for: [2, 3], seed: 1, stream: 2) == [3, 0, 0, 0, 3, 0])
  }

  @Test(arguments: ["Identity", "Orthogonal"])
  func `a weight that an initializer can't make is refused`(_ name: String) throws {
    let layer = try Lessons.layer("Dense", .int(3), with: ["bias_initializer": .string(name)])
    let error = try #require(throws: ModelError.self) {
      try Model(inputShape: [4], layers: [layer])
    }
    #expect(
      error.description
        == "layer 1: Dense: the initializer '\(name.lowercased())' can't make a weight "
        + "of shape (3,)"
    )
  }

  @Test func `a range that ends before it begins is refused`() throws {
    let error = try #require(throws: ArgumentError.self) {
      try make(.make("RandomUniform", .double(0.5), .double(0.25)))
    }
    #expect(error.description == "RandomUniform: 'maxval' must be at least 0.5, not 0.25")
  }

  @Test(arguments: ["glorot_uniform", "he_normal", "normal", "uniform", "orthogonal"])
  func `an initializer's own seed stands for the run's`(_ name: String) throws {
    let made = try make(.make(name, with: ["seed": .int(7)]))
    let first = made.values(for: [3, 4], seed: 1, stream: 2)
    #expect(first == made.values(for: [3, 4], seed: 5, stream: 6))
    let other = try make(.make(name, with: ["seed": .int(-7)]))
    #expect(first != other.values(for: [3, 4], seed: 1, stream: 2))
  }

  @Test func `a weight depends on seed and stream alone`() throws {
    let made = try GlorotUniform(GlorotUniform.signature.bind(ArgumentCall("glorot_uniform")))
    let first = made.values(for: [3, 4], seed: 1, stream: 2)
    #expect(first == made.values(for: [3, 4], seed: 1, stream: 2))
    #expect(first != made.values(for: [3, 4], seed: 2, stream: 2))
    #expect(first != made.values(for: [3, 4], seed: 1, stream: 3))
  }

  private func make(_ call: ArgumentCall) throws -> any Initializer {
    let type = try #require(
      InitializerCatalog.all.first {
        $0.signature.name == call.name || $0.aliases.contains(call.name)
      })
    return try type.init(type.signature.bind(call))
  }
}
