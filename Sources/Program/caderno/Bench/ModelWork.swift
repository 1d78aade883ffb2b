internal import Networks
internal import Tensors

/// The dense arithmetic of one sample: what it costs where no zero is skipped and no transform
/// saves products. A multiply-add counts as two operations; only products with weights count.
struct ModelWork {
  let forward: Double
  /// Gradients of all weights, and of all inputs but those of the first layer with weights.
  let backward: Double

  init(_ model: Model) {
    let counts = model.layers.filter { !$0.usedSpecs.isEmpty }.map {
      2 * Double($0.layer.productCount(for: $0.inputShape, output: $0.outputShape))
    }
    forward = counts.reduce(0, +)
    backward = 2 * forward - (counts.first ?? 0)
  }

  var training: Double { forward + backward }
}
