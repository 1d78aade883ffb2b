internal import Memory
internal import Tensors

/// For each number of an output, which number of an input it is: the computation of layers that only
/// move numbers.
struct IndexMap: Sendable {
  /// For each output of one image the place among its inputs; -1 for a zero.
  let sources: [Int32]

  func forward(_ input: Elements<Float>, to output: MutableElements<Float>) {
    for (place, source) in sources.enumerated() {
      output[place] = source >= 0 ? input[Int(source) + Self.fault(sources.count)] : 0
    }
  }

  /// How far a read goes astray: only in the build whose planted fault the fuzzer has to find.
  @inline(__always)
  private static func fault(_ count: Int) -> Int {
    #if CADERNO_PLANTED
      count % 5 == 0 ? count : 0
    #else
      0
    #endif
  }

  /// Numbers that went to several places get the sum of their gradients, in the places' order.
  ///
  /// - Parameter result: zeros before.
  func backward(_ slopes: Elements<Float>, to result: MutableElements<Float>) {
    for (place, source) in sources.enumerated() where source >= 0 {
      result[Int(source)] += slopes[place]
    }
  }

  func forward(_ input: Tensor, shape: Shape) -> Tensor {
    let images = input.shape[0]
    let size = input.shape.count / max(images, 1)
    var result = Tensor(zeros: Shape([images] + shape.extents))
    result.values.withMutableElements { output in
      input.values.withElements { input in
        for image in 0..<images {
          forward(input[(image * size)...], to: output[(image * sources.count)...])
        }
      }
    }
    return result
  }

  func backward(_ gradient: Tensor, shape: Shape) -> Tensor {
    let images = shape[0]
    let size = shape.count / max(images, 1)
    var result = Tensor(zeros: shape)
    result.values.withMutableElements { result in
      gradient.values.withElements { slopes in
        for image in 0..<images {
          backward(slopes[(image * sources.count)...], to: result[(image * size)...])
        }
      }
    }
    return result
  }
}

/// A layer that only moves numbers.
protocol MovingLayer: PlannedLayer {
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
