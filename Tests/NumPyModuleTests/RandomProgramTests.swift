import Foundation
import Testing

/// Programs that draw from seeded generators, and what NumPy prints for them (Tests/Oracles/random_numpy.py).
struct `Seeded numbers` {
  static let cases: [ProgramCase] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/NumPyModule/random.json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([ProgramCase].self, from: data)) ?? []
  }()

  @Test func `have programs`() { #expect(Self.cases.count >= 200) }

  @Test(arguments: Self.cases)
  func `are NumPy's, and the stream after them too`(sample: ProgramCase) {
    #expect(printed(sample.source) == sample.output)
  }
}
