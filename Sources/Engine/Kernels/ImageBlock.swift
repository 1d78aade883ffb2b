public import Memory

/// A run of images in memory: the first begins with `floats`, the next `stride` floats on.
///
/// Memory that kernels read has 16 floats of slack behind it, since they load whole vectors.
public struct ImageBlock {
  public let floats: MutableElements<Float>
  public let stride: Int

  public init(_ floats: MutableElements<Float>, stride: Int) {
    self.floats = floats
    self.stride = stride
  }
}
