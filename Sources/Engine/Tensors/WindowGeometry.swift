/// The sliding window of a convolution or pooling over `[height, width]`, as Keras defines it.
public struct WindowGeometry: Hashable, Sendable {
  /// Along the rows and along the columns of the input.
  public let height: WindowAxis
  /// The axis along a row.
  public let width: WindowAxis

  /// The geometry of two axes.
  public init(height: WindowAxis, width: WindowAxis) {
    self.height = height
    self.width = width
  }

  /// Pairs are given rows first.
  public init(
    input: (height: Int, width: Int), kernelSize: (Int, Int), strides: (Int, Int) = (1, 1),
    dilation: (Int, Int) = (1, 1), padding: WindowPadding = .valid
  ) {
    height = WindowAxis(
      input: input.height, kernel: kernelSize.0, stride: strides.0, dilation: dilation.0,
      padding: padding)
    width = WindowAxis(
      input: input.width, kernel: kernelSize.1, stride: strides.1, dilation: dilation.1,
      padding: padding)
  }

  /// Number of output positions.
  public var outputCount: Int { height.output * width.output }

  /// Whether at least one window fits.
  public var fits: Bool { outputCount > 0 }
}
