internal import Memory
internal import Tensors

extension Conv2D {
  /// Sums bias, then products over (kernel row, kernel column, channel), in one chain for each
  /// output.
  func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let walk = WindowWalk(window, input: input.shape)
    let bias = usesBias ? weights[1].values : [Float](repeating: 0, count: filters)
    let kernel = weights[0].values
    var sums = Tensor(zeros: walk.outputShape(channels: filters))
    sums.values.withMutableElements { sums in
      walk.forEachOutput { position in
        let chain = sums[position * filters..<(position + 1) * filters]
        let chains = chain
        for filter in 0..<filters { chains[filter] = bias[filter] }
        walk.forEachTap(of: position) { pixel, tap in
          for channel in 0..<walk.channels {
            let x = input.values[pixel * walk.channels + channel]
            let row = (tap * walk.channels + channel) * filters
            for filter in 0..<filters { chains[filter].addProduct(x, kernel[row + filter]) }
          }
        }
      }
    }
    return function.output(of: sums, pass: pass)
  }

  /// Gradients of kernel and bias are sums over the batch's chunks; the input's is left out where
  /// nobody wants it.
  func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let slopes = function.gradient(gradient, output: output, pass: pass)
    let walk = WindowWalk(window, input: input.shape)
    let kernel = kernelGradient(slopes, input, walk, weights[0].shape)
    let bias = usesBias ? [biasGradient(slopes, walk)] : []
    let before = pass.wantsInputGradient ? inputGradient(slopes, input, walk, weights[0]) : nil
    return LayerGradients(input: before, weights: [kernel] + bias)
  }

  private func kernelGradient(
    _ slopes: Tensor, _ input: Tensor, _ walk: WindowWalk, _ shape: Shape
  ) -> Tensor {
    let values = BatchChunks.sum(batch: walk.batch, count: shape.count) { images, sums in
      walk.forEachOutput(of: images) { position in
        walk.forEachTap(of: position) { pixel, tap in
          for channel in 0..<walk.channels {
            let x = input.values[pixel * walk.channels + channel]
            let row = (tap * walk.channels + channel) * filters
            for filter in 0..<filters {
              sums[row + filter].addProduct(x, slopes.values[position * filters + filter])
            }
          }
        }
      }
    }
    return Tensor(shape, values)
  }

  private func biasGradient(_ slopes: Tensor, _ walk: WindowWalk) -> Tensor {
    let values = BatchChunks.sum(batch: walk.batch, count: filters) { images, sums in
      walk.forEachOutput(of: images) { position in
        for filter in 0..<filters { sums[filter] += slopes.values[position * filters + filter] }
      }
    }
    return Tensor([filters], values)
  }

  private func inputGradient(
    _ slopes: Tensor, _ input: Tensor, _ walk: WindowWalk, _ kernel: Tensor
  ) -> Tensor {
    var result = Tensor(zeros: input.shape)
    result.values.withMutableElements { result in
      walk.forEachTapInKernelOrder { position, pixel, tap in
        for channel in 0..<walk.channels {
          let row = (tap * walk.channels + channel) * filters
          for filter in 0..<filters {
            result[pixel * walk.channels + channel].addProduct(
              slopes.values[position * filters + filter], kernel.values[row + filter])
          }
        }
      }
    }
    return result
  }
}
