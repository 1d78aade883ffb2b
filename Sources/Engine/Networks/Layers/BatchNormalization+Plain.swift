package import Tensors

extension BatchNormalization {
  /// Saves x's normal form and 1 / √(variance + ε); in training gives the new moving moments too.
  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let first = (scales ? 1 : 0) + (centers ? 1 : 0)
    let moving = (mean: weights[first].values, variance: weights[first + 1].values)
    let usesBatch = pass.isTraining && !isFrozen
    let moments = usesBatch ? ChannelMoments.of(input) : moving
    let inverse = moments.variance.map { 1 / ($0 + epsilon).squareRoot() }
    let gamma = scales ? weights[0].values : nil
    let beta = centers ? weights[scales ? 1 : 0].values : nil
    let normal = ChannelMoments.mapped(input) { x, c in (x - moments.mean[c]) * inverse[c] }
    let output = ChannelMoments.mapped(normal) { x, c in
      (beta?[c] ?? 0).addingProduct(x, gamma?[c] ?? 1)
    }
    let channels: Shape = [inverse.count]
    let saved = [normal, Tensor(channels, inverse)]
    guard usesBatch else { return LayerOutput(output, saved: saved) }
    let state = [
      first: Tensor(channels, moved(moving.mean, moments.mean)),
      first + 1: Tensor(channels, moved(moving.variance, moments.variance)),
    ]
    return LayerOutput(output, saved: saved, newState: state)
  }

  private func moved(_ moving: [Float], _ batch: [Float]) -> [Float] {
    zip(moving, batch).map { $0 * momentum + $1 * rest }
  }

  /// In training the gradient goes through the batch's moments as well; the moving ones have none.
  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let (normal, inverse) = (output.saved[0], output.saved[1].values)
    let gamma = scales ? weights[0].values : [Float](repeating: 1, count: inverse.count)
    let products = Tensor(input.shape, zip(gradient.values, normal.values).map { $0 * $1 })
    let gammaGradient = ChannelMoments.sums(products)
    let betaGradient = ChannelMoments.sums(gradient)
    let rows = Float(max(input.values.count / max(inverse.count, 1), 1))
    var before = gradient
    for index in before.values.indices {
      let c = index % inverse.count
      var slope = gradient.values[index]
      if pass.isTraining && !isFrozen {
        slope -= (normal.values[index] * gammaGradient[c] + betaGradient[c]) / rows
      }
      before.values[index] = slope * gamma[c] * inverse[c]
    }
    let channels: Shape = [inverse.count]
    let trained: [Tensor?] =
      (scales ? [Tensor(channels, gammaGradient)] : [])
      + (centers ? [Tensor(channels, betaGradient)] : [])
    return LayerGradients(input: before, weights: trained + [nil, nil])
  }
}
