internal import Networks
internal import Tensors

/// The dense arithmetic of one image: what it costs where no zero is skipped and no transform
/// saves products. A multiply-add counts as two operations; only products with weights count.
struct ModelWork {
  let forward: Double
  /// Gradients of all weights, and of all inputs but the first layer's.
  let backward: Double

  init(_ model: Model) {
    let layers = model.layers.map(Self.operations).filter { $0 > 0 }
    forward = layers.reduce(0, +)
    backward = 2 * forward - (layers.first ?? 0)
  }

  var training: Double { forward + backward }

  private static func operations(_ layer: ModelLayer) -> Double {
    layer.weightSpecs.map(\.shape).filter { $0.rank > 1 }.map { shape in
      let outputs = shape.extents.last ?? 1
      return 2 * Double(shape.count) * Double(layer.outputShape.count / max(outputs, 1))
    }.reduce(0, +)
  }
}
