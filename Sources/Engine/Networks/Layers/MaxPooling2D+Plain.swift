internal import Tensors

extension MaxPooling2D {
  /// Takes the largest of each window's pixels inside the image; the first of equals.
  func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let walk = WindowWalk(window, input: input.shape)
    let channels = walk.channels
    var result = Tensor(zeros: walk.outputShape(channels: channels))
    walk.forEachOutput { position in
      for channel in 0..<channels {
        let pixel = largest(input, walk, position, channel)
        result.values[position * channels + channel] = input.values[pixel * channels + channel]
      }
    }
    return LayerOutput(result)
  }

  /// Adds each gradient to the pixel that was the largest; the others get none.
  func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let walk = WindowWalk(window, input: input.shape)
    let channels = walk.channels
    var result = Tensor(zeros: input.shape)
    walk.forEachOutput { position in
      for channel in 0..<channels {
        let pixel = largest(input, walk, position, channel)
        result.values[pixel * channels + channel] +=
          gradient.values[position * channels + channel]
      }
    }
    return LayerGradients(input: result)
  }

  private func largest(
    _ input: Tensor, _ walk: WindowWalk, _ position: Int, _ channel: Int
  ) -> Int {
    var best: (pixel: Int, value: Float)?
    walk.forEachTap(of: position) { pixel, _ in
      let value = input.values[pixel * walk.channels + channel]
      if let found = best, !(value > found.value) { return }
      best = (pixel, value)
    }
    guard let best else { preconditionFailure("MaxPooling2D: a window holds no pixel") }
    return best.pixel
  }
}
