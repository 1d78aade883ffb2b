internal import Kernels
internal import Memory

/// One step of a plan: what a fused group of layers does with a chunk of images.
///
/// A step knows where its inputs, outputs and their gradients lie in the chunk's memory. Its bits
/// are those of the layers' plain computation.
///
/// A step that needs numbers of the whole batch goes over its chunks in several phases while it
/// trains; between two phases one thread joins what the chunks left in the batch's shared memory.
protocol PlanStep: Sendable {
  /// From inputs to outputs, in inference and where training has a single phase.
  func forward(_ context: ChunkContext)
  /// From the outputs' gradient to the inputs' and, added up, the weights'.
  func backward(_ context: ChunkContext)
  /// Into how many parts deriving forms of the weights is cut, for threads to share.
  var formParts: Int { get }
  /// Derives one part of what the step needs of new weights.
  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>,
    derived: MutableElements<Float>)

  /// How many times training goes over a chunk.
  var forwardPhases: Int { get }
  var backwardPhases: Int { get }
  func forward(_ context: ChunkContext, phase: Int)
  func backward(_ context: ChunkContext, phase: Int)
  /// Joins what all chunks left in a phase.
  func join(_ batch: BatchContext, forwardPhase phase: Int)
  func join(_ batch: BatchContext, backwardPhase phase: Int)
  /// Moves what the step keeps between batches, once the batch's loss is known to be sound.
  func commit(_ batch: BatchContext)
}

extension PlanStep {
  var formParts: Int { 0 }
  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>,
    derived: MutableElements<Float>
  ) {}

  var forwardPhases: Int { 1 }
  var backwardPhases: Int { 1 }
  func forward(_ context: ChunkContext, phase: Int) { forward(context) }
  func backward(_ context: ChunkContext, phase: Int) { backward(context) }
  func join(_ batch: BatchContext, forwardPhase phase: Int) {}
  func join(_ batch: BatchContext, backwardPhase phase: Int) {}
  func commit(_ batch: BatchContext) {}
}
