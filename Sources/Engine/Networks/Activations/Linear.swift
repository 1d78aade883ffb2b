public import Memory

/// f(x) = x.
public struct Linear: ActivationFunction {
  public static let signature = Signature("Linear")
  public static let aliases = ["linear"]

  public init() {}

  public func apply(_ values: MutableElements<Float>, rowLength: Int) {}

  public func applyGradient(
    _ gradient: MutableElements<Float>, outputs: Elements<Float>,
    rowLength: Int
  ) {}
}
