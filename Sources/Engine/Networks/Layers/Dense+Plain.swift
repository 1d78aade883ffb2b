internal import Memory
package import Tensors

extension Dense {
  /// Sums bias, then products over the inputs, in one chain for each unit: `[…, in]` to `[…,
  /// units]`.
  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let inputs = weights[0].shape[0]
    let kernel = weights[0].values
    let bias = usesBias ? weights[1].values : [Float](repeating: 0, count: units)
    var sums = Tensor(zeros: Shape(input.shape.extents.dropLast() + [units]))
    sums.values.withMutableElements { sums in
      for row in 0..<sums.count / units {
        for unit in 0..<units { sums[row * units + unit] = bias[unit] }
        for index in 0..<inputs {
          let x = input.values[row * inputs + index]
          for unit in 0..<units {
            sums[row * units + unit].addProduct(x, kernel[index * units + unit])
          }
        }
      }
    }
    return function.output(of: sums, pass: pass)
  }

  /// Gradients of kernel and bias are sums over the batch's chunks; the input's is left out where
  /// nobody wants it.
  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let slopes = function.gradient(gradient, output: output, pass: pass)
    let kernel = kernelGradient(slopes, input, weights[0].shape)
    let bias = usesBias ? [biasGradient(slopes)] : []
    let before = pass.wantsInputGradient ? inputGradient(slopes, input, weights[0]) : nil
    return LayerGradients(input: before, weights: [kernel] + bias)
  }

  /// Rows of the matrix that one image has: 1 for a vector.
  private func rows(_ tensor: Tensor, of images: Range<Int>) -> Range<Int> {
    let each = tensor.shape.extents.dropFirst().dropLast().reduce(1, *)
    return images.lowerBound * each..<images.upperBound * each
  }

  private func kernelGradient(_ slopes: Tensor, _ input: Tensor, _ shape: Shape) -> Tensor {
    let values = BatchChunks.sum(batch: input.shape[0], count: shape.count) { images, sums in
      for row in rows(input, of: images) {
        for index in 0..<shape[0] {
          let x = input.values[row * shape[0] + index]
          for unit in 0..<units {
            sums[index * units + unit].addProduct(x, slopes.values[row * units + unit])
          }
        }
      }
    }
    return Tensor(shape, values)
  }

  private func biasGradient(_ slopes: Tensor) -> Tensor {
    let values = BatchChunks.sum(batch: slopes.shape[0], count: units) { images, sums in
      for row in rows(slopes, of: images) {
        for unit in 0..<units { sums[unit] += slopes.values[row * units + unit] }
      }
    }
    return Tensor([units], values)
  }

  private func inputGradient(_ slopes: Tensor, _ input: Tensor, _ kernel: Tensor) -> Tensor {
    var result = Tensor(zeros: input.shape)
    let inputs = kernel.shape[0]
    for row in 0..<slopes.values.count / units {
      for index in 0..<inputs {
        var chain: Float = 0
        for unit in 0..<units {
          chain.addProduct(slopes.values[row * units + unit], kernel.values[index * units + unit])
        }
        result.values[row * inputs + index] = chain
      }
    }
    return result
  }
}
