internal import Memory
internal import Tensors

/// γ (x - mean) / √(variance + ε) + β over the last axis of each position (Ba et al. 2016), with
/// the biased variance; the same in training and inference.
///
/// Weights: `gamma`, `beta`, each `[channels]`.
struct LayerNormalization: Layer {
  static let signature = Signature.layer(
    "LayerNormalization",
    [
      Parameter("axis", .int(ValueRange(lower: -1, upper: -1)), default: .int(-1)),
      Parameter("epsilon", .number(.positive), default: .double(1e-3)),
      Parameter("center", .bool, default: .bool(true)),
      Parameter("scale", .bool, default: .bool(true)),
      Parameter("beta_initializer", .component(.initializer), default: .string("zeros")),
      Parameter("gamma_initializer", .component(.initializer), default: .string("ones")),
    ] + WeightRules.parameters("beta", "gamma"))
  let epsilon: Float
  let centers: Bool
  let scales: Bool
  private let betaInitializer: any Initializer
  private let gammaInitializer: any Initializer
  private let betaRules: WeightRules
  private let gammaRules: WeightRules

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    epsilon = arguments.float("epsilon")
    centers = arguments.bool("center")
    scales = arguments.bool("scale")
    betaInitializer = try arguments.initializer("beta_initializer")
    gammaInitializer = try arguments.initializer("gamma_initializer")
    betaRules = try arguments.rules("beta")
    gammaRules = try arguments.rules("gamma")
  }

  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank > 0 else {
      throw ShapeError("LayerNormalization", input: input, .wrongRank(expected: 1))
    }
    return input
  }

  func weightSpecs(for input: Shape) -> [WeightSpec] {
    let shape = Shape([input.extents.last ?? 0])
    return (scales ? [WeightSpec("gamma", shape, gammaInitializer, gammaRules)] : [])
      + (centers ? [WeightSpec("beta", shape, betaInitializer, betaRules)] : [])
  }

  /// Saves the normalized numbers and each row's 1 / √(variance + ε).
  func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let width = input.shape.extents.last ?? 1
    let rows = input.values.count / max(width, 1)
    var (normal, inverses) = (input, Tensor(zeros: [rows]))
    normal.values.withMutableElements { values in
      for row in 0..<rows {
        inverses.values[row] = normalize(
          values[row * width..<(row + 1) * width])
      }
    }
    let gamma = scales ? weights[0].values : [Float](repeating: 1, count: width)
    let beta = centers ? weights[scales ? 1 : 0].values : [Float](repeating: 0, count: width)
    let output = ChannelMoments.mapped(normal) { x, c in beta[c].addingProduct(x, gamma[c]) }
    return LayerOutput(output, saved: [normal, inverses])
  }

  private func normalize(_ row: MutableElements<Float>) -> Float {
    let count = Float(row.count)
    let mean = LaneSum.of(Elements(row)) / count
    let variance = row.map { ($0 - mean) * ($0 - mean) }.withElements(LaneSum.of) / count
    let inverse = 1 / (variance + epsilon).squareRoot()
    for index in row.indices { row[index] = (row[index] - mean) * inverse }
    return inverse
  }

  /// With n the normalized numbers and g = γ · gradient, a row's slopes are
  /// (g - mean(g) - n mean(g n)) / √(variance + ε).
  func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let (normal, inverses) = (output.saved[0], output.saved[1].values)
    let width = input.shape.extents.last ?? 1
    let gamma = scales ? weights[0].values : [Float](repeating: 1, count: width)
    var before = ChannelMoments.mapped(gradient) { slope, c in slope * gamma[c] }
    before.values.withMutableElements { slopes in
      for (row, inverse) in inverses.enumerated() {
        let start = row * width
        let sum = LaneSum.of(Elements(slopes[start..<start + width]))
        let products = (start..<start + width).map { slopes[$0] * normal.values[$0] }
          .withElements(LaneSum.of)
        for index in start..<start + width {
          let share = (sum + normal.values[index] * products) / Float(width)
          slopes[index] = (slopes[index] - share) * inverse
        }
      }
    }
    let products = Tensor(input.shape, zip(gradient.values, normal.values).map { $0 * $1 })
    let trained =
      (scales ? [Bias.gradient(products)] : []) + (centers ? [Bias.gradient(gradient)] : [])
    return LayerGradients(input: before, weights: trained)
  }
}

extension LayerNormalization: KerasLayer {
  static let keras = KerasFacts(
    "normalization",
    config:
      "axis epsilon center scale rms_scaling=False beta_initializer gamma_initializer beta_regularizer gamma_regularizer beta_constraint gamma_constraint",
    isWrittenBuilt: true)
}
