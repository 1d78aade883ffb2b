internal import Networks

/// A model's layers as text that changes whenever the computation does.
enum ModelFingerprint {
  static func text(of model: Model) -> String {
    let layers = model.layers.map { "\($0.typeName) \($0.layer) \($0.outputShape)" }
    return "\(model.inputShape) " + layers.joined(separator: "; ")
  }
}
