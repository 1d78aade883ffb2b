internal import Kernels

/// One step of a plan: what a fused group of layers does with a chunk of images.
///
/// A step knows where its inputs, outputs and their gradients lie in the chunk's memory. Its bits
/// are those of the layers' plain computation.
protocol PlanStep: Sendable {
  /// From inputs to outputs.
  func forward(_ run: ChunkRun)
  /// From the outputs' gradient to the inputs' and, added up, the weights'.
  func backward(_ run: ChunkRun)
  /// Derives what the step needs of new weights.
  func refresh(
    _ kernels: KernelSet, weights: UnsafePointer<Float>, derived: UnsafeMutablePointer<Float>)
}

extension PlanStep {
  func refresh(
    _ kernels: KernelSet, weights: UnsafePointer<Float>, derived: UnsafeMutablePointer<Float>
  ) {}
}
