import Networks
import Tensors
import Testing

struct `A label` {
  private static let losses = LossCatalog.all.map { $0.signature.name }
  /// The metrics of which one number stands for all outputs of a sample.
  private static let metrics = MetricCatalog.all.filter { $0 is any SampleMetric.Type }
    .map { $0.signature.name }
  private static let hostile: [Float] = [
    -1, 3, 255, 256, 300, 3000, 0.5, -0.5, 1e30, -1e30, 9.3e18, .nan, .infinity, -.infinity,
    Float(Int32.max), .leastNonzeroMagnitude, -0.0, 2,
  ]

  private static func trainer(
    _ loss: String, _ metric: String, _ activation: String, _ form: LabelForm
  ) throws -> Trainer {
    let model = try Model(
      inputShape: [2],
      layers: [Lessons.layer("Dense", .int(3), with: ["activation": .string(activation)])])
    return Trainer(
      model: model, weights: ModelWeights(model, seed: 1),
      compilation: try Compilation(
        optimizer: .string("sgd"), loss: .string(loss), metrics: [.string(metric)]),
      preparation: Preparation(labelForm: form))
  }

  private static func samples(_ targets: Samples.Targets, count: Int) -> Samples {
    Samples(
      inputs: .numbers([Float](repeating: 0.5, count: 2 * count)), targets: targets,
      inputShape: [2])
  }

  /// A class number is no row that could be counted number by number.
  @Test(arguments: ["Precision", "AUC", "R2Score", "TrueNegatives"])
  func `is refused by metrics of several outputs that count numbers`(metric: String) throws {
    let trainer = try Self.trainer("MeanSquaredError", metric, "softmax", .integer)
    let data = Self.samples(.rows([1, 2], width: 1, .integer), count: 2)
    let error = #expect(throws: TrainingError.self) { try trainer.evaluate(data) }
    #expect(
      error?.description == "the model's output has the shape (3,), but each target has 1 numbers")
  }

  /// Whether the label is one that every loss and metric can take.
  private static func isClass(_ label: Float) -> Bool { [0, 1, 2].contains(label) }

  /// Every loss with every metric: a number that is no class ends in an error before the first step,
  /// or is compared as the number that it is.
  @Test(arguments: losses)
  func `is an index only where it is one of the classes`(loss: String) throws {
    for metric in Self.metrics {
      for form in LabelForm.allCases {
        var trainer = try Self.trainer(loss, metric, "softmax", form)
        let before = trainer.weights.sha256
        let reads =
          trainer.compilation.loss.labelForm != nil
          || trainer.compilation.metrics[0].metric.labelForm != nil
        for label in Self.hostile {
          let data = Self.samples(.rows([1, label], width: 1, .integer), count: 2)
          let isTaken = (try? trainer.evaluate(data)) != nil
          #expect(isTaken == (!reads || Self.isClass(label)), "\(loss) \(metric) \(label)")
          if !isTaken {
            #expect(throws: TrainingError.self) { try trainer.fit(data, options: FitOptions()) }
          }
        }
        #expect(trainer.weights.sha256 == before)
      }
    }
  }

  @Test(
    arguments: [
      (
        -1,
        "the label -1 of sample 1 is outside of the classes 0 to 2, for which the model has outputs"
      ),
      (
        3,
        "the label 3 of sample 1 is outside of the classes 0 to 2, for which the model has outputs"
      ),
      (
        300,
        "the label 300 of sample 1 is outside of the classes 0 to 2, for which the model has outputs"
      ),
      (0.5, "the label 0.5 of sample 1 is no class: classes are whole numbers"),
      (.nan, "the label nan of sample 1 is no class: classes are whole numbers"),
      (-.infinity, "the label -inf of sample 1 is no class: classes are whole numbers"),
      (
        1e30,
        "the label 9223372036854775807 of sample 1 is outside of the classes 0 to 2, for which the model has outputs"
      ),
    ] as [(Float, String)])
  func `that is no class is named with its sample`(label: Float, message: String) throws {
    var trainer = try Self.trainer("sparse_categorical_crossentropy", "acc", "softmax", .integer)
    let data = Self.samples(.rows([2, label, 7], width: 1, .integer), count: 3)
    #expect(throws: TrainingError.self) { try trainer.evaluate(data.subset(1..<2)) }
    var error = #expect(throws: TrainingError.self) { try trainer.evaluate(data) }
    #expect(error?.description == message)
    error = #expect(throws: TrainingError.self) {
      try trainer.fit(data.subset(0..<1), validation: data, options: FitOptions())
    }
    #expect(error?.description == message.replacing("of sample", with: "of validation sample"))
  }

  @Test func `as a byte is held to the classes too`() throws {
    let trainer = try Self.trainer("sparse_categorical_crossentropy", "acc", "softmax", .integer)
    let data = Self.samples(.classes([0, 255, 3], .integer), count: 3)
    _ = try trainer.evaluate(data.subset(0..<1))
    let error = #expect(throws: TrainingError.self) { try trainer.evaluate(data) }
    #expect(
      error?.description
        == "the label 255 of sample 1 is outside of the classes 0 to 2, for which the model has outputs"
    )
  }

  /// Labels are bytes up to 255 classes and numbers beyond: the same metrics, bit for bit.
  @Test func `gives the same bits as a byte and as a number`() throws {
    let labels: [UInt8] = [0, 2, 1, 1, 0]
    for metric in ["acc", "sparse_top_k_categorical_accuracy", "sparse_categorical_crossentropy"] {
      var bytes = try Self.trainer("sparse_categorical_crossentropy", metric, "softmax", .integer)
      var numbers = bytes
      let options = FitOptions(epochs: 2, batchSize: 2)
      let one = try bytes.fit(
        Self.samples(.classes(labels, .integer), count: 5), options: options)
      let other = try numbers.fit(
        Self.samples(.rows(labels.map { Float($0) }, width: 1, .integer), count: 5),
        options: options)
      #expect(one == other)
      #expect(bytes.weights.sha256 == numbers.weights.sha256)
    }
  }
}
