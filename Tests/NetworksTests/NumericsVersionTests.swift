import Datasets
import Digests
import Networks
import Tensors
import Testing

@Suite struct NumericsVersionTests {
  struct Row: Sendable {
    let optimizer: String
    let initial: String
    let trained: String
  }

  /// The digests that hold for `version`. Where a change of the engine alters them, raise
  /// `numericsVersion` and write the new ones here together with the new version.
  static let version = 4
  static let rows = [
    Row(
      optimizer: "sgd", initial: "08565203f9ea86eaf3b799d9605b2321",
      trained: "8708851708646be737a42de8ac54adff"),
    Row(
      optimizer: "rmsprop", initial: "08565203f9ea86eaf3b799d9605b2321",
      trained: "7cc34ef38167b318077f58b58057a3f2"),
    Row(
      optimizer: "adam", initial: "08565203f9ea86eaf3b799d9605b2321",
      trained: "cbe03432dda4ddb338b5cb63417ff398"),
  ]

  @Test func `the digests below are those of the engine's version`() {
    #expect(numericsVersion == Self.version)
  }

  @Test(arguments: rows.indices)
  func `trained weights have the digest of this version`(_ index: Int) throws {
    let row = Self.rows[index]
    let model = try Lessons.small()
    let weights = ModelWeights(model, seed: 11)
    #expect(weights.sha256.hex(16) == row.initial)
    var trainer = Trainer(
      model: model, weights: weights,
      compilation: try Compilation(
        optimizer: .string(row.optimizer), loss: .string("categorical_crossentropy"),
        metrics: [.string("accuracy")]),
      preparation: Preparation())
    _ = try trainer.fit(
      Lessons.split(37, shape: [6, 5, 1], classes: 3),
      options: FitOptions(epochs: 3, batchSize: 8, seed: 12))
    #expect(trainer.weights.sha256.hex(16) == row.trained)
  }

  /// The lesson's extents choose Winograd's form and the fused kernels.
  @Test func `the lesson's own model has the digest of this version`() throws {
    let model = try Lessons.whole()
    var trainer = Trainer(
      model: model, weights: ModelWeights(model, seed: 0),
      compilation: try Compilation(loss: .string("categorical_crossentropy")),
      preparation: Preparation())
    _ = try trainer.fit(
      Lessons.split(40, shape: [28, 28, 1], classes: 10),
      options: FitOptions(epochs: 1, batchSize: 16, seed: 1, threads: 2))
    #expect(trainer.weights.sha256.hex(16) == "08cc94fdf63c9b0f7e9178b4c62f43ac")
  }
}
