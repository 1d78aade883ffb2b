internal import PythonRuntime
internal import Networks

extension ModelObject {
  /// `train_on_batch(x, y)`: one step of the optimizer; gives the metrics before it.
  func trainOnBatch(_ call: Call) throws(PyError) -> Value {
    let compiled = try compiledModel(call)
    try checkWeights(call)
    let machine = call.machine
    try GivenData(machine).checkBatch(call.required("x"), call["y"])
    try build(for: call.required("x"), machine)
    let lowered = try loweredForTraining(machine)
    let data = try batch(
      call, SampleReading(lowered, self, machine, for: .batch(.training)), compiled)
    let engine = try trainingEngine(compiled, lowered, data, machine)
    let options = FitOptions(
      batchSize: max(data.count, 1), shuffle: false, seed: session.seed,
      threads: session.host.threads, goesOn: true)
    defer { engine.moved() }
    let row = try machine.raising(training: { () throws(TrainingError) in
      try SampleCheck(lowered.model, engine.runner.compilation).check(
        fit: data, validation: nil, options)
      return try engine.runner.trainEpoch(0, data, options: options)
    })
    let names = engine.runner.compilation.metricNames
    let metrics = zip(names, row.map { Double(Float($0)) })
    return try value(ordered(metrics.map { ($0, $1) }), call)
  }

  private func batch(
    _ call: Call, _ reading: SampleReading, _ compiled: CompiledModel
  ) throws(PyError) -> Samples {
    let weights = call.given("sample_weight")
    let classes = call.given("class_weight")
    if let weights, let classes {
      throw call.error(
        "ValueError",
        "Arguments `sample_weight` and `class_weight` cannot be specified at the same time. Received: sample_weight=\(try call.machine.str(weights)), class_weight=\(try call.machine.str(classes))"
      )
    }
    let samples = try reading.samples(
      call.required("x"), call["y"], compiled.engine(call.machine), weights: weights)
    guard let classes else { return samples }
    return try SampleWeights(call.machine).weighted(samples, byClass: classes)
  }
}

extension Samples {
  /// How the metrics see the targets.
  var form: LabelForm { Self.form(of: targets) }

  /// How those of one of several outputs see them.
  func form(ofOutput index: Int) -> LabelForm {
    guard case .parts(let parts) = targets else { return form }
    return Self.form(of: parts[index])
  }

  /// How the targets of each output are seen.
  var forms: [LabelForm] {
    guard case .parts(let parts) = targets else { return [form] }
    return parts.map { Self.form(of: $0) }
  }

  private static func form(of targets: Targets) -> LabelForm {
    switch targets {
    case .classes(_, let form), .rows(_, _, let form): form
    case .none, .parts: .oneHot
    }
  }
}
