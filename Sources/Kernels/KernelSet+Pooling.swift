internal import CKernels

/// Pooling of one image, `[height, width, channels]` to `[windows, channels]`.
extension KernelSet {
  /// The largest number of each window and channel.
  ///
  /// - Parameter winners: the number of the largest pixel in its window; the first of equal ones.
  public func maxPool(
    _ windows: PoolingWindows, channels: Int, _ x: UnsafePointer<Float>,
    into y: UnsafeMutablePointer<Float>, winners: UnsafeMutablePointer<UInt16>?
  ) {
    windows.withWindows { table.max_pool($0, channels, x, y, winners) }
  }

  /// Adds each output's gradient to its winner's.
  public func addMaxPoolGradient(
    _ windows: PoolingWindows, channels: Int, _ gradient: UnsafePointer<Float>,
    winners: UnsafePointer<UInt16>, to dx: UnsafeMutablePointer<Float>
  ) {
    windows.withWindows { table.max_pool_gradient($0, channels, gradient, winners, dx) }
  }

  /// The mean of each window's pixels.
  public func averagePool(
    _ windows: PoolingWindows, channels: Int, _ x: UnsafePointer<Float>,
    into y: UnsafeMutablePointer<Float>
  ) {
    windows.withWindows { table.average_pool($0, channels, x, y) }
  }

  /// Adds each output's gradient, in equal parts, to its window's pixels.
  public func addAveragePoolGradient(
    _ windows: PoolingWindows, channels: Int, _ gradient: UnsafePointer<Float>,
    to dx: UnsafeMutablePointer<Float>
  ) {
    windows.withWindows { table.average_pool_gradient($0, channels, gradient, dx) }
  }
}
