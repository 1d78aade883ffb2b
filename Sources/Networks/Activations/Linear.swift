/// f(x) = x.
public struct Linear: ActivationFunction {
  public static let signature = Signature("Linear")
  public static let aliases = ["linear"]

  public init() {}

  public func apply(_ values: UnsafeMutableBufferPointer<Float>, rowLength: Int) {}

  public func applyGradient(
    _ gradient: UnsafeMutableBufferPointer<Float>, outputs: UnsafeBufferPointer<Float>,
    rowLength: Int
  ) {}
}
