internal import CKernels

extension KernelSet {
  /// The largest number of each window and channel of one image; windows lie inside the input.
  ///
  /// - Parameters:
  ///   - kernel: at most 256 places in a window.
  ///   - winners: for each output the number of its place in the window, row-major; the first of
  ///     equal ones wins.
  public func maxPool(
    channels: Int, inputRow: Int, kernel: (height: Int, width: Int),
    output: (height: Int, width: Int), strides: (height: Int, width: Int),
    _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>,
    winners: UnsafeMutablePointer<UInt8>?
  ) {
    precondition(
      kernel.height * kernel.width <= 256, "max pool: window of \(kernel.height), \(kernel.width)")
    table.max_pool(
      channels, inputRow, kernel.height, kernel.width, output.height, output.width,
      strides.height, strides.width, x, y, winners)
  }
}
