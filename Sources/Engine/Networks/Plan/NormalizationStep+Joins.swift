internal import Kernels
internal import Memory

extension NormalizationStep {
  func join(_ batch: BatchContext, forwardPhase phase: Int) {
    let (mean, variance) = (batch.shared[shared.mean...], batch.shared[shared.variance...])
    let target = phase == 0 ? mean : variance
    add(batch, from: 0, to: target)
    let rows = Float(max(batch.images * (places.input.perImage / max(channels, 1)), 1))
    for channel in 0..<channels { target[channel] /= rows }
    guard phase == 1 else { return }
    for channel in 0..<channels {
      batch.shared[shared.inverse + channel] = inverse(variance[channel])
    }
  }

  func join(_ batch: BatchContext, backwardPhase phase: Int) {
    let (slopes, products) = (
      part(batch.shared, shared.slopes), part(batch.shared, shared.products)
    )
    add(batch, from: 0, to: slopes)
    add(batch, from: channels, to: products)
    if let gamma = parameters.gamma { part(batch.gradients, gamma).update(from: products) }
    if let beta = parameters.beta { part(batch.gradients, beta).update(from: slopes) }
  }

  private func part(_ all: MutableElements<Float>, _ start: Int) -> MutableElements<Float> {
    all[start..<start + channels]
  }

  func commit(_ batch: BatchContext) {
    if isFrozen { return }
    move(batch.weights[parameters.movingMean...], towards: batch.shared[shared.mean...])
    move(batch.weights[parameters.movingVariance...], towards: batch.shared[shared.variance...])
  }

  var formParts: Int { 1 }

  func refresh(
    _ part: Int, _ kernels: KernelSet, weights: Elements<Float>,
    derived target: MutableElements<Float>
  ) {
    for channel in 0..<channels {
      target[derived.inverse + channel] = inverse(weights[parameters.movingVariance + channel])
      target[derived.ones + channel] = 1
    }
  }

  private func inverse(_ variance: Float) -> Float { 1 / (variance + epsilon).squareRoot() }

  private func move(
    _ moving: MutableElements<Float>, towards batch: MutableElements<Float>
  ) {
    for channel in 0..<channels {
      moving[channel] = moving[channel] * momentum.kept + batch[channel] * momentum.rest
    }
  }

  /// Adds up the images' sums in their order.
  private func add(_ batch: BatchContext, from first: Int, to total: MutableElements<Float>) {
    for channel in 0..<channels { total[channel] = 0 }
    for image in 0..<batch.images {
      let part = batch.shared[(shared.images + image * 2 * channels + first)...]
      for channel in 0..<channels { total[channel] += part[channel] }
    }
  }
}
