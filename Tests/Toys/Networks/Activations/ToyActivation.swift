// toy: an activation | ActivationCatalog.swift | ToyActivation.self,
public import Memory

/// f(x) = 2x.
public struct ToyActivation: PointwiseActivation {
  public static let signature = Signature("ToyActivation")

  public init() {}

  public func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.map(values) { 2 * $0 }
  }

  func slope(atValue y: Float) -> Float { 2 }
}
