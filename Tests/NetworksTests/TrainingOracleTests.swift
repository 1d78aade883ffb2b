import Datasets
import Networks
import Tensors
import Testing

struct TrainingCase: Decodable, Sendable {
  struct Step: Decodable, Sendable {
    let loss: Float
    let accuracy: Float
    let weights: [[Float]]
  }

  let name: String
  let every: Int
  let labels: [UInt8]
  let steps: [Step]
  let parameters: Int
  let layers: [String]
  let loss: Float
  let accuracy: Float
  let outputs: [Float]
}

@Suite struct TrainingOracleTests {
  static let cases = KerasValues<TrainingCase>.load("training")

  private func trainer(_ row: TrainingCase) throws -> Trainer {
    let isLesson = row.name == "lesson"
    let model = try isLesson ? Lessons.whole() : Lessons.normalized()
    let values = model.weightSpecs.enumerated().map {
      Formula.weight($1.name, $1.shape, salt: $0 + 2).values
    }
    let sparse = ArgumentCall.make(
      "SparseCategoricalCrossentropy", with: ["from_logits": .bool(true)])
    return Trainer(
      model: model, weights: try #require(ModelWeights(model, flat: values)),
      compilation: try Compilation(
        optimizer: .string(isLesson ? "rmsprop" : "adam"),
        loss: isLesson ? .string("categorical_crossentropy") : .call(sparse),
        metrics: [.string("accuracy")]),
      preparation: Preparation(labelForm: isLesson ? .oneHot : .integer))
  }

  @Test(arguments: cases.indices)
  func `three optimizer steps give the losses and weights that Keras gets`(_ index: Int) throws {
    let row = Self.cases[index]
    var trainer = try trainer(row)
    let data = Lessons.split(
      8, shape: trainer.model.inputShape, classes: row.name == "lesson" ? 10 : 4)
    #expect(data.labels == row.labels)
    #expect(trainer.model.parameterCount == row.parameters)
    #expect(trainer.model.layers.map(\.name) == row.layers)
    for (number, step) in row.steps.enumerated() {
      let history = try trainer.fit(
        data,
        options: FitOptions(
          epochs: number + 1, batchSize: 8, initialEpoch: number, shuffle: false))
      let metrics = history.rows[0].map(Float.init)
      #expect(firstDifference([metrics[0]], [step.loss], tolerance: 3e-5) == nil)
      #expect(metrics[1] == step.accuracy)
      for (tensor, expected) in zip(trainer.weights.tensors, step.weights) {
        let sampled = stride(from: 0, to: tensor.values.count, by: row.every).map {
          tensor.values[$0]
        }
        #expect(firstDifference(sampled, expected, tolerance: 1e-3) == nil, "step \(number + 1)")
      }
    }
    let metrics = try trainer.evaluate(data).map { Float($0.value) }
    #expect(firstDifference(metrics, [row.loss, row.accuracy], tolerance: 1e-4) == nil)
    let outputs = try trainer.predict(data)
    #expect(firstDifference(outputs.values, row.outputs, tolerance: 1e-3) == nil)
  }
}
