internal import Tensors

/// For each number of an output, which number of an input it is: the computation of layers that only
/// move numbers.
struct IndexMap {
  /// For each output of one image the place among its inputs; -1 for a zero.
  let sources: [Int32]

  func forward(_ input: Tensor, shape: Shape) -> Tensor {
    let images = input.shape[0]
    let size = input.shape.count / max(images, 1)
    var result = Tensor(zeros: Shape([images] + shape.extents))
    for image in 0..<images {
      for (place, source) in sources.enumerated() where source >= 0 {
        result.values[image * sources.count + place] = input.values[image * size + Int(source)]
      }
    }
    return result
  }

  /// Numbers that went to several places get the sum of their gradients, in the places' order.
  func backward(_ gradient: Tensor, shape: Shape) -> Tensor {
    let images = shape[0]
    let size = shape.count / max(images, 1)
    var result = Tensor(zeros: shape)
    for image in 0..<images {
      for (place, source) in sources.enumerated() where source >= 0 {
        result.values[image * size + Int(source)] += gradient.values[image * sources.count + place]
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
