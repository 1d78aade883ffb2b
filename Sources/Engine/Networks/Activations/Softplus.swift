public import Memory

/// f(x) = log(1 + exp(x)), whose slope is 1 - exp(-f).
public struct Softplus: PointwiseActivation {
  public static let signature = Signature("Softplus")
  public static let aliases = ["softplus"]

  public init() {}

  func slope(atValue y: Float) -> Float { -ScalarMath.expMinusOne(-y) }

  public func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.map(values, BlockMath.softplus) { $1 }
  }
}
