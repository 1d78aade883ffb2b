public import Memory

/// f(x) = exp(x).
public struct Exponential: PointwiseActivation {
  public static let signature = Signature("Exponential")
  public static let aliases = ["exponential"]

  public init() {}

  func slope(atValue y: Float) -> Float { y }

  public func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.exp(values)
  }
}
