internal import CKernels

/// Winograd's form of a convolution of 3 by 3 taps in steps of 1: 16 products for 36.
///
/// F(2x2, 3x3) of Lavin and Gray, "Fast algorithms for convolutional neural networks" (2016). Its
/// results differ from the direct chain's by rounding, by a few units in the last place of the
/// largest term, and are the same on every instruction set.
public struct WinogradConvolution: Sendable {
  public let channels: Int
  public let outputs: Int
  /// Floats between rows of the input.
  public let inputRow: Int
  /// Rows and columns of the output, after pooling where there is one.
  public let rows: Int
  public let columns: Int
  public let isPooled: Bool

  /// Nil where the form doesn't apply: channels must be a multiple of 16.
  public init?(
    channels: Int, outputs: Int, inputRow: Int, rows: Int, columns: Int, isPooled: Bool
  ) {
    guard channels > 0, channels % 16 == 0 else { return nil }
    self.channels = channels
    self.outputs = outputs
    self.inputRow = inputRow
    self.rows = rows
    self.columns = columns
    self.isPooled = isPooled
  }

  /// Floats that the transformed weights take: `[16, channels, outputs]`.
  public var weightCount: Int { 16 * channels * outputs }

  /// Floats of scratch memory.
  public var scratchCount: Int { 96 * (channels + (outputs + 15) / 16 * 16) + 32 }

  /// Share of the direct form's products that this form needs.
  public var cost: Double {
    let tiles = isPooled ? rows * columns : (rows + 1) / 2 * ((columns + 1) / 2)
    return Double(16 * tiles) / Double(9 * rows * columns * (isPooled ? 4 : 1))
  }
}

extension KernelSet {
  /// Transforms the weights `[9, channels, outputs]` of some of the channels.
  public func transformWeights(
    _ form: WinogradConvolution, of channels: Range<Int>, _ weights: UnsafePointer<Float>,
    into transformed: UnsafeMutablePointer<Float>
  ) {
    table.winograd_weights(
      form.channels, channels.lowerBound, channels.count, form.outputs, weights, transformed)
  }

  /// Convolution, bias, ReLU and 2 by 2 pooling where wanted.
  ///
  /// - Parameters:
  ///   - zeros: as many as the outputs.
  ///   - masks: with pooling, as in ``accumulatePooled(_:images:input:outputs:weights:bias:pooled:steps:output:masks:rectifies:)``.
  public func convolve(
    _ form: WinogradConvolution, images: Int, input: ImageBlock,
    transformed: UnsafePointer<Float>, bias: UnsafePointer<Float>, zeros: UnsafePointer<Float>,
    output: UnsafeMutablePointer<Float>, masks: UnsafeMutablePointer<UInt64>? = nil,
    scratch: UnsafeMutablePointer<Float>, rectifies: Bool
  ) {
    precondition(masks == nil || form.isPooled, "convolve: masks without pooling")
    table.winograd(
      images, input.stride, input.start, form.inputRow, form.channels, form.outputs, transformed,
      bias, form.rows, form.columns, output, masks, zeros, scratch,
      (rectifies ? 1 : 0) | (form.isPooled ? 2 : 0))
  }
}
