public import Memory

/// A run of images in memory: the first begins with `floats`, the next `stride` floats on.
///
/// Memory that kernels read has 16 floats of slack behind it, since they load whole vectors.
public struct ImageBlock {
  /// The memory from the first image's first float through the last image's last one.
  public let floats: MutableElements<Float>
  /// Floats from the beginning of an image to that of the next; at least an image's own.
  public let stride: Int

  /// Images that begin `stride` floats apart; kernels check that there are as many as they are
  /// told.
  public init(_ floats: MutableElements<Float>, stride: Int) {
    self.floats = floats
    self.stride = stride
  }
}
