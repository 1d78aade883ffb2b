import Networks
import Tensors
import Testing

struct `An embedding` {
  private static func trainer() throws -> Trainer {
    let model = try Model(
      inputShape: [2, 1],
      layers: [
        Lessons.layer("Reshape", .list([.int(2)])), Lessons.layer("Embedding", .int(10), .int(3)),
        Lessons.layer("Flatten"), Lessons.layer("Dense", .int(1)),
      ])
    return Trainer(
      model: model, weights: ModelWeights(model, seed: 1),
      compilation: try Compilation(optimizer: .string("sgd"), loss: .string("mse")),
      preparation: Preparation())
  }

  private static func samples(_ ids: [Float]) -> Samples {
    Samples(
      inputs: .numbers(ids), targets: .rows([1, 1], width: 1, .integer), inputShape: [2, 1])
  }

  @Test(
    arguments: [
      (-1, "-1.0"), (10, "10.0"), (256, "256.0"), (1e30, "1e+30"), (.nan, "nan"),
      (.infinity, "inf"),
      (-.infinity, "-inf"), (-1e30, "-1e+30"),
    ] as [(Float, String)])
  func `refuses an id that its table has no row for`(id: Float, shown: String) throws {
    var trainer = try Self.trainer()
    let data = Self.samples([0, 9, id, 3])
    let message =
      "\(shown) in sample 1 at (0, 0) is outside of the numbers 0 to 9 that the layer 'embedding' has rows for"
    for error in [
      #expect(throws: TrainingError.self) { try trainer.predict(data) },
      #expect(throws: TrainingError.self) { try trainer.evaluate(data) },
      #expect(throws: TrainingError.self) { try trainer.fit(data, options: FitOptions()) },
    ] { #expect(error?.description == message) }
  }

  /// As Keras does.
  @Test func `leaves fractions off`() throws {
    let trainer = try Self.trainer()
    #expect(
      try trainer.predict(Self.samples([0.9, 9.9, -0.5, 3])).values
        == trainer.predict(Self.samples([0, 9, 0, 3])).values)
  }
}
