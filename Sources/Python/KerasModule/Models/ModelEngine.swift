internal import PythonRuntime
internal import Networks
internal import Training

/// A model in the hands of the engine from call to call: its executor, and whose turn it is to know the
/// weights.
///
/// What the program changes goes to the engine before the next batch (``push(_:)``); what the engine
/// trained goes back to the layers where somebody looks (``pull()``). Between, nothing is copied.
final class ModelEngine {
  /// What a model is asked for.
  enum Use: Hashable {
    case training, measuring
    /// The numbers of one output.
    case output(Int)
  }

  let use: Use
  let lowered: LoweredModel
  let runner: ModelRunner
  /// What has to be the same for the engine to be used again.
  let stamp: Stamp
  private weak var model: ModelObject?
  private let layers: [LayerObject]
  /// The layers' and the optimizer's counts of changes that the runner knows.
  private var seen: [Int]
  private var rate: Int

  /// All that an engine is made for; what it names is kept, so that nothing else can take its place.
  struct Stamp: Equatable {
    let graph: GraphStamp
    let forms: [LabelForm]
    let seed: UInt64
  }

  init(
    _ model: ModelObject, _ use: Use, _ lowered: LoweredModel, _ job: ExecutorJob, _ stamp: Stamp
  ) {
    (self.model, self.use, self.lowered, self.stamp) = (model, use, lowered, stamp)
    runner = ModelRunner(job, executors: model.session.host.executors)
    layers = lowered.layers.compactMap { $0 }.filter { !$0.weights.isEmpty }
    seen = layers.map(\.changes)
    rate = model.compilation?.optimizer.changes ?? 0
  }

  /// Ends the engine; its model goes on without it.
  func retire() { model?.endEngine(use) }

  /// Tells the runner what the program changed since it was told last.
  func push(_ compiled: CompiledModel, _ machine: Machine) throws(PyError) {
    if compiled.optimizer.changes != rate {
      runner.optimizer = try compiled.engine(machine).optimizer
      rate = compiled.optimizer.changes
    }
    pushWeights()
  }

  /// The same for weights alone.
  func pushWeights() {
    for layer in layers where layer.holder !== self { layer.holder?.pull() }
    guard zip(layers, seen).contains(where: { $0.changes != $1 }), let weights = lowered.weights
    else { return }
    runner.weights = weights
    seen = layers.map(\.changes)
  }

  /// The runner's weights are newer than the layers' from now on.
  func moved() { for layer in layers { layer.holder = self } }

  /// Gives the layers the runner's weights, where they are newer.
  func pull() {
    guard layers.contains(where: { $0.holder === self }) else { return }
    for layer in layers { layer.holder = nil }
    lowered.keep(runner.weights)
    seen = layers.map(\.changes)
  }
}

/// The graph of a model and what isn't trained of it, told by what they are made of: tensors without
/// numbers never change, so equal stamps mean equal graphs.
struct GraphStamp: Equatable {
  private let ends: [TensorObject]
  private let frozen: FrozenParts
  /// How often each layer learned from data ahead of training.
  private let lessons: [Int]
  /// Whether windows of images are taken, where it matters.
  private let isTraining: Bool

  init(_ model: ModelObject, to output: TensorObject?, _ frozen: FrozenParts, isTraining: Bool) {
    ends = model.inputs + (output.map { [$0] } ?? model.outputs) + Self.inner(model)
    (self.frozen, self.isTraining) = (frozen, isTraining)
    lessons = model.allLayers.map(\.lessons)
  }

  /// The ends of models among the layers, which may still grow.
  private static func inner(_ model: ModelObject) -> [TensorObject] {
    model.layers.flatMap { layer -> [TensorObject] in
      guard case .model(let inner) = layer.content else { return [] }
      return inner.inputs + inner.outputs + Self.inner(inner)
    }
  }

  static func == (one: GraphStamp, other: GraphStamp) -> Bool {
    one.frozen == other.frozen && one.lessons == other.lessons
      && one.isTraining == other.isTraining && one.ends.count == other.ends.count
      && zip(one.ends, other.ends).allSatisfy { $0 === $1 }
  }
}
