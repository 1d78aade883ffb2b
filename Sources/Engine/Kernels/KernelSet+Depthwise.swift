internal import CKernels
public import Memory

/// Convolutions of each channel on its own. A table's segments are the taps, its run the channels;
/// weights are `[taps, channels]`.
extension KernelSet {
  /// For each image, pixel and channel the chain over the taps, from the bias.
  public func convolveChannels(
    _ table: WindowTable, images: Int, input: ImageBlock, weights: ConstantFloats,
    bias: ConstantFloats, output: ImageBlock, rectifies: Bool = false
  ) {
    note(images * table.offsets.count * table.size)
    let (name, channels): (StaticString, Int) = ("convolve channels", table.run)
    let x = input.address(images, table.reach, name)
    let y = output.address(images, table.offsets.count * channels, name)
    let (w, b) = (weights.address(table.size, name), bias.address(channels, name))
    table.withWindow { window in
      self.table.depthwise(
        window, images, input.stride, x, channels, w, b, output.stride, y, rectifies ? 1 : 0)
    }
  }

  /// Adds to `weightGradient` for each tap and channel the chain over images and pixels.
  public func addChannelWeightGradient(
    _ table: WindowTable, images: Int, input: ImageBlock, gradient: ImageBlock,
    to weightGradient: Floats
  ) {
    note(images * table.offsets.count * table.size)
    let (name, channels): (StaticString, Int) = ("channel weight gradient", table.run)
    let x = input.address(images, table.reach, name)
    let g = gradient.address(images, table.offsets.count * channels, name)
    let target = weightGradient.address(table.size, name)
    table.withWindow { window in
      self.table.depthwise_weight_gradient(
        window, images, input.stride, x, channels, gradient.stride, g, target)
    }
  }

  /// For each image, pixel and channel of the input the chain over the windows that read it, from 0.
  public func channelInputGradient(
    _ spread: ChannelSpread, images: Int, channels: Int, gradient: ImageBlock,
    weights: ConstantFloats, into input: ImageBlock
  ) {
    note(images * (spread.readerCount + spread.count) * channels)
    let name: StaticString = "channel input gradient"
    let g = gradient.address(images, spread.positionCount * channels, name)
    let w = weights.address(spread.tapCount * channels, name)
    let dx = input.address(images, spread.count * channels, name)
    spread.withSpread { spread in
      table.depthwise_input_gradient(
        spread, images, gradient.stride, g, channels, w, input.stride, dx)
    }
  }
}
