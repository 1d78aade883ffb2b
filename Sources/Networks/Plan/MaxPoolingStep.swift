internal import Kernels
internal import Tensors

/// Max pooling by itself, over windows that lie inside the input.
struct MaxPoolingStep: PlanStep {
  let places: StepPlaces
  let geometry: WindowGeometry
  let channels: Int
  /// For each output the place of its winner in its window, as bytes.
  let winners: Region

  /// Whether the windows of a layer are such.
  static func fits(_ geometry: WindowGeometry) -> Bool {
    [geometry.height, geometry.width].allSatisfy {
      $0.before == 0 && ($0.output - 1) * $0.stride + $0.kernel <= $0.input && $0.dilation == 1
    } && geometry.height.kernel * geometry.width.kernel <= 256
  }

  func forward(_ run: ChunkRun) {
    let bytes = UnsafeMutableRawPointer(run.start(winners)).assumingMemoryBound(to: UInt8.self)
    for image in 0..<run.images {
      run.kernels.maxPool(
        channels: channels, inputRow: geometry.width.input * channels,
        kernel: (geometry.height.kernel, geometry.width.kernel),
        output: (geometry.height.output, geometry.width.output),
        strides: (geometry.height.stride, geometry.width.stride),
        run.start(places.input) + image * places.input.perImage,
        into: run.start(places.output) + image * places.output.perImage,
        winners: bytes + image * places.output.perImage)
    }
  }

  func backward(_ run: ChunkRun) {
    guard let before = places.inputGradient else { return }
    run.clear(before)
    let bytes = UnsafeRawPointer(run.start(winners)).assumingMemoryBound(to: UInt8.self)
    let row = geometry.width.input * channels
    // Where each place of a window lies from its first pixel.
    let steps = (0..<geometry.height.kernel * geometry.width.kernel).map { place in
      place / geometry.width.kernel * row + place % geometry.width.kernel * channels
    }
    for image in 0..<run.images {
      let slopes = run.start(places.outputGradient) + image * places.output.perImage
      let winners = bytes + image * places.output.perImage
      let target = run.start(before) + image * before.perImage
      for position in 0..<geometry.outputCount {
        let (y, x) = position.quotientAndRemainder(dividingBy: geometry.width.output)
        let first = y * geometry.height.stride * row + x * geometry.width.stride * channels
        for channel in 0..<channels {
          let output = position * channels + channel
          target[first + steps[Int(winners[output])] + channel] += slopes[output]
        }
      }
    }
  }
}
