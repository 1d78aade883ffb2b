import TestSupport
import Testing

/// Programs that draw from seeded generators, and what NumPy prints for them (Tests/Oracles/random_numpy.py).
struct `Seeded numbers` {
  static let cases: [RecordedProgram] = Fixture.read("NumPyModule/random.json")

  @Test func `have programs`() { #expect(Self.cases.count >= 200) }

  @Test(arguments: Self.cases)
  func `are NumPy's, and the stream after them too`(sample: RecordedProgram) {
    #expect(printed(sample.source) == sample.output)
  }
}
