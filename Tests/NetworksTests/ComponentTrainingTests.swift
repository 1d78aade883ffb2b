import Networks
import Tensors
import Testing

/// A call in JSON: its name, then its arguments, which can be calls themselves.
struct JSONCall: Decodable, Sendable {
  let call: ArgumentCall

  private struct Argument: Decodable {
    let value: ArgumentValue

    init(from decoder: any Decoder) throws {
      if let nested = try? JSONCall(from: decoder) {
        value = .call(nested.call)
      } else {
        value = try JSONArgument(from: decoder).value
      }
    }
  }

  init(from decoder: any Decoder) throws {
    var pair = try decoder.unkeyedContainer()
    let name = try pair.decode(String.self)
    let arguments = try pair.decode([String: Argument].self)
    call = ArgumentCall(
      name, keywords: arguments.sorted { $0.key < $1.key }.map { .init($0.key, $0.value.value) })
  }
}

struct ComponentTrainingCase: Decodable, Sendable {
  let layers: [JSONCall]
  let optimizer: JSONCall
  let loss: JSONCall
  let metrics: [JSONCall]
  let targets: String
  /// The loss' and the metrics' names in histories.
  let names: [String]
  /// Empty where targets are classes.
  let rows: [Float]
  let labels: [UInt8]
  let history: [[Float]]
  let evaluated: [Float]
  let weights: [[Float]]
}

/// Whole trainings with optimizers, schedules, losses, activations and metrics together.
@Suite struct ComponentTrainingTests {
  static let cases = KerasValues<ComponentTrainingCase>.load("components_training")

  @Test(arguments: cases.indices)
  func `two epochs give the histories and weights that Keras gets`(_ index: Int) throws {
    let row = Self.cases[index]
    var trainer = try trainer(row)
    let samples = samples(row)
    let history = try trainer.fit(
      samples, options: FitOptions(epochs: 2, batchSize: 4, shuffle: false, threads: 2))
    #expect(trainer.compilation.metricNames == row.names)
    for (epoch, expected) in row.history.enumerated() {
      let metrics = history.rows[epoch].map(Float.init)
      #expect(firstDifference(metrics, expected, tolerance: 3e-5) == nil, "epoch \(epoch + 1)")
    }
    for (tensor, expected) in zip(trainer.weights.tensors, row.weights) {
      #expect(firstDifference(tensor.values, expected, tolerance: 1e-4) == nil)
    }
    let metrics = try trainer.evaluate(samples, batchSize: 4).map { Float($0.value) }
    #expect(firstDifference(metrics, row.evaluated, tolerance: 3e-5) == nil)
  }

  private func trainer(_ row: ComponentTrainingCase) throws -> Trainer {
    let model = try Model(
      inputShape: [5], layers: row.layers.map { try LayerDeclaration($0.call) })
    let values = model.weightSpecs.enumerated().map {
      Formula.weight($1.name, $1.shape, salt: $0 + 2).values
    }
    return Trainer(
      model: model, weights: try #require(ModelWeights(model, flat: values)),
      compilation: try Compilation(
        optimizer: .call(row.optimizer.call), loss: .call(row.loss.call),
        metrics: row.metrics.map { .call($0.call) }),
      preparation: Preparation())
  }

  private func samples(_ row: ComponentTrainingCase) -> Samples {
    let inputs = Formula.numbers([10, 5], salt: 1, scale: 2).values
    let targets: Samples.Targets =
      row.rows.isEmpty
      ? .classes(row.labels, LabelForm(rawValue: row.targets) ?? .oneHot)
      : .rows(row.rows, width: row.rows.count / 10, .oneHot)
    return Samples(inputs: .numbers(inputs), targets: targets, inputShape: [5])
  }
}
