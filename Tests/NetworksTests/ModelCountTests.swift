import Networks
import Tensors
import Testing

/// Models of one architecture are told apart by how many there were before.
@Suite struct ModelCountTests {
  private func model(_ units: Int, named name: String = "sequential") throws -> Model {
    let layer = try Lessons.layer("Dense", .int(units)).layer
    return try Model(
      name: name, inputShape: [4], layers: [LayerDeclaration(layer, name: name + "_layer")])
  }

  @Test func `names count for nothing, shapes and seeds do`() throws {
    var counts = ModelCounts()
    #expect(counts.add(try model(3), seed: 1) == 0)
    #expect(counts.add(try model(3, named: "other"), seed: 1) == 1)
    #expect(counts.add(try model(2), seed: 1) == 0)
    #expect(counts.add(try model(3), seed: 2) == 0)
    #expect(counts.add(try model(3), seed: 1) == 2)
  }

  @Test func `a part of a lesson counts on from what was before it, until it is reset`() throws {
    var (before, part) = (ModelCounts(), ModelCounts())
    _ = before.add(try model(3), seed: 1)
    #expect(part.add(try model(3), seed: 1, after: before) == 1)
    part.reset()
    #expect(part.add(try model(3), seed: 1, after: before) == 0)
    before.add(part)
    #expect(before[try model(3), 1] == 1)
    #expect(before.add(try model(3), seed: 1) == 1)
  }

  @Test func `the first model keeps the seed, others have their own`() {
    #expect(Model.seed(7, copy: 0) == 7)
    let seeds =
      (0..<100).map { Model.seed(7, copy: $0) } + (1..<100).map { Model.seed(8, copy: $0) }
    #expect(Set(seeds).count == seeds.count)
  }
}
