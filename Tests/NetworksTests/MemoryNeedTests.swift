import Tensors
import Testing

@testable import Networks

struct `The memory that a model needs` {
  private func model(_ index: Int) throws -> Model {
    let flat = [
      try Lessons.layer("Dense", .int(50)), try Lessons.layer("Dense", .int(10)),
    ]
    if index == 0 { return try Model(inputShape: [784], layers: flat) }
    return try Model(
      inputShape: [28, 28, 1],
      layers: [
        try Lessons.layer("Conv2D", .int(8), .int(3)), try Lessons.layer("Flatten"), flat[1],
      ])
  }

  private func optimizer() throws -> any Optimizer {
    try OptimizerCatalog.make(.string("rmsprop"))
  }

  /// Not less than the plan's blocks hold, and not many times as much.
  @Test(arguments: [0, 1], [1, 32, 300])
  func `is what the plan makes room for`(index: Int, batch: Int) throws {
    let model = try model(index)
    let images = BatchChunks.range(0, batch: batch).count
    let chunks = BatchChunks.count(batch: batch)
    let plan = try #require(
      TrainingPlan(model, images: images, batch: batch, skipped: [], isExact: true))
    let need = MemoryNeed(model, batch: batch, optimizer: try optimizer(), threads: 2)
    let lanes = min(2, chunks)
    let blocks = plan.parameterCount * (3 + 1 + chunks) + plan.memoryCount * lanes
    #expect(need.bytes > 4 * blocks * 3 / 4)
    #expect(need.bytes < 4 * blocks * 4)
  }

  @Test(arguments: [0, 1])
  func `grows with the batch, and by training`(index: Int) throws {
    let model = try model(index)
    let few = MemoryNeed(model, batch: 8, optimizer: nil, threads: 4)
    let many = MemoryNeed(model, batch: 800, optimizer: nil, threads: 4)
    let trained = MemoryNeed(model, batch: 800, optimizer: try optimizer(), threads: 4)
    #expect(few.bytes < many.bytes)
    #expect(many.bytes < trained.bytes)
    #expect(!trained.isTooMuch)
  }

  @Test func `stops an engine before anything is made`() throws {
    let model = try model(0)
    let need = MemoryNeed(model, batch: 1 << 40, optimizer: nil)
    #expect(need.isTooMuch)
    #expect(need.layer == "dense")
    #expect(MemoryLimit.bytes > 0 && MemoryLimit.bytes <= 4 << 30)
  }
}
