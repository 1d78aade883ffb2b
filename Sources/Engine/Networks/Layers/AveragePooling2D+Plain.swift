internal import Tensors

extension AveragePooling2D {
  /// Sums each window row by row, then divides by the number of its pixels that lie inside the
  /// image.
  func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let walk = WindowWalk(window, input: input.shape)
    let channels = walk.channels
    var result = Tensor(zeros: walk.outputShape(channels: channels))
    walk.forEachOutput { position in
      var taps: Float = 0
      walk.forEachTap(of: position) { pixel, _ in
        taps += 1
        for channel in 0..<channels {
          result.values[position * channels + channel] += input.values[pixel * channels + channel]
        }
      }
      for channel in 0..<channels { result.values[position * channels + channel] /= taps }
    }
    return LayerOutput(result)
  }

  /// Gives each pixel of a window the same part of the gradient; where windows overlap, parts add
  /// up.
  func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let walk = WindowWalk(window, input: input.shape)
    let channels = walk.channels
    var result = Tensor(zeros: input.shape)
    walk.forEachOutput { position in
      var taps: Float = 0
      walk.forEachTap(of: position) { _, _ in taps += 1 }
      walk.forEachTap(of: position) { pixel, _ in
        for channel in 0..<channels {
          result.values[pixel * channels + channel] +=
            gradient.values[position * channels + channel] / taps
        }
      }
    }
    return LayerGradients(input: result)
  }
}
