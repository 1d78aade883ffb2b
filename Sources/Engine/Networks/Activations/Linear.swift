internal import Memory

/// f(x) = x.
struct Linear: ActivationFunction {
  static let signature = Signature("Linear")
  static let aliases = ["linear"]

  init() {}

  func apply(_ values: MutableElements<Float>, rowLength: Int) {}

  func applyGradient(
    _ gradient: MutableElements<Float>, outputs: Elements<Float>,
    rowLength: Int
  ) {}
}
