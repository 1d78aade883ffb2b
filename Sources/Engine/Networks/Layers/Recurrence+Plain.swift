internal import Memory
internal import Tensors

/// Gradients of a recurrent layer's weights and inputs from those of its sums, in plain loops: a
/// chain over a chunk's images, and in each over its steps.
enum RecurrentGradients {
  /// - Parameters:
  ///   - input: `[images, steps, features]`.
  ///   - states: after each step, `[images, steps, units]`.
  ///   - slopes: gradients of the sums, `[images, steps, width]`.
  ///   - stateSlopes: those of the states' sums, where they are others; a bias with two rows has one for them.
  ///   - resets: further states that the recurrent kernel meets, and the gradients of their sums.
  ///   - weights: kernel, recurrent kernel and, where there is one, bias.
  static func all(
    input: Tensor, states: Tensor, slopes: Tensor, stateSlopes: Tensor? = nil,
    resets: (states: Tensor, slopes: Tensor)? = nil, weights: [Tensor]
  ) -> LayerGradients {
    let (images, steps, width) = (input.shape[0], input.shape[1], slopes.shape[2])
    var moved = [
      products(input, slopes, weights[0].shape, firstStep: 0),
      products(states, stateSlopes ?? slopes, weights[1].shape, firstStep: 1),
    ]
    if let resets {
      moved[1].add(products(resets.states, resets.slopes, weights[1].shape, firstStep: 1))
    }
    if weights.count > 2 {
      let hasSecond = weights[2].shape.rank == 2
      let second = hasSecond ? stateSlopes.map { sums($0).values } ?? [] : []
      moved.append(Tensor(weights[2].shape, sums(slopes).values + second))
    }
    let rows = Tensor([images * steps, width], slopes.values)
    let before = RowProducts.transposed(rows, weights[0])
    return LayerGradients(input: Tensor(input.shape, before.values), weights: moved)
  }

  /// Σ left[step - first] ⊗ slopes[step] from a first step on.
  private static func products(
    _ left: Tensor, _ slopes: Tensor, _ shape: Shape, firstStep: Int
  ) -> Tensor {
    let (steps, inner, width) = (left.shape[1], shape[0], shape[1])
    let values = BatchChunks.sum(batch: left.shape[0], count: shape.count) { images, sums in
      for image in images {
        for step in firstStep..<max(steps, firstStep) {
          let (row, slope) = (image * steps + step - firstStep, (image * steps + step) * width)
          for index in 0..<inner {
            let x = left.values[row * inner + index]
            for column in 0..<width {
              sums[index * width + column].addProduct(x, slopes.values[slope + column])
            }
          }
        }
      }
    }
    return Tensor(shape, values)
  }

  private static func sums(_ slopes: Tensor) -> Tensor {
    let (steps, width) = (slopes.shape[1], slopes.shape[2])
    let values = BatchChunks.sum(batch: slopes.shape[0], count: width) { images, sums in
      for row in images.lowerBound * steps..<images.upperBound * steps {
        for column in 0..<width { sums[column] += slopes.values[row * width + column] }
      }
    }
    return Tensor([width], values)
  }
}
