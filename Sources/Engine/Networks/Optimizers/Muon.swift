internal import Memory
internal import Tensors

/// Muon (Jordan and others 2024) as Keras 3 has it: m ← μ m + g; for a matrix the step is that of
/// ``NewtonSchulz`` for g + μ m (or m), as long as √max(rows, columns) times `rms_rate`. What isn't a matrix, embeddings
/// and layers named by `exclude_layers` are moved as by AdamW.
struct Muon: Optimizer {
  static let signature = Signature.optimizer(
    "Muon", rate: 0.001,
    [
      .rate("adam_beta_1", default: 0.9),
      .rate("adam_beta_2", default: 0.999),
      Parameter(
        "adam_weight_decay", .number(.nonNegative), default: .double(0.004), acceptsNone: true),
      .epsilon,
      Parameter("weight_decay", .number(.nonNegative), default: .double(0.004), acceptsNone: true),
      Parameter(
        "exclude_layers", .texts, default: .list([]), acceptsNone: true, keywordOnly: true),
      Parameter("exclude_embeddings", .bool, default: .bool(true), keywordOnly: true),
      factor("muon_a", 3.4445), factor("muon_b", -4.7750), factor("muon_c", 2.0315),
      Parameter("adam_lr_ratio", .number(.any), default: .int(1), keywordOnly: true),
      Parameter(
        "momentum", .number(ValueRange(lower: 0, upper: 1)), default: .double(0.95),
        keywordOnly: true),
      Parameter(
        "ns_steps", .int(ValueRange(lower: 0, upper: 100)), default: .int(5), keywordOnly: true),
      Parameter("nesterov", .bool, default: .bool(true), keywordOnly: true),
      Parameter(
        "rms_rate", .number(.any), default: .double(0.2), acceptsNone: true, keywordOnly: true),
    ],
    takesDecay: false)
  static let aliases = ["muon"]
  var settings: OptimizerSettings
  /// AdamW for all that isn't a matrix; its weight decay is `adamDecay`.
  private let adam: AdamRule
  private let adamDecay: Float?
  private let adamRatio: Float
  private let momentum: Float
  private let nesterov: Bool
  private let sign: NewtonSchulz
  private let scale: Float?
  private let excluded: [String]
  private let excludesEmbeddings: Bool
  var slotNames: [String] { ["momentum", "velocity"] }
  var movesWholeWeights: Bool { true }

  private static func factor(_ name: String, _ value: Double) -> Parameter {
    Parameter(name, .number(.any), default: .double(value), keywordOnly: true)
  }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
    adam = AdamRule(
      beta1: arguments.double("adam_beta_1"), beta2: arguments.double("adam_beta_2"),
      epsilon: arguments.epsilon)
    adamDecay = arguments["adam_weight_decay"]?.number.map { Float($0) }
    adamRatio = arguments.float("adam_lr_ratio")
    momentum = arguments.float("momentum")
    nesterov = arguments.bool("nesterov")
    sign = NewtonSchulz(
      factors: (arguments.float("muon_a"), arguments.float("muon_b"), arguments.float("muon_c")),
      rounds: arguments.int("ns_steps"))
    scale = arguments["rms_rate"]?.number.map { Float($0) }
    excluded = arguments["exclude_layers"]?.texts ?? []
    // Keras takes them for patterns; a name is one that is found where it stands.
    if let pattern = excluded.first(where: { $0.contains { !Self.isPlain($0) } }) {
      throw arguments.error("exclude_layers", .unsupported(got: .string(pattern)))
    }
    excludesEmbeddings = arguments.bool("exclude_embeddings")
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "/"
  }

  /// Names tell which matrices are left to Adam.
  func rule(for facts: WeightFacts) -> String? { isMatrix(facts) ? "muon" : "adam" }

  /// A matrix has no mean square.
  func uses(slot index: Int, of facts: WeightFacts) -> Bool { index == 0 || !isMatrix(facts) }

  /// The decay of matrices, or that of the rest.
  func weightDecay(of facts: WeightFacts) -> Float? {
    isMatrix(facts) ? settings.weightDecay : adamDecay
  }

  private func isMatrix(_ facts: WeightFacts) -> Bool {
    facts.shape.extents.count == 2
      && !(excludesEmbeddings && facts.path.lowercased().contains("embedding"))
      && !excluded.contains { facts.path.contains($0) }
  }

  func move(
    _ weight: MutableElements<Float>, of facts: WeightFacts, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    guard isMatrix(facts) else {
      return adam.move(
        weight, mean: slots[0], meanSquare: slots[1], gradient: gradient, rate: rate * adamRatio,
        step: step)
    }
    let mean = slots[0]
    withSpareElements(of: Float.self, count: weight.count) { change in
      for index in weight.indices {
        mean[index] += gradient[index] + mean[index] * (momentum - 1)
        change[index] = nesterov ? gradient[index] + momentum * mean[index] : mean[index]
      }
      let (rows, columns) = (facts.shape.extents[0], facts.shape.extents[1])
      sign.apply(change, rows: rows, columns: columns)
      let length = scale.map { Float(max(rows, columns)).squareRoot() * $0 } ?? 1
      for index in weight.indices { weight[index] -= rate * change[index] * length }
    }
  }
}
