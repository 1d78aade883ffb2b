internal import Tensors

/// For each number of an output, which number of an input it is: the computation of layers that only
/// move numbers.
struct IndexMap: Sendable {
  /// For each output of one image the place among its inputs; -1 for a zero.
  let sources: [Int32]

  func forward(_ input: UnsafePointer<Float>, to output: UnsafeMutablePointer<Float>) {
    for (place, source) in sources.enumerated() {
      output[place] = source >= 0 ? input[Int(source)] : 0
    }
  }

  /// Numbers that went to several places get the sum of their gradients, in the places' order.
  ///
  /// - Parameter result: zeros before.
  func backward(_ slopes: UnsafePointer<Float>, to result: UnsafeMutablePointer<Float>) {
    for (place, source) in sources.enumerated() where source >= 0 {
      result[Int(source)] += slopes[place]
    }
  }

  func forward(_ input: Tensor, shape: Shape) -> Tensor {
    let images = input.shape[0]
    let size = input.shape.count / max(images, 1)
    var result = Tensor(zeros: Shape([images] + shape.extents))
    result.values.withUnsafeMutableBufferPointer { output in
      input.values.withUnsafeBufferPointer { input in
        guard let from = input.baseAddress, let to = output.baseAddress else { return }
        for image in 0..<images { forward(from + image * size, to: to + image * sources.count) }
      }
    }
    return result
  }

  func backward(_ gradient: Tensor, shape: Shape) -> Tensor {
    let images = shape[0]
    let size = shape.count / max(images, 1)
    var result = Tensor(zeros: shape)
    result.values.withUnsafeMutableBufferPointer { result in
      gradient.values.withUnsafeBufferPointer { slopes in
        guard let from = slopes.baseAddress, let to = result.baseAddress else { return }
        for image in 0..<images { backward(from + image * sources.count, to: to + image * size) }
      }
    }
    return result
  }
}

/// A layer that only moves numbers.
protocol MovingLayer: Layer {
  func map(for input: Shape) -> IndexMap
}

extension MovingLayer {
  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let shape = Shape(Array(input.shape.extents.dropFirst()))
    let output = (try? outputShape(for: shape)) ?? shape
    return LayerOutput(map(for: shape).forward(input, shape: output))
  }

  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let shape = Shape(Array(input.shape.extents.dropFirst()))
    return LayerGradients(input: map(for: shape).backward(gradient, shape: input.shape))
  }
}
