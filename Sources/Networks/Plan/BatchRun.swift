/// What a step that mixes the images of a batch works with between two phases.
struct BatchRun {
  /// The images of the batch.
  let images: Int
  /// The batch's shared memory.
  let shared: UnsafeMutablePointer<Float>
  let weights: UnsafeMutablePointer<Float>
  /// The first chunk's gradients; other chunks leave theirs at zero.
  let gradients: UnsafeMutablePointer<Float>
}
