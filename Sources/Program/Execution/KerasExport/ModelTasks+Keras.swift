internal import Networks
internal import Tensors

extension ModelTask {
  func write(to program: inout KerasProgram) {
    let id = program.id
    let name = program.variable(id)
    let layers = declared.filter { InputLayer.signature.name != $0.name }
      .map { PythonText.text($0, .layer, leavingOut: ["input_shape"]) }
    if let baseID {
      let base = program.variable(baseID)
      program.add("\(name) = keras.models.clone_model(\(base))")
      program.add("\(name).set_weights(\(base).get_weights())")
      for layer in layers { program.add("\(name).add(\(layer))") }
    } else {
      program.add("\(name) = keras.Sequential([")
      let shape = PythonText.tuple(model.inputShape.extents.map(String.init))
      for line in ["keras.Input(shape=\(shape))"] + layers { program.add("    \(line),") }
      program.add("])")
    }
    program.define(model)
    if showsSummary { program.summarize(id) }
  }
}

extension SummaryTask {
  func write(to program: inout KerasProgram) { program.summarize(modelID) }
}

extension KerasProgram {
  /// Shows a model's summary, whose totals later cells can name.
  fileprivate mutating func summarize(_ modelID: String) {
    let model = variable(modelID)
    add("\(model).summary()")
    publish { path in
      let sizes = { (part: String) in
        "sum(int(np.prod(weight.shape)) for weight in \(model).\(part))"
      }
      return switch path.name {
      case "trainable_params": sizes("trainable_weights")
      case "non_trainable_params": sizes("non_trainable_weights")
      default: "\(model).count_params()"
      }
    }
  }

  /// Says how a model is trained.
  mutating func compile(_ modelID: String, _ facts: CompileFacts) {
    let metrics = facts.metrics.map { PythonText.text($0, .metric) }
    let parts = [
      "optimizer=\(optimizer(facts.optimizer, of: modelID))",
      "loss=\(PythonText.text(facts.loss, .loss))",
    ]
    let measured = metrics.isEmpty ? [] : ["metrics=\(PythonText.list(metrics))"]
    add("\(variable(modelID)).compile(\((parts + measured).joined(separator: ", ")))")
  }
}

extension CompileTask {
  func write(to program: inout KerasProgram) { program.compile(modelID, facts) }
}

extension FitTask {
  func write(to program: inout KerasProgram) {
    if let compiling { program.compile(modelID, compiling) }
    let name = program.variable(program.id)
    let (x, y) = program.data(data)
    var arguments = ["epochs=\(epochs)", "batch_size=\(batchSize)"]
    if let validation {
      let (x, y) = program.data(validation)
      arguments.append("validation_data=(\(x), \(y))")
    }
    if !shuffle { arguments.append("shuffle=False") }
    if !classWeights.isEmpty {
      let weights = data.facts.classNames.indices.map { "\($0): \(classWeights[$0] ?? 1)" }
      arguments.append("class_weight={\(weights.joined(separator: ", "))}")
    }
    var calls = rules.values.map { PythonText.text($0, .callback) }
    if let decay = program.decays[modelID] { calls.insert(program.call(.decay, [decay]), at: 0) }
    if !calls.isEmpty { arguments.append("callbacks=\(PythonText.list(calls))") }
    let rest = arguments.joined(separator: ", ")
    program.add("\(name) = \(program.variable(modelID)).fit(")
    program.add("    \(x), \(y), \(rest))")
    program.add(program.call(.showCurves, ["{'': \(name).history}"]))
    program.publish { "\(name).history[\(PythonText.literal($0.name))][\(($0.row ?? 0) - 1)]" }
  }
}
