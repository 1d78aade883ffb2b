public import Tensors

/// The sliding window of a convolution or pooling before it meets an input.
public struct Window: Hashable, Sendable {
  /// (height, width), as are `strides` and `dilation`.
  public let kernelSize: [Int]
  public let strides: [Int]
  public let dilation: [Int]
  public let padding: WindowPadding

  init(
    kernelSize: [Int], strides: [Int], padding: WindowPadding, dilation: [Int] = [1, 1]
  ) {
    precondition(
      [kernelSize, strides, dilation].allSatisfy { $0.count == 2 }, "Window: pairs are needed")
    self.kernelSize = kernelSize
    self.strides = strides
    self.dilation = dilation
    self.padding = padding
  }

  /// Where the window lies over an input of `[height, width, …]`.
  public func geometry(over input: Shape) -> WindowGeometry {
    WindowGeometry(
      input: (input[0], input[1]), kernelSize: (kernelSize[0], kernelSize[1]),
      strides: (strides[0], strides[1]), dilation: (dilation[0], dilation[1]), padding: padding)
  }
}
