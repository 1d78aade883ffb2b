internal import PythonRuntime
internal import Networks

/// What `compile` was given, and what the engine makes of it.
struct CompiledModel {
  let optimizer: ComponentObject
  let lossValue: Value
  /// What a single output is trained for; nil where there are several, which have their own.
  let loss: GivenLoss?
  var metrics: [GivenMetric]
  /// What the loss of a single output is multiplied by.
  var lossWeight = 1.0
  /// What is asked of each output, where the model has several; empty for one.
  var outputs: [CompiledOutput] = []

  /// Whether metrics were asked for, be it none.
  var hasMetrics = false
  /// What `metrics` and `weighted_metrics` were.
  var metricValues: [Value] = []
  /// The model that it is asked of, whose output says how long lists of metrics are.
  weak var model: ModelObject?
  /// What Keras raises when loss and metrics are first used: it looks for their names only then.
  var failure: PyError?

  /// Whether a loss is one number for a whole batch, of which samples have no part.
  var hasLossOfBatch: Bool {
    (loss?.isOfBatch ?? false) || outputs.contains { $0.loss?.isOfBatch ?? false }
  }

  /// Whether the optimizer keeps running means, which the weights become when a fit ends.
  var keepsAverages: Bool {
    optimizer.call.keywords.contains { $0.name == "use_ema" && $0.value == .bool(true) }
  }

  /// The same with an optimizer of its own.
  var renewed: CompiledModel {
    var copy = CompiledModel(
      optimizer: optimizer.copy, lossValue: lossValue, loss: loss, metrics: metrics)
    (copy.outputs, copy.lossWeight, copy.hasMetrics) = (outputs, lossWeight, hasMetrics)
    (copy.failure, copy.metricValues) = (failure, metricValues)
    return copy
  }

  /// Takes over the metrics that an earlier `compile` asked for, as Keras 3.15 does where a later one is told
  /// nothing of metrics.
  mutating func keepMetrics(of earlier: CompiledModel) {
    (metrics, hasMetrics) = (earlier.metrics, earlier.hasMetrics)
    metricValues = earlier.metricValues
    for (index, output) in earlier.outputs.enumerated() where index < outputs.count {
      outputs[index].metrics = output.metrics
    }
  }

  /// The engine's compilation with the optimizer as it is now.
  ///
  /// - Parameter data: says how the targets of several outputs are seen.
  func engine(_ machine: Machine, _ data: Samples? = nil) throws(PyError) -> Compilation {
    do throws(ArgumentError) {
      return try made(data)
    } catch {
      throw KerasArguments.error(error, machine)
    }
  }

  /// What using a loss or a metric will raise because Keras finds nothing under its name.
  ///
  /// - Throws: what else is wrong with them, at once.
  fileprivate func lateFailure(_ machine: Machine) throws(PyError) -> PyError? {
    do throws(ArgumentError) {
      _ = try made()
      return nil
    } catch {
      let raised = KerasArguments.error(error, machine)
      if KerasIdentifiers.refusal(error.problem) != nil { return raised }
      throw raised
    }
  }

  func made(_ data: Samples? = nil) throws(ArgumentError) -> Compilation {
    guard outputs.isEmpty else {
      var parts: [OutputLoss] = []
      for (index, output) in outputs.enumerated() {
        parts.append(try output.engine(form: data?.form(ofOutput: index) ?? .oneHot))
      }
      return Compilation(
        optimizer: try OptimizerCatalog.make(.call(optimizer.call)), outputs: parts)
    }
    var named: [Compilation.NamedMetric] = []
    for metric in metrics { named += try metric.named(model?.outputs.first?.tensorShape) }
    let loss = if let loss { try loss.made() } else { try LossCatalog.make(.none) }
    return Compilation(
      optimizer: try OptimizerCatalog.make(.call(optimizer.call)), loss: loss,
      metrics: named, lossWeight: Float(lossWeight))
  }

  /// The engine's metrics of a model with one output.
  func engineMetrics(of model: ModelObject) throws(ArgumentError) -> [Compilation.NamedMetric] {
    var copy = self
    copy.model = model
    return try copy.made().metrics
  }

  /// Loss and metrics in words, for keys.
  var keyParts: [String] {
    if outputs.isEmpty {
      return [
        "\(loss.map(\.description) ?? "") times \(lossWeight)",
        metrics.map { "\($0)" }.joined(separator: ","),
      ]
    }
    return outputs.map(\.description)
  }
}

extension ModelObject {
  /// `compile(optimizer, loss, metrics)`.
  func compile(_ call: Call) throws(PyError) {
    if call.has("sample_weight_mode"), let value = call.given("sample_weight_mode") {
      throw call.unsupported("sample_weight_mode", value)
    }
    let lossValue = call["loss"] ?? .none
    if case .none = lossValue {
      throw call.error("ValueError", "compile() without a loss is not supported by Caderno")
    }
    let optimizer = try optimizer(call["optimizer"] ?? .string("rmsprop"), call)
    var compiled: CompiledModel
    if outputs.count > 1 {
      compiled = CompiledModel(
        optimizer: optimizer, lossValue: lossValue, loss: nil, metrics: [],
        outputs: try CompiledOutputs(self, call).outputs)
    } else {
      for name in ["metrics", "weighted_metrics"] { try Self.checkMetrics(name, call) }
      compiled = CompiledModel(
        optimizer: optimizer, lossValue: lossValue,
        loss: try GivenLoss(single(lossValue), call),
        metrics: try GivenMetric.list(call.given("metrics") ?? .none, call)
          + GivenMetric.list(call.given("weighted_metrics") ?? .none, call, isWeighted: true),
        lossWeight: try lossWeight(call))
    }
    compiled.metricValues = ["metrics", "weighted_metrics"].compactMap(call.given)
    compiled.hasMetrics = !compiled.metricValues.isEmpty
    if !compiled.hasMetrics, let compilation { compiled.keepMetrics(of: compilation) }
    compiled.model = self
    compiled.failure = try compiled.lateFailure(call.machine)
    for use in engines.keys { endEngine(use) }
    compiled.optimizer.serve(self)
    compilation = compiled
    flags = try Self.flags(call)
    (isUsed, stopsTraining, tracedUses) = (false, false, [])
    keptState = compiled.optimizer.memory.whole
    frozenParts = nil
  }

  /// `run_eagerly` and `jit_compile`, which is off where Keras chooses on a CPU.
  private static func flags(_ call: Call) throws(PyError) -> [String: Bool] {
    let isEager = try call.bool("run_eagerly", or: false)
    var isCompiled = false
    if let given = call.given("jit_compile") {
      if case .string = given {
      } else {
        let isWanted = try call.machine.isTrue(given)
        isCompiled = isWanted && !isEager
      }
    }
    return ["run_eagerly": isEager, "jit_compile": isCompiled]
  }

  /// One name alone is no list of metrics.
  private static func checkMetrics(_ name: String, _ call: Call) throws(PyError) {
    guard let given = call.given(name), given.asObject(ListObject.self) == nil,
      given.asObject(TupleObject.self) == nil, given.asObject(DictObject.self) == nil
    else { return }
    let text = try call.machine.str(given)
    throw call.error(
      "ValueError",
      "Expected `\(name)` argument to be a list, tuple, or dict. Received instead: \(name)=\(text) of type \(call.machine.type(of: given).repr(call.machine))"
    )
  }

  /// `loss_weights` of a single output: a number, or a list or a dictionary of one.
  private func lossWeight(_ call: Call) throws(PyError) -> Double {
    guard let given = call.given("loss_weights") else { return 1 }
    var values = [given]
    if let dict: DictObject = given.asObject() {
      values = dict.pairs.map(\.value)
    } else if given.asObject(ListObject.self) != nil || given.asObject(TupleObject.self) != nil {
      values = try call.machine.array(given)
    }
    guard values.count == 1 else {
      throw CompiledOutputs.mismatch(losses: 1, weights: values.count, call)
    }
    return try call.machine.number(values[0], "loss_weights")
  }

  /// A list of one loss is that loss, and so is a dictionary with the output's name alone.
  private func single(_ value: Value) -> Value {
    if let dict: DictObject = value.asObject(), dict.pairs.count == 1,
      case .string(let name) = dict.pairs[0].key, name == outputs.first?.layer.name
    {
      return dict.pairs[0].value
    }
    if let list: ListObject = value.asObject(), list.items.count == 1 { return list.items[0] }
    return value
  }

  private func optimizer(_ value: Value, _ call: Call) throws(PyError) -> ComponentObject {
    if let made: ComponentObject = value.asObject() { return made }
    let argument = try KerasArguments.value(value, call)
    switch argument {
    case .string(let name): return try named(ArgumentCall(name), call)
    case .call(let made): return try named(made, call)
    default: throw call.unsupported("optimizer", value)
    }
  }

  /// An optimizer of the class that its name or its alias stands for.
  private func named(_ made: ArgumentCall, _ call: Call) throws(PyError) -> ComponentObject {
    let name: String
    do throws(ArgumentError) {
      name = Swift.type(of: try OptimizerCatalog.make(.call(made))).signature.name
    } catch {
      throw KerasArguments.error(error, call.machine)
    }
    let known = call.machine.modules["keras.optimizers"]?.members[name]?
      .asObject(TypeObject.self)
    let type =
      known ?? TypeObject(name, module: KerasPlaces.component(name, "optimizers"))
    return ComponentObject(
      type, made, title: ComponentObject.Kind.optimizer.title(nil, type, call), kind: .optimizer)
  }
}
