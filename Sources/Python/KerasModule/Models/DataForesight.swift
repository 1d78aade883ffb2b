internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Tensors

/// What models will say of the shapes of their data, as far as both are known before a program runs.
struct DataForesight {
  let model: ModelObject
  let call: KnownCall

  private init?(_ call: KnownCall) {
    guard let model = call.receiver?.value?.asObject(ModelObject.self) else { return nil }
    (self.model, self.call) = (model, call)
  }

  /// What `predict` will raise.
  @Sendable static func problems(_ call: KnownCall) -> [KnownProblem] {
    DataForesight(call)?.problems ?? []
  }

  /// What `fit`, `evaluate` and their kin will raise, which need a loss.
  @Sendable static func lossProblems(_ call: KnownCall) -> [KnownProblem] {
    DataForesight(call)?.lossProblems ?? []
  }

  /// `compile` with what is known of its arguments; a model whose loss isn't known is followed no further.
  @Sendable static func compile(_ call: KnownCall) throws(PyError) -> KnownResult {
    guard let foresight = DataForesight(call) else { return .unknown }
    return try foresight.compile()
  }

  /// What `predict` gives.
  @Sendable static func prediction(_ call: KnownCall) -> KnownResult {
    guard let foresight = DataForesight(call), let shape = foresight.prediction else {
      return .object(NumPyTypes.array)
    }
    return NumPyTypes.known(shape)
  }

  private var prediction: KnownArray? {
    guard let x = call["x"]?.array, !model.givesList, let output = model.outputs.first else {
      return nil
    }
    return KnownArray([x.extents.first ?? nil] + output.tensorShape.extents)
  }

  private func compile() throws(PyError) -> KnownResult {
    var arguments: [(name: String, value: Value)] = []
    for name in ["optimizer", "loss", "metrics", "loss_weights", "weighted_metrics"] {
      if let value = call[name]?.value {
        arguments.append((name, value))
      } else if name == "loss", call[name] != nil {
        return .unknown
      }
    }
    let compile = try call.machine.attribute(.object(model), "compile")
    let result = try call.machine.call(compile, Arguments([], keywords: arguments))
    if let failure = model.compilation?.failure { throw failure }
    return .value(result)
  }

  private var lossProblems: [KnownProblem] {
    if model.compilation == nil {
      return [KnownProblem("", ModelObject.notCompiled(call.machine), call.machine)]
    }
    return problems
  }

  private var problems: [KnownProblem] {
    let lists = ["x", "y", "sample_weight"].compactMap { name -> KnownProblem? in
      guard call[name]?.hasPlain ?? false else { return nil }
      return KnownProblem(
        name, "Keras takes arrays, not lists of numbers; np.array(…) makes one",
        pt: "o Keras aceita arrays, não listas de números; np.array(…) cria um")
    }
    if let first = lists.first { return [first] }
    if model.inputs.count > 1 || model.outputs.count > 1 {
      return [severalProblem].compactMap(\.self)
    }
    guard let x = call["x"]?.array else { return [] }
    // Keras counts the samples before it looks at their shapes.
    let y = call["y"]?.array
    var problems = [
      problem("x") { () throws(PyError) in try build(for: x) },
      problem("y") { () throws(PyError) in
        if let y { try count(y, for: x) }
      },
      problem("x") { () throws(PyError) in try check(x) },
      problem("y") { () throws(PyError) in
        if let y { try check(target: y) }
      },
    ]
    if let items = call["validation_data"]?.items, items.count > 1, let x = items[0].array {
      problems.append(
        problem("validation_data") { () throws(PyError) in
          let y = items[1].array
          if let y { try count(y, for: x) }
          try check(x)
          if let y { try check(target: y) }
        })
    }
    return Array(problems.compactMap(\.self).prefix(1))
  }

  func problem(
    _ parameter: String, _ check: () throws(PyError) -> Void
  ) -> KnownProblem? {
    do throws(PyError) {
      try check()
      return nil
    } catch {
      return KnownProblem(parameter, error, call.machine)
    }
  }

  /// Fixes the input's shape by the data, where no layer was told one.
  private func build(for x: KnownArray) throws(PyError) {
    let extents = x.extents.dropFirst().compactMap(\.self)
    guard model.inputs.isEmpty, !x.extents.isEmpty, extents.count == x.extents.count - 1 else {
      return
    }
    try model.build(Shape(extents), call.machine)
  }

  private func check(_ x: KnownArray) throws(PyError) {
    guard let input = model.inputs.first else { return }
    try InputShape(input.tensorShape).check(x, call.machine)
  }

  private func count(_ y: KnownArray, for x: KnownArray) throws(PyError) {
    guard let rows = x.extents.first ?? nil, let count = y.extents.first ?? nil else { return }
    try SampleCounts(inputs: [rows], targets: [count]).check(call.machine)
  }

  private func check(target y: KnownArray) throws(PyError) {
    guard let compilation = try model.compilation?.engine(call.machine),
      let output = model.outputs.first
    else { return }
    try TargetShapes(call.machine).check(y, compilation.loss, output.tensorShape)
  }
}
