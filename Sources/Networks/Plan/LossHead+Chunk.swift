internal import Kernels

extension LossHead {
  /// Figures of a chunk's images and the gradient of `scale` times each one's loss.
  ///
  /// - Parameters:
  ///   - outputs: `[images, width]`; logits become probabilities here where the head takes them.
  ///   - figures: for each image the loss and the metrics, overwritten.
  func judge(
    _ outputs: UnsafeMutableBufferPointer<Float>, labels: ArraySlice<UInt8>, width: Int,
    scale: Float, gradient: UnsafeMutableBufferPointer<Float>,
    figures: UnsafeMutablePointer<Float>, kernels: KernelSet
  ) {
    let count = 1 + metrics.count
    if isSoftmaxCrossentropy {
      labels.withUnsafeBufferPointer { labels in
        kernels.softmaxCrossEntropy(
          logits: UnsafeBufferPointer(outputs), labels: labels, columns: width, scale: scale,
          losses: figures, apart: count, gradient: gradient)
      }
    } else {
      for (row, label) in labels.enumerated() {
        let range = row * width..<(row + 1) * width
        figures[row * count] = loss.sample(
          UnsafeBufferPointer(rebasing: outputs[range]), target: Target(label: label, form: form),
          areLogits: takesLogits || loss.fromLogits,
          gradient: UnsafeMutableBufferPointer(rebasing: gradient[range]))
      }
      for index in gradient.indices { gradient[index] *= scale }
    }
    if takesLogits { show(outputs, rowLength: width) }
    for (row, label) in labels.enumerated() {
      let shown = UnsafeBufferPointer(rebasing: outputs[row * width..<(row + 1) * width])
      for (index, metric) in metrics.enumerated() {
        figures[row * count + 1 + index] = metric.sample(
          shown, target: Target(label: label, form: form))
      }
    }
  }

  /// Applies the activation that the loss had taken over.
  func show(_ outputs: UnsafeMutableBufferPointer<Float>, rowLength: Int) {
    activation?.apply(outputs, rowLength: rowLength)
  }
}
