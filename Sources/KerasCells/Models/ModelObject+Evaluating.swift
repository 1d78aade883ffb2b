internal import ArrayCells
internal import Cells
internal import Networks
internal import NumericArrays
internal import NumPyModule
internal import Tensors

extension ModelObject {
  /// `evaluate(x, y)`: the loss, or a list of the loss and the metrics.
  func evaluate(_ call: Call) throws(PyError) -> Value {
    let compiled = try compiledModel("evaluate", call)
    try refuse(["steps"], call)
    try checkWeights(call)
    let machine = call.machine
    try build(for: call.required("x"), machine)
    let lowered = try lowered(machine)
    let engine = try compiled.engine(machine)
    let data = try SampleReading(lowered, self, machine)
      .samples(call.required("x"), call["y"], engine, weights: call.given("sample_weight"))
    let form: LabelForm =
      switch data.targets {
      case .classes(_, let form), .rows(_, _, let form): form
      case .none: .oneHot
      }
    let trainer = try trainer(lowered, compiled, form, goesOn: false, machine)
    let size = max(try call.int("batch_size", or: 32), 1)
    let figures = try machine.raising(training: { () throws(TrainingError) in
      try trainer.evaluate(
        data, batchSize: max(size, 256), threads: session.host.threads,
        isCancelled: machine.isCancelled)
    }).map { ($0.name, Double(Float($0.value))) }
    let progress = ProgressText(
      verbose: try FitCallOptions.verbosity(call), steps: (data.count + size - 1) / size)
    machine.write(progress.line(figures.sorted { $0.0 < $1.0 }))
    if try call.bool("return_dict", or: false) {
      let dict = DictObject()
      for (name, value) in figures { try dict.set(.string(name), .float(value), machine) }
      return .object(dict)
    }
    if figures.count == 1 { return .float(figures[0].1) }
    return .object(ListObject(figures.map { .float($0.1) }))
  }

  /// `predict(x)`: an array of outputs, or a list of arrays where the model has several.
  func predict(_ call: Call, prints: Bool) throws(PyError) -> Value {
    if call.has("steps") { try refuse(["steps"], call) }
    let machine = call.machine
    try build(for: call.required("x"), machine)
    let (values, count) = try outputs(for: call.required("x"), machine)
    if prints {
      let size = max(try call.int("batch_size", or: 32), 1)
      let progress = ProgressText(
        verbose: try FitCallOptions.verbosity(call), steps: max((count + size - 1) / size, 1))
      machine.write(progress.line([]))
    }
    return givesList ? .object(ListObject(values)) : values[0]
  }

  /// `model(x)` of numbers.
  func applied(_ value: Value, _ machine: Machine) throws(PyError) -> Value {
    try build(for: value, machine)
    let values = try outputs(for: value, machine).values
    return givesList ? .object(ListObject(values)) : values[0]
  }

  /// One array for each output.
  private func outputs(
    for x: Value, _ machine: Machine
  ) throws(PyError) -> (values: [Value], count: Int) {
    var values: [Value] = []
    var count = 0
    for output in outputs {
      if inputs.contains(where: { $0 === output }) {
        values.append(x)
        continue
      }
      let lowered = try lowered(to: output, machine)
      let data = try SampleReading(lowered, self, machine)
        .samples(x, nil, nil)
      count = data.count
      values.append(try predicted(lowered, data, machine))
    }
    return (values, count)
  }

  private func predicted(
    _ lowered: LoweredModel, _ data: Samples, _ machine: Machine
  ) throws(PyError) -> Value {
    let plain: Compilation
    do {
      plain = try Compilation(optimizer: .string("sgd"), loss: .string("mse"))
    } catch {
      throw KerasArguments.error(error, machine)
    }
    guard let weights = lowered.weights else {
      throw machine.error("ValueError", "the model's weights don't fit its layers")
    }
    let trainer = Trainer(
      model: lowered.model, weights: weights, compilation: plain, preparation: Preparation())
    let result = try machine.raising(training: { () throws(TrainingError) in
      try trainer.predict(
        data, batchSize: min(max(data.count, 1), 256), threads: session.host.threads,
        isCancelled: machine.isCancelled)
    })
    return try KerasTensors.value(result, machine)
  }
}
