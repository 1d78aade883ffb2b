/// Hands out parts of one block of memory before there is a block.
///
/// Each part begins at a multiple of 16 floats and has 16 floats of slack behind it, since kernels
/// load whole vectors.
struct MemoryLayoutPlan: Sendable {
  /// Floats so far.
  private(set) var count = 0
  /// The images of a chunk.
  let images: Int

  init(images: Int = 1) { self.images = images }

  /// Memory for every image of a chunk.
  mutating func region(perImage: Int) -> Region {
    Region(offset: reserve(perImage * images), perImage: perImage)
  }

  /// `floats` floats; gives where they begin.
  mutating func reserve(_ floats: Int) -> Int {
    defer { count += (floats + 15) / 16 * 16 + 16 }
    return count
  }
}
