internal import CKernels

extension KernelSet {
  /// Transforms the weights `[9, channels, outputs]` of some of the channels.
  public func transformWeights(
    _ form: WinogradConvolution, of channels: Range<Int>, _ weights: UnsafePointer<Float>,
    into transformed: UnsafeMutablePointer<Float>
  ) {
    precondition(
      channels.lowerBound >= 0 && channels.upperBound <= form.channels,
      "transform weights: channels \(channels) of \(form.channels)")
    form.withForm { form in
      table.winograd_weights(form, channels.lowerBound, channels.count, weights, transformed)
    }
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
    form.withForm { pointer in
      table.winograd(
        pointer, images, input.stride, input.start, transformed, bias, output, masks, zeros,
        scratch, (rectifies ? 1 : 0) | (form.isPooled ? 2 : 0))
    }
  }
}
