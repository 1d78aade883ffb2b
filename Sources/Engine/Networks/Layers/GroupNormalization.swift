internal import Memory
internal import Tensors

/// γ (x - mean) / √(variance + ε) + β with the moments of a group of channels, the last axis, over all
/// positions of an image (Wu and He 2018); the same in training and inference.
///
/// Weights: `gamma`, `beta`, each `[channels]`.
struct GroupNormalization: Layer {
  static let signature = Signature.layer(
    "GroupNormalization",
    [
      Parameter("groups", .int(ValueRange(lower: -1, upper: 1_048_576)), default: .int(32)),
      Parameter("axis", .int(ValueRange(lower: -1, upper: -1)), default: .int(-1)),
      Parameter("epsilon", .number(.positive), default: .double(1e-3)),
      Parameter("center", .bool, default: .bool(true)),
      Parameter("scale", .bool, default: .bool(true)),
      Parameter("beta_initializer", .component(.initializer), default: .string("zeros")),
      Parameter("gamma_initializer", .component(.initializer), default: .string("ones")),
    ] + WeightRules.parameters("beta", "gamma"))
  private let groups: Int
  private let epsilon: Float
  let centers: Bool
  let scales: Bool
  private let initializers: [any Initializer]
  private let rules: [WeightRules]

  /// - Throws: ``ArgumentError`` also for 0 groups; -1 is a group for each channel.
  init(_ arguments: BoundArguments) throws(ArgumentError) {
    groups = arguments.int("groups")
    if groups == 0, let given = arguments["groups"] {
      throw arguments.error("groups", .outOfRange(got: given, range: .count))
    }
    epsilon = arguments.float("epsilon")
    centers = arguments.bool("center")
    scales = arguments.bool("scale")
    initializers = [
      try arguments.initializer("gamma_initializer"), try arguments.initializer("beta_initializer"),
    ]
    rules = [try arguments.rules("gamma"), try arguments.rules("beta")]
  }

  /// - Throws: ``ShapeError`` where the channels can't be shared out among the groups.
  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard let channels = input.extents.last else {
      throw ShapeError("GroupNormalization", input: input, .wrongRank(expected: 1))
    }
    guard channels % count(channels) == 0 else {
      throw ShapeError("GroupNormalization", input: input, .groups(count(channels)))
    }
    return input
  }

  private func count(_ channels: Int) -> Int { groups < 0 ? max(channels, 1) : groups }

  func weightSpecs(for input: Shape) -> [WeightSpec] {
    let shape = Shape([input.extents.last ?? 0])
    return (scales ? [WeightSpec("gamma", shape, initializers[0], rules[0])] : [])
      + (centers ? [WeightSpec("beta", shape, initializers[1], rules[1])] : [])
  }

  /// The computation of images of a shape.
  func moments(_ image: Shape) -> GroupMoments {
    let channels = image.extents.last ?? 1
    return GroupMoments(
      groups: count(channels), channels: channels, positions: image.count / max(channels, 1),
      epsilon: epsilon)
  }

  /// Saves the normalized numbers and each group's 1 / √(variance + ε).
  func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let (images, core) = (input.shape[0], moments(Shape(Array(input.shape.extents.dropFirst()))))
    var (result, normal) = (input, input)
    var inverses = Tensor(zeros: [images, core.groups])
    let (gamma, beta) = parameters(weights, core.channels)
    gamma.withElements { gamma in
      beta.withElements { beta in
        input.values.withElements { input in
          result.values.withMutableElements { output in
            normal.values.withMutableElements { normal in
              inverses.values.withMutableElements { inverses in
                for image in 0..<images {
                  let place = image * core.count..<(image + 1) * core.count
                  core.forward(
                    input[place], gamma: gamma, beta: beta, normal: normal[place],
                    inverse: inverses[image * core.groups..<(image + 1) * core.groups],
                    to: output[place])
                }
              }
            }
          }
        }
      }
    }
    return LayerOutput(result, saved: [normal, inverses])
  }

  /// γ and β; ones and zeros where there are none.
  private func parameters(_ weights: [Tensor], _ channels: Int) -> (gamma: [Float], beta: [Float]) {
    (
      scales ? weights[0].values : [Float](repeating: 1, count: channels),
      centers ? weights[scales ? 1 : 0].values : [Float](repeating: 0, count: channels)
    )
  }

  func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let (images, core) = (input.shape[0], moments(Shape(Array(input.shape.extents.dropFirst()))))
    let (normal, inverses) = (output.saved[0], output.saved[1])
    var before = gradient
    parameters(weights, core.channels).gamma.withElements { gamma in
      normal.values.withElements { normal in
        inverses.values.withElements { inverses in
          gradient.values.withElements { slopes in
            before.values.withMutableElements { result in
              for image in 0..<images {
                let place = image * core.count..<(image + 1) * core.count
                core.backward(
                  slopes[place], gamma: gamma, normal: normal[place],
                  inverse: inverses[image * core.groups..<(image + 1) * core.groups],
                  to: result[place])
              }
            }
          }
        }
      }
    }
    let products = Tensor(input.shape, zip(gradient.values, normal.values).map { $0 * $1 })
    let trained =
      (scales ? [Bias.gradient(products)] : []) + (centers ? [Bias.gradient(gradient)] : [])
    return LayerGradients(input: before, weights: trained)
  }
}

extension GroupNormalization: KerasLayer {
  static let keras = KerasFacts(
    "normalization",
    config:
      "groups axis epsilon center scale beta_initializer gamma_initializer beta_regularizer gamma_regularizer beta_constraint gamma_constraint",
    isWrittenBuilt: true)
}
