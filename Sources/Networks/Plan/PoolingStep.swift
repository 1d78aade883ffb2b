internal import Kernels
internal import Memory
internal import Tensors

/// Max or average pooling by itself, over windows of any size, stride and padding.
struct PoolingStep: PlanStep {
  let places: StepPlaces
  let windows: PoolingWindows
  let channels: Int
  /// With max pooling, for each output the number of its winner in its window, as 16-bit integers.
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
  ) -> MutableElements<UInt16> {
    run.floats(winners, image: image).viewed(as: UInt16.self)
  }
}

extension PoolingWindows {
  /// The windows of a geometry, without what is padding.
  init(_ geometry: WindowGeometry, channels: Int) {
    let (height, width) = (geometry.height, geometry.width)
    var windows: [[Int32]] = []
    for y in 0..<height.output {
      for x in 0..<width.output {
        let rows = (0..<height.kernel).compactMap { height.position(output: y, tap: $0) }
        let columns = (0..<width.kernel).compactMap { width.position(output: x, tap: $0) }
        windows.append(
          rows.flatMap { row in
            columns.map { Int32((row * width.input + $0) * channels) }
          })
      }
    }
    self.init(windows)
  }
}
