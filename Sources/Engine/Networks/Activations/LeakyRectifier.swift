internal import Memory

/// f(x) = x above 0 and α x below (Maas, Hannun and Ng 2013).
///
/// α is 0.2 for the function `leaky_relu` and 0.3 for the layer `LeakyReLU()` given as an
/// activation, as in Keras 3.
struct LeakyRectifier: PointwiseActivation {
  static let signature = Signature(
    "LeakyReLU",
    [
      Parameter(
        "negative_slope", .number(.nonNegative), default: .some(.none), aliases: ["alpha"],
        acceptsNone: true)
    ])
  static let aliases = ["leaky_relu"]
  let negativeSlope: Float

  init() { negativeSlope = 0.2 }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    let usual: Float = arguments.spelling == "leaky_relu" ? 0.2 : 0.3
    negativeSlope = arguments["negative_slope"]?.number.map { Float($0) } ?? usual
  }

  func apply(_ values: MutableElements<Float>, rowLength: Int) {
    BlockMath.map(values) { $0 > 0 ? $0 : negativeSlope * $0 }
  }

  func slope(atValue y: Float) -> Float { y > 0 ? 1 : negativeSlope }
}
