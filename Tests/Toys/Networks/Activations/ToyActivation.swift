// toy: an activation | ActivationCatalog.swift | ToyActivation.self,
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
internal import Memory

/// f(x) = 2x.
struct ToyActivation: PointwiseActivation {
  static let signature = Signature("ToyActivation")

  init() {}

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.map(values) { 2 * $0 }
  }

  func slope(atValue y: Float) -> Float { 2 }
}
