internal import PythonRuntime
package import Datasets
package import Networks
internal import Tensors
package import Training

/// What the Keras of one run keeps: names given, the seed, saved models, and its ties to the host.
package final class KerasSession {
  /// What the host of a run gives to Keras.
  package struct Host {
    /// The seed until a program sets its own.
    package var seed: UInt64
    /// How many threads the engine uses; results never depend on it.
    package var threads: Int
    /// The most epochs that any `fit` trains; nil for what it asks for.
    package var maxEpochs: Int?
    /// Reads a data set by its name; throws what is to be told.
    package var dataset: (String) throws(HostFailure) -> Dataset
    /// Told after each batch: epoch from 0, epochs, samples done, samples in all.
    package var onBatch: (Int, Int, Int, Int) -> Void
    /// Keeps trained epochs from run to run; nil where nothing is kept.
    package var store: (any TrainingStore)?
    /// Computes the digests of data that are trained with.
    package var digests = SampleDigests()
    /// What was read of arrays.
    package var memory = SampleMemory()
    /// Makes what carries batches through models.
    package var executors: any ExecutorMaker = LocalExecutors()

    /// A host that keeps nothing from run to run.
    package init(
      seed: UInt64 = 0, threads: Int = 1, maxEpochs: Int? = nil,
      dataset: @escaping (String) throws(HostFailure) -> Dataset,
      onBatch: @escaping (Int, Int, Int, Int) -> Void = { _, _, _, _ in }
    ) {
      self.seed = seed
      self.threads = threads
      self.maxEpochs = maxEpochs
      self.dataset = dataset
      self.onBatch = onBatch
    }
  }

  /// Random tensors made since a program set the seed.
  var draws = 0

  /// The version whose behavior is followed.
  package static let version = "3.15.1"

  /// What the host gave when the run began.
  package let host: Host
  var seed: UInt64
  /// The order of axes of layers that aren't told one.
  var order = ChannelOrder.last
  /// What `Model.save` and `save_weights` wrote; it lives in memory and ends with the run.
  var saved: [String: SavedModel] = [:]
  /// What `load_model` may find by name.
  let customObjects = CustomObjects()
  /// What `plot_model` drew, by the names of files.
  var pictures: [String: DiagramObject] = [:]
  /// The engines of the models, in the order of their use.
  var engines = EngineList()
  /// The models that the lesson made before this cell, and in it.
  private var earlierModels = ModelCounts()
  /// Those of this cell alone, by their architectures: what is kept with the cell.
  package internal(set) var models = ModelCounts()
  private var counts: [String: Int] = [:]
  /// The names of the models that are being built, the outermost first.
  private(set) var scopes: [String] = []

  /// The Keras of a run in which no program has made anything yet.
  package init(_ host: Host) {
    self.host = host
    seed = host.seed
  }

  /// Keras' automatic name: `dense`, then `dense_1`.
  func name(for stem: String) -> String {
    let count = counts[stem, default: 0]
    counts[stem] = count + 1
    return count == 0 ? stem : "\(stem)_\(count)"
  }

  /// Random numbers for a layer that is called with numbers: others with each call.
  func nextPass() -> LayerPass {
    draws += 1
    return LayerPass(isTraining: true, seed: seed, step: draws, layerIndex: 0)
  }

  /// Uses up names without giving them to anything.
  func skipNames(_ stem: String, _ count: Int) { counts[stem, default: 0] += count }

  /// Makes something whose layers get no names that a program sees.
  func unseen<Result>(_ body: () throws(PyError) -> Result) throws(PyError) -> Result {
    let before = counts
    defer { counts = before }
    return try body()
  }

  /// Builds what belongs to a model: the paths of its weights begin with the model's name.
  func building<Result>(
    _ model: String, _ body: () throws(PyError) -> Result
  ) throws(PyError) -> Result {
    scopes.append(model)
    defer { scopes.removeLast() }
    return try body()
  }

  /// The session of a machine that has `keras`.
  static func of(_ machine: Machine) -> KerasSession {
    guard
      let held = machine.modules["keras"]?.members["__session__"]?.asObject(
        KerasSessionObject.self)
    else { preconditionFailure("keras: installed without a session") }
    return held.session
  }

  /// Lets go of what programs made.
  func end() {
    saved = [:]
    customObjects.end()
    pictures = [:]
  }

  /// Begins a cell.
  ///
  /// - Parameter models: those that the lesson made before it, since the cell before it began.
  package func begin(after models: ModelCounts) {
    earlierModels.add(models)
    self.models = ModelCounts()
  }

  /// Makes a model that has its weights already, and so counts as no further one.
  func uncounted<Result>(_ body: () throws(PyError) -> Result) throws(PyError) -> Result {
    let before = models
    defer { models = before }
    return try body()
  }

  /// Counts a model in, and tells how many of its architecture were there.
  func count(_ model: Model) -> Int { models.add(model, seed: seed, after: earlierModels) }

  /// `keras.backend.clear_session()`.
  func clear() {
    counts = [:]
    models.reset()
  }
}

/// Holds what a machine's `keras` keeps between calls.
final class KerasSessionObject: Object {
  let session: KerasSession
  init(_ session: KerasSession) { self.session = session }
  override func letGo() { session.end() }
}

/// Why the host could not give something.
package struct HostFailure: Error {
  /// Python's exception.
  package let kind: String
  /// The exception's text, for the program and its reader.
  package let message: String

  /// A failure that becomes an exception of a built-in class.
  package init(_ kind: String, _ message: String) { (self.kind, self.message) = (kind, message) }
}

/// A model in memory as `save` left it: what becomes of the model itself later changes nothing.
struct SavedModel {
  let model: ModelObject?
  let weights: [Tensor]
  /// What the optimizer kept; nil where there was no step, or nothing of it was to be saved.
  var state: OptimizerState?
}
