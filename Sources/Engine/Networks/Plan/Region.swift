/// A part of a chunk's memory: `perImage` floats for each image, one image after the other.
struct Region: Hashable, Sendable {
  /// Floats from the start of the chunk's memory.
  let offset: Int
  let perImage: Int
}
