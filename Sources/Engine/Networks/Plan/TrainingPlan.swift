internal import Kernels

/// A model lowered to steps: fused groups of layers, and the layout of the memory that they use.
///
/// A batch is split into chunks of images (``BatchChunks``); one thread carries a chunk through all
/// steps, forward and backward, so that its activations stay in cache.
struct TrainingPlan: Sendable {
  let steps: [any PlanStep]
  /// The names of each step's layers, joined by `+`.
  let stepNames: [String]
  let parameters: [PlanParameter]
  /// Floats of all weights, of derived forms, and of a chunk's memory.
  let parameterCount: Int
  let derivedCount: Int
  let memoryCount: Int
  /// Floats that the chunks of a batch share.
  let sharedCount: Int
  /// What training does with a batch.
  let passes: [PlanPass]
  let input: Region
  let output: Region
  let outputGradient: Region
  /// The sums that a layer keeps beside its output, where a loss or a metric reads them.
  let keptSums: Region?
  /// What the outputs of layers cost, a number for each image.
  let activityCosts: [Region]

  /// - Parameters:
  ///   - images: the most that a chunk holds.
  ///   - batch: the most that a batch holds.
  ///   - skipped: the layers whose activation is left to a loss.
  ///   - kept: the layer whose sums are kept beside what its activation makes of them.
  ///   - isExact: whether all bits are to be those of the plain computation; otherwise some
  ///     convolutions take Winograd's form, whose rounding differs.
  /// - Returns: nil for a model without layers that do something.
  init?(
    _ model: Model, images: Int, batch: Int, skipped: Set<Int>, kept: Int? = nil,
    isExact: Bool = false
  ) {
    var builder = PlanBuilder(
      model, images: images, batch: batch, skipped: skipped, kept: kept, isExact: isExact)
    let input = builder.current
    builder.build()
    guard !builder.steps.isEmpty else { return nil }
    let output = builder.current
    // Nobody goes on with it where no weight is trained.
    let gradient = builder.currentGradient ?? builder.memory.region(perImage: output.perImage)
    steps = builder.steps
    stepNames = builder.stepNames
    parameters = builder.parameters
    parameterCount = builder.parameterMemory.count
    derivedCount = builder.derivedMemory.count
    memoryCount = builder.memory.count
    sharedCount = builder.sharedMemory.count
    passes = PlanPass.training(builder.steps, isTrained: builder.isTrained)
    self.input = input
    self.output = output
    outputGradient = gradient
    keptSums = builder.keptSums
    activityCosts = builder.activityCosts
  }

  /// Whether a batch goes through in several passes, so that every chunk needs memory of its own.
  var mixesImages: Bool { passes.count > 1 }
}
