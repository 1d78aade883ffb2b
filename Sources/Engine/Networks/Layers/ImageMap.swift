internal import Memory
internal import Tensors

/// Where each number of an image comes from: a linear map from the numbers of an image to those of another.
protocol ImageMap: Sendable {
  /// From one image's numbers to the other's, all of which are set.
  func forward(_ input: Elements<Float>, to output: MutableElements<Float>)
  /// Adds the gradients of one image's numbers to those of the other's, in the order of the former.
  func backward(_ slopes: Elements<Float>, to result: MutableElements<Float>)
}

extension ImageMap {
  /// All images of a batch, each in a shape without the batch's axis.
  func forward(_ input: Tensor, shape: Shape) -> Tensor {
    let images = input.shape[0]
    let (size, count) = (input.shape.count / max(images, 1), shape.count)
    var result = Tensor(zeros: Shape([images] + shape.extents))
    result.values.withMutableElements { output in
      input.values.withElements { input in
        for image in 0..<images {
          forward(
            input[(image * size)...], to: output[image * count..<(image + 1) * count])
        }
      }
    }
    return result
  }

  /// The gradients of a batch whose shape is that with its axis.
  func backward(_ gradient: Tensor, shape: Shape) -> Tensor {
    let images = shape[0]
    let size = shape.count / max(images, 1)
    let count = gradient.shape.count / max(images, 1)
    var result = Tensor(zeros: shape)
    result.values.withMutableElements { result in
      gradient.values.withElements { slopes in
        for image in 0..<images {
          backward(
            slopes[(image * count)...], to: result[image * size..<(image + 1) * size])
        }
      }
    }
    return result
  }
}

/// A layer that does the same linear map with every image.
protocol MappingLayer: PlannedLayer {
  /// The map for images of a shape that the layer accepts.
  func imageMap(for input: Shape) -> any ImageMap
}

extension MappingLayer {
  /// Maps each image.
  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let shape = Shape(Array(input.shape.extents.dropFirst()))
    let output = (try? outputShape(for: shape)) ?? shape
    return LayerOutput(imageMap(for: shape).forward(input, shape: output))
  }

  /// Takes gradients back to where the numbers came from, with the sum for those that went to
  /// several places.
  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let shape = Shape(Array(input.shape.extents.dropFirst()))
    return LayerGradients(input: imageMap(for: shape).backward(gradient, shape: input.shape))
  }

  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    plan.add(
      MovingStep(
        places: plan.advance(to: site.outputShape.count), map: imageMap(for: site.inputShape)))
  }
}
