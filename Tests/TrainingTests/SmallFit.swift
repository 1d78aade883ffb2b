import Networks
import Tensors
import Training

/// A small model and its data.
enum SmallFit {
  static func model(units: Int = 5) throws -> Model {
    try Model(layers: [
      LayerDeclaration(ArgumentCall("Input", [.list([.int(3)])], keywords: [])),
      LayerDeclaration(ArgumentCall("Dense", [.int(units)], keywords: [])),
      LayerDeclaration(ArgumentCall("BatchNormalization", [], keywords: [])),
      LayerDeclaration(ArgumentCall("Dropout", [.double(0.2)], keywords: [])),
      LayerDeclaration(ArgumentCall("Dense", [.int(1)], keywords: [])),
    ])
  }

  static func compilation(_ optimizer: String = "adam") throws -> Compilation {
    try Compilation(
      optimizer: .string(optimizer), loss: .string("mse"), metrics: [.string("mae")])
  }

  static func samples(_ count: Int = 20) -> Samples {
    let numbers = (0..<3 * count).map { Float(($0 * 37) % 101) / 101 }
    let targets = (0..<count).map { Float(($0 * 29) % 53) / 53 }
    return Samples(
      inputs: .numbers(numbers), targets: .rows(targets, width: 1, .integer), inputShape: [3])
  }

  static func runner(
    _ optimizer: String = "adam", seed: UInt64 = 1,
    executors: any ExecutorMaker = LocalExecutors()
  ) throws -> ModelRunner {
    let model = try model()
    return ModelRunner(
      ExecutorJob(
        model: model, weights: ModelWeights(model, seed: 1),
        compilation: try compilation(optimizer), labelForm: .integer, seed: seed, threads: 1,
        batchSize: 0), executors: executors)
  }

  static func plan(epochs: Int, seed: UInt64 = 1) -> FitPlan {
    FitPlan(epochs: epochs, batchSize: 8, seed: seed)
  }

  /// What a fit depends on, beside the state before it.
  static func key(_ runner: ModelRunner, _ plan: FitPlan) -> TrainingKey {
    let digests = SampleDigests()
    return TrainingKey(
      runner.model, runner.compilation, data: digests.digest(of: samples()),
      validation: digests.digest(of: samples(10)), plan)
  }
}

/// Gives the samples and writes down what it hears.
final class Listener: FitListener {
  struct Stop: Error {}

  var intervenes = false
  var watchesBatches = false
  var isStopped = false
  var isCancelled = false
  var onEpoch: (Int) -> Void = { _ in }
  var onBatch: (BatchProgress) throws(Stop) -> Void = { _ in }
  private(set) var sampled = 0
  /// The epochs that an earlier run trained.
  private(set) var kept = 0
  private(set) var told: [String] = []
  private(set) var rows: [[Double]] = []

  func samples() throws(Stop) -> (training: Samples, validation: Samples?) {
    sampled += 1
    return (SmallFit.samples(), SmallFit.samples(10))
  }

  func epochBegins(_ epoch: Int) throws(Stop) { told.append("begins \(epoch)") }

  func batchEnds(_ progress: BatchProgress) throws(Stop) { try onBatch(progress) }

  func epochEnds(_ epoch: Int, _ row: [Double], isKept: Bool) throws(Stop) {
    told.append("ends \(epoch)")
    rows.append(row)
    if isKept { kept += 1 }
    onEpoch(epoch)
  }
}
