public import Tensors

/// The sliding window of a convolution or pooling before it meets an input.
public struct Window: Hashable, Sendable {
  /// (height, width), as are `strides` and `dilation`.
  public let kernelSize: [Int]
  /// How far the window moves from output to output.
  public let strides: [Int]
  /// The distance of neighboring taps in the input; 1 where they touch.
  public let dilation: [Int]
  /// Whether the window stays inside the input or its outputs keep their number.
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
