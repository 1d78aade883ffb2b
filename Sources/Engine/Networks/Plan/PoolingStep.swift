internal import Kernels
internal import Memory
internal import Tensors

/// Max or average pooling by itself, over windows of any size, stride and padding.
struct PoolingStep: PlanStep {
  let places: StepPlaces
  let windows: PoolingWindows
  let channels: Int
  /// With max pooling, for each output the place of its winner, as 32-bit integers.
  let winners: Region?

  func forward(_ context: ChunkContext) {
    for image in 0..<context.images {
      let input = Elements(context.floats(places.input, image: image))
      let output = context.floats(places.output, image: image)
      if let winners {
        context.kernels.maxPool(
          windows, channels: channels, input, into: output,
          winners: numbers(context, winners, image))
      } else {
        context.kernels.averagePool(windows, channels: channels, input, into: output)
      }
    }
  }

  func backward(_ context: ChunkContext) {
    guard let before = places.inputGradient else { return }
    context.clear(before)
    for image in 0..<context.images {
      let slopes = Elements(context.floats(places.outputGradient, image: image))
      let target = context.floats(before, image: image)
      if let winners {
        context.kernels.addMaxPoolGradient(
          windows, channels: channels, slopes, winners: Elements(numbers(context, winners, image)),
          to: target)
      } else {
        context.kernels.addAveragePoolGradient(windows, channels: channels, slopes, to: target)
      }
    }
  }

  private func numbers(
    _ context: ChunkContext, _ winners: Region, _ image: Int
  ) -> MutableElements<Int32> {
    context.floats(winners, image: image).viewed(as: Int32.self)
  }
}

extension PoolingWindows {
  /// The windows of a geometry, without what is padding.
  init(_ geometry: WindowGeometry) {
    self.init(
      rows: geometry.height.ranges, columns: geometry.width.ranges, width: geometry.width.input)
  }
}

extension WindowAxis {
  /// The input positions of each window, which lie next to each other.
  fileprivate var ranges: [Range<Int>] {
    precondition(dilation == 1, "pooling: a dilation")
    return (0..<output).map { place in
      let start = place * stride - before
      return max(start, 0)..<min(start + kernel, input)
    }
  }
}
