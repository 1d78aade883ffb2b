/// All that a peer needs to train the same model, and what is measured of it.
struct BenchDescription: Encodable {
  let name: String
  /// The shape of an input, its channels last.
  let shape: [Int]
  let inputs: BenchModel.Inputs
  let targets: BenchModel.Targets
  /// Words that there are.
  let vocabulary: Int
  /// The layers in Keras notation.
  let layers: [String]
  let optimizer: String
  let loss: String
  let metrics: [String]
  let batches: [Int]
  let images: Int

  init(_ model: BenchModel) {
    (name, inputs, targets) = (model.name, model.inputs, model.targets)
    shape = model.shape(model.size)
    vocabulary = BenchModel.vocabulary
    layers = model.layers(BenchModel.width)
    (optimizer, loss, metrics) = (model.optimizer, model.loss, model.metrics)
    (batches, images) = (model.batches, model.images)
  }
}
