internal import Kernels
internal import Memory

/// What a step works with while one thread carries a chunk of images through the plan.
struct ChunkContext {
  let kernels: KernelSet
  /// Which of the batch's chunks it is.
  let chunk: Int
  /// The images of this chunk, and the place of its first one in the batch.
  let images: Int
  let first: Int
  /// The images of the whole batch.
  let batchImages: Int
  /// The chunk's activations and gradients.
  let memory: MutableElements<Float>
  /// All weights, as the plan's parameters lay them out.
  let weights: MutableElements<Float>
  /// Forms of weights that steps derive when weights change.
  let derived: MutableElements<Float>
  /// The chunk's sums of weight gradients, laid out as the weights.
  let gradients: MutableElements<Float>
  /// What all chunks of a batch leave for steps that mix images.
  let shared: MutableElements<Float>
  let pass: LayerPass
  /// Nil where nobody measures.
  var clock: StepClock.Lane?

  /// Does the work of one part of the plan, and notes how long it took where somebody measures.
  func measure(_ part: StepClock.Part, _ work: () -> Void) {
    guard let clock else { return work() }
    clock.measure(part, work)
  }

  func block(_ region: Region) -> ImageBlock {
    ImageBlock(floats(region), stride: region.perImage)
  }

  /// The region's floats of all images of the chunk.
  func floats(_ region: Region) -> MutableElements<Float> {
    kernels.note(region.perImage * images)
    return memory[region.offset..<region.offset + region.perImage * images]
  }

  /// The region's floats of one image.
  func floats(_ region: Region, image: Int) -> MutableElements<Float> {
    kernels.note(region.perImage)
    let start = region.offset + image * region.perImage
    return memory[start..<start + region.perImage]
  }

  /// The floats of a region that all images of the chunk use one after the other.
  func scratch(_ region: Region) -> MutableElements<Float> {
    memory[region.offset..<region.offset + region.perImage]
  }

  /// The region's memory as words of masks.
  func words(_ region: Region) -> MutableElements<UInt64> {
    floats(region).viewed(as: UInt64.self)
  }

  func clear(_ region: Region) { floats(region).update(repeating: 0) }
}
