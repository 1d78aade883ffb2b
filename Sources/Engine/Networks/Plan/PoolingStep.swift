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

  func forward(_ run: ChunkRun) {
    for image in 0..<run.images {
      let input = Elements(run.floats(places.input, image: image))
      let output = run.floats(places.output, image: image)
      if let winners {
        run.kernels.maxPool(
          windows, channels: channels, input, into: output, winners: numbers(run, winners, image))
      } else {
        run.kernels.averagePool(windows, channels: channels, input, into: output)
      }
    }
  }

  func backward(_ run: ChunkRun) {
    guard let before = places.inputGradient else { return }
    run.clear(before)
    for image in 0..<run.images {
      let slopes = Elements(run.floats(places.outputGradient, image: image))
      let target = run.floats(before, image: image)
      if let winners {
        run.kernels.addMaxPoolGradient(
          windows, channels: channels, slopes, winners: Elements(numbers(run, winners, image)),
          to: target)
      } else {
        run.kernels.addAveragePoolGradient(windows, channels: channels, slopes, to: target)
      }
    }
  }

  private func numbers(
    _ run: ChunkRun, _ winners: Region, _ image: Int
  ) -> MutableElements<Int32> {
    run.floats(winners, image: image).viewed(as: Int32.self)
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
