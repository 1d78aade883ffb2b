/// A run of images in memory: the first begins at `start`, the next `stride` floats on.
///
/// Memory that kernels read has 16 floats of slack behind it, since they load whole vectors.
public struct ImageBlock {
  public let start: UnsafeMutablePointer<Float>
  public let stride: Int

  public init(_ start: UnsafeMutablePointer<Float>, stride: Int) {
    self.start = start
    self.stride = stride
  }
}
