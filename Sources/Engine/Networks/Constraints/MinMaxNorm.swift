internal import Memory
internal import Tensors

/// Norms that come nearer to a range, by a share of the way (Keras' `MinMaxNorm`).
struct MinMaxNorm: Constraint {
  static let signature = Signature(
    "MinMaxNorm",
    [
      Parameter("min_value", .number(.nonNegative), default: .double(0)),
      Parameter("max_value", .number(.nonNegative), default: .double(1)),
      Parameter("rate", .number(ValueRange(lower: 0, upper: 1)), default: .double(1)),
      ConstraintArguments.axis,
    ])
  static let aliases = ["min_max_norm"]
  private let least: Float
  private let most: Float
  private let rate: Float
  private let norms: WeightNorms

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    (least, most) = (arguments.float("min_value"), arguments.float("max_value"))
    (rate, norms) = (arguments.float("rate"), WeightNorms(arguments))
  }

  func apply(_ weight: MutableElements<Float>, shape: Shape) {
    norms.scale(weight, shape: shape) { norm in
      let wanted = rate * min(max(norm, least), most) + (1 - rate) * norm
      return wanted / (WeightNorms.epsilon + norm)
    }
  }
}
