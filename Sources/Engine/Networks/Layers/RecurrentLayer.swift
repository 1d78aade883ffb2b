internal import Tensors

/// A layer over `[steps, features]` that goes from step to step, from the first one on or from the last.
protocol RecurrentLayer: PlannedLayer {
  /// What all of them take.
  var settings: RecurrentSettings { get }
  /// How many sums each unit has.
  static var gates: Int { get }
  /// The layer's output for steps in the order in which it takes them.
  func run(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput
  /// The gradients for steps in that order.
  func gradients(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients
  /// Adds the layer's own step to a plan in which they stand in that order.
  func lowerSteps(into plan: inout PlanBuilder, at site: PlanSite)
}

extension RecurrentLayer {
  var units: Int { settings.units }
  var returnsSequences: Bool { settings.returnsSequences }

  /// The states after all steps, in the order in which they were taken, or after the last one.
  public func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 2 else {
      throw ShapeError(Self.signature.name, input: input, .wrongRank(expected: 2))
    }
    return returnsSequences ? [input[0], units] : [units]
  }

  /// Kernel, recurrent kernel and, where there is one, the bias.
  public func weightSpecs(for input: Shape) -> [WeightSpec] {
    settings.weights(features: input[1], width: Self.gates * units, bias: [Self.gates * units])
  }

  /// Both kernels meet each step.
  public func productCount(for input: Shape, output: Shape) -> Int {
    Recurrence.productCount(of: self, for: input)
  }

  /// Goes from step to step from a state of 0.
  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    run(ordered(input), weights: weights, pass: pass)
  }

  /// Goes back through all steps.
  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    var result = gradients(
      gradient, input: ordered(input), output: output, weights: weights, pass: pass)
    result.input = result.input.map(ordered)
    return result
  }

  private func ordered(_ steps: Tensor) -> Tensor {
    guard settings.goesBackwards else { return steps }
    return Reversal().forward(steps, weights: [], pass: LayerPass()).output
  }

  func lower(into plan: inout PlanBuilder, at site: PlanSite) {
    if settings.goesBackwards {
      plan.add(
        MovingStep(
          places: plan.advance(to: site.inputShape.count), map: Reversal().map(for: site.inputShape)
        ))
    }
    lowerSteps(into: &plan, at: site)
  }
}

/// The arguments that recurrent layers have in common.
struct RecurrentSettings: Sendable {
  let units: Int
  let usesBias: Bool
  let returnsSequences: Bool
  /// Whether steps are taken from the last one on.
  let goesBackwards: Bool
  private let initializers: [any Initializer]
  private let rules: [WeightRules]

  /// What a layer takes, in Keras' order.
  ///
  /// - Parameters:
  ///   - isGated: whether gates have a function of their own.
  ///   - own: what stands behind the initializers.
  ///   - last: what has to be given by name.
  static func parameters(
    isGated: Bool, own: [Parameter] = [], last: [Parameter] = []
  ) -> [Parameter] {
    [Parameter("units", .int(.count), aliases: ["output_dim"])]
      + (isGated ? RecurrentFunctions.parameters : [RecurrentFunctions.parameters[0]])
      + [
        Parameter("use_bias", .bool, default: .bool(true)),
        Parameter(
          "kernel_initializer", .component(.initializer), default: .string("glorot_uniform"),
          aliases: ["init"]),
        Parameter(
          "recurrent_initializer", .component(.initializer), default: .string("orthogonal"),
          aliases: ["inner_init"]),
        Parameter("bias_initializer", .component(.initializer), default: .string("zeros")),
      ] + own
      + ["return_sequences", "return_state", "go_backwards", "stateful", "unroll"].map {
        Parameter($0, .bool, default: .bool(false), keywordOnly: true)
      } + last + WeightRules.parameters("kernel", "recurrent", "bias")
  }

  /// - Throws: ``ArgumentError`` for an initializer, a regularizer or a constraint that can't be made, and for states
  ///   that are given back or kept from batch to batch.
  init(_ arguments: BoundArguments) throws(ArgumentError) {
    for name in ["return_state", "stateful"] where arguments.bool(name) {
      throw arguments.error(name, .unsupported(got: .bool(true)))
    }
    units = arguments.int("units")
    usesBias = arguments.bool("use_bias")
    returnsSequences = arguments.bool("return_sequences")
    goesBackwards = arguments.bool("go_backwards")
    initializers = [
      try arguments.initializer("kernel_initializer"),
      try arguments.initializer("recurrent_initializer"),
      try arguments.initializer("bias_initializer"),
    ]
    rules = [
      try arguments.rules("kernel"), try arguments.rules("recurrent"),
      try arguments.rules("bias"),
    ]
  }

  /// Kernel, recurrent kernel and, where there is one, the bias.
  ///
  /// - Parameters:
  ///   - features: those of a step.
  ///   - width: the sums of a step.
  ///   - bias: its shape.
  ///   - biasInitializer: how it begins, from what was asked.
  func weights(
    features: Int, width: Int, bias: Shape,
    biasInitializer: (any Initializer) -> any Initializer = { $0 }
  ) -> [WeightSpec] {
    [
      WeightSpec("kernel", [features, width], initializers[0], rules[0]),
      WeightSpec("recurrent_kernel", [units, width], initializers[1], rules[1]),
    ] + (usesBias ? [WeightSpec("bias", bias, biasInitializer(initializers[2]), rules[2])] : [])
  }
}
