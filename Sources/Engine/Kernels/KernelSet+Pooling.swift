internal import CKernels
public import Memory

/// Pooling of one image, `[height, width, channels]` to `[windows, channels]`.
extension KernelSet {
  /// The largest number of each window and channel.
  ///
  /// - Parameter winners: where the largest number stands in the image; the first of equal ones.
  public func maxPool(
    _ windows: PoolingWindows, channels: Int, _ x: ConstantFloats, into y: Floats,
    winners: MutableElements<Int32>?
  ) {
    note(windows.pixelCount * channels)
    let size = windows.count * channels
    let source = x.address(windows.reach(channels), "max pool")
    let (target, winner) = (y.address(size, "max pool"), winners?.address(size, "max pool"))
    windows.withWindows { table.max_pool($0, $1, $2, channels, source, target, winner) }
  }

  /// Adds each output's gradient to its winner's.
  public func addMaxPoolGradient(
    _ windows: PoolingWindows, channels: Int, _ gradient: ConstantFloats,
    winners: Elements<Int32>, to dx: Floats
  ) {
    note(windows.count * channels)
    let (size, name): (Int, StaticString) = (windows.count * channels, "max pool gradient")
    let (slopes, winner) = (gradient.address(size, name), winners.address(size, name))
    let target = dx.address(windows.reach(channels), name)
    table.max_pool_gradient(size, slopes, winner, target)
  }

  /// The mean of each window's pixels.
  public func averagePool(
    _ windows: PoolingWindows, channels: Int, _ x: ConstantFloats, into y: Floats
  ) {
    note(windows.pixelCount * channels)
    let source = x.address(windows.reach(channels), "average pool")
    let target = y.address(windows.count * channels, "average pool")
    windows.withWindows { table.average_pool($0, $1, $2, channels, source, target) }
  }

  /// Adds each output's gradient, in equal parts, to its window's pixels.
  public func addAveragePoolGradient(
    _ windows: PoolingWindows, channels: Int, _ gradient: ConstantFloats, to dx: Floats
  ) {
    note(windows.pixelCount * channels)
    let slopes = gradient.address(windows.count * channels, "average pool gradient")
    let target = dx.address(windows.reach(channels), "average pool gradient")
    windows.withWindows { table.average_pool_gradient($0, $1, $2, channels, slopes, target) }
  }
}
