internal import Kernels
internal import Memory
internal import Tensors

/// A convolution in Winograd's form, and where its transformed weights and scratch memory are.
struct WinogradForm: Sendable {
  let convolution: WinogradConvolution
  /// Offset among the derived forms.
  let weights: Int
  let scratch: Region

  /// At most this share of the direct form's products makes up for the transforms.
  static let largestCost = 0.65

  /// The form where it applies to a shape and pays.
  ///
  /// - Parameters:
  ///   - extents: the rows and columns of the output that are computed.
  ///   - isPooled: whether a 2 by 2 pooling follows.
  static func convolution(
    _ shape: ConvolutionShape, _ extents: (rows: Int, columns: Int), isPooled: Bool
  ) -> WinogradConvolution? {
    let axes = [shape.geometry.height, shape.geometry.width]
    guard axes.allSatisfy({ $0.kernel == 3 && $0.stride == 1 && $0.dilation == 1 }),
      shape.filters >= 16,
      let form = WinogradConvolution(
        channels: shape.channels, outputs: shape.filters,
        inputRow: shape.columns * shape.channels, rows: extents.rows, columns: extents.columns,
        isPooled: isPooled),
      form.cost <= largestCost
    else { return nil }
    return form
  }

  /// Channels that a thread transforms at a time.
  private static let partSize = 16
  var parts: Int { convolution.channels / Self.partSize }

  /// Transforms the weights of one part of the channels.
  func refresh(
    _ part: Int, _ kernels: KernelSet, kernel: Elements<Float>,
    derived: MutableElements<Float>
  ) {
    kernels.transformWeights(
      convolution, of: part * Self.partSize..<(part + 1) * Self.partSize, kernel,
      into: derived[weights...])
  }
}
