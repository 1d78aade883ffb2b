internal import Kernels

/// What a step works with while one thread carries a chunk of images through the plan.
struct ChunkRun {
  let kernels: KernelSet
  /// The images of this chunk, and the place of its first one in the batch.
  let images: Int
  let first: Int
  /// The images of the whole batch.
  let batchImages: Int
  /// The chunk's activations and gradients.
  let memory: UnsafeMutablePointer<Float>
  /// All weights, as the plan's parameters lay them out.
  let weights: UnsafeMutablePointer<Float>
  /// Forms of weights that steps derive when weights change.
  let derived: UnsafeMutablePointer<Float>
  /// The chunk's sums of weight gradients, laid out as the weights.
  let gradients: UnsafeMutablePointer<Float>
  /// What all chunks of a batch leave for steps that mix images.
  let shared: UnsafeMutablePointer<Float>
  let pass: LayerPass
  /// Nil where nobody measures.
  var clock: StepClock.Lane?

  /// Does the work of one part of the plan, and notes how long it took where somebody measures.
  func measure(_ part: StepClock.Part, _ work: () -> Void) {
    guard let clock else { return work() }
    clock.measure(part, work)
  }

  func start(_ region: Region) -> UnsafeMutablePointer<Float> { memory + region.offset }

  func block(_ region: Region) -> ImageBlock {
    ImageBlock(memory + region.offset, stride: region.perImage)
  }

  /// The region's floats of all images of the chunk.
  func floats(_ region: Region) -> UnsafeMutableBufferPointer<Float> {
    UnsafeMutableBufferPointer(start: memory + region.offset, count: region.perImage * images)
  }

  /// The region's memory as words of masks.
  func words(_ region: Region) -> UnsafeMutablePointer<UInt64> {
    UnsafeMutableRawPointer(start(region)).assumingMemoryBound(to: UInt64.self)
  }

  /// The region's memory as integers.
  func integers(_ region: Region) -> UnsafeMutablePointer<Int32> {
    UnsafeMutableRawPointer(start(region)).assumingMemoryBound(to: Int32.self)
  }

  func clear(_ region: Region) {
    (memory + region.offset).update(repeating: 0, count: region.perImage * images)
  }
}
