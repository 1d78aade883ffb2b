internal import Memory

/// What a step that mixes the images of a batch works with between two phases.
struct BatchContext {
  /// The images of the batch.
  let images: Int
  /// The batch's shared memory.
  let shared: MutableElements<Float>
  let weights: MutableElements<Float>
  /// The first chunk's gradients; other chunks leave theirs at zero.
  let gradients: MutableElements<Float>
}
