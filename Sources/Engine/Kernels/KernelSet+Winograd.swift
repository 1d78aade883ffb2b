internal import CKernels
public import Memory

extension KernelSet {
  /// Transforms the weights `[9, channels, outputs]` of some of the channels.
  public func transformWeights(
    _ form: WinogradConvolution, of channels: Range<Int>, _ weights: ConstantFloats,
    into transformed: Floats
  ) {
    precondition(
      channels.lowerBound >= 0 && channels.upperBound <= form.channels,
      "transform weights: channels \(channels) of \(form.channels)")
    let source = weights.address(9 * form.channels * form.outputs, "transform weights")
    let target = transformed.address(form.weightCount, "transform weights")
    form.withForm { form in
      table.winograd_weights(form, channels.lowerBound, channels.count, source, target)
    }
  }

  /// Convolution, bias, ReLU and 2 by 2 pooling where wanted.
  ///
  /// - Parameters:
  ///   - zeros: as many as the outputs.
  ///   - masks: with pooling, as in ``accumulatePooled(_:images:input:outputs:weights:bias:pooled:steps:output:masks:rectifies:)``.
  public func convolve(
    _ form: WinogradConvolution, images: Int, input: ImageBlock,
    transformed: ConstantFloats, bias: ConstantFloats, zeros: ConstantFloats, output: Floats,
    masks: MutableElements<UInt64>? = nil, scratch: Floats, rectifies: Bool
  ) {
    precondition(masks == nil || form.isPooled, "convolve: masks without pooling")
    let (name, size): (StaticString, Int) = ("convolve", form.pixels)
    let x = input.address(images, form.reach, name)
    let (w, b) = (transformed.address(form.weightCount, name), bias.address(form.outputs, name))
    let y = output.address(images * size * form.outputs, name)
    let words = images * 4 * size * SparseGradient.words(outputs: form.outputs)
    let (mask, zero) = (masks?.address(words, name), zeros.address(form.outputs, name))
    let spare = scratch.address(form.scratchCount, name)
    form.withForm { pointer in
      table.winograd(
        pointer, images, input.stride, x, w, b, y, mask, zero, spare,
        (rectifies ? 1 : 0) | (form.isPooled ? 2 : 0))
    }
  }
}
