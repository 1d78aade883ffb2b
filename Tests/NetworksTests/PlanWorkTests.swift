import Datasets
import Kernels
import Tensors
import Testing

@testable import Networks

/// Twice the rows, or twice the images, make a step of any layer twice as dear: what the kernels are
/// asked for and the numbers that a step takes to hand are counted.
@Suite struct PlanWorkTests {
  @Test(arguments: PlannedLayerTests.names)
  func `no step grows faster than its work`(_ name: String) throws {
    for sample in LayerDraw.layers(name, 4) where name != "InputLayer" {
      let (once, twice) = try (work(sample, rows: 4, images: 16), work(sample, rows: 8, images: 16))
      // A window's border is a smaller share of more rows.
      #expect(twice <= once * 9 / 4, "\(sample.testDescription): \(once), then \(twice)")
      let more = try work(sample, rows: 4, images: 32)
      #expect(more <= once * 9 / 4, "\(sample.testDescription): \(once), then \(more)")
    }
  }

  /// Operations of training one batch on one thread.
  ///
  /// - Parameter rows: how many times as many the input has along its first axis.
  private func work(_ sample: DrawnLayer, rows: Int, images: Int) throws -> Int {
    let extents = sample.input.extents
    let large = DrawnLayer(sample.call, Shape([extents[0] * rows] + extents.dropFirst()))
    let model = try PlannedLayerTests.model(large, isFirst: large.input.rank == 1)
    let compilation = try Compilation(
      optimizer: .string("sgd"), loss: .string("categorical_crossentropy"))
    let count = WorkCount()
    var plan = try ExecutorPair(
      model, compilation, threads: 1, kernels: KernelSet(.fastest).counting(count), batch: images
    ).plan
    let data = Lessons.split(images, shape: large.input, classes: 3)
    var batch = Batch(capacity: images, inputShape: large.input, preparation: Preparation())
    batch.read(Array(0..<images)[...], images: data.images, labels: data.labels)
    let before = count.operations
    _ = plan.train(batch)
    return count.operations - before
  }
}
