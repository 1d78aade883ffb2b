internal import Tensors

/// Sums for each channel, the last axis, over all others.
enum ChannelMoments {
  /// Sums over the pixels of each image, then over the images, in order.
  static func sums(_ tensor: Tensor) -> [Float] {
    let channels = tensor.shape.extents.last ?? 1
    let each = tensor.shape.extents.dropFirst().reduce(1, *)
    var total = [Float](repeating: 0, count: channels)
    for image in 0..<tensor.shape[0] {
      var part = [Float](repeating: 0, count: channels)
      for index in 0..<each { part[index % channels] += tensor.values[image * each + index] }
      for channel in 0..<channels { total[channel] += part[channel] }
    }
    return total
  }

  /// Mean and biased variance of each channel.
  static func of(_ tensor: Tensor) -> (mean: [Float], variance: [Float]) {
    let channels = tensor.shape.extents.last ?? 1
    let rows = Float(max(tensor.values.count / max(channels, 1), 1))
    let mean = sums(tensor).map { $0 / rows }
    let squares = mapped(tensor) { x, c in (x - mean[c]) * (x - mean[c]) }
    return (mean, sums(squares).map { $0 / rows })
  }

  static func mapped(_ tensor: Tensor, _ body: (Float, Int) -> Float) -> Tensor {
    let channels = tensor.shape.extents.last ?? 1
    var result = tensor
    for index in result.values.indices {
      result.values[index] = body(tensor.values[index], index % channels)
    }
    return result
  }
}
