internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Arrays
internal import NumPy
internal import Tensors
internal import Training

extension ModelObject {
  /// `evaluate(x, y)`: the loss, or a list of the loss and the metrics.
  func evaluate(_ call: Call) throws(PyError) -> Value {
    _ = try compiledModel(call)
    try GivenData(call.machine).check(
      call.required("x"), call["y"], weights: call.given("sample_weight"))
    let hooks = try CallHooks("test", call)
    let size = try FitCallOptions.batchSize("batch_size", call, or: 32)
    let steps = try FitCallOptions.steps("steps", call)
    let verbose = try FitCallOptions.verbosity(call)
    let (metrics, count) = try metrics(call, hooks, batchSize: size) { samples in
      samples.first(steps, of: size)
    }
    let progress = KerasProgress(
      verbose: verbose, steps: steps ?? BatchCourse.count(of: count, by: size))
    call.machine.write(progress.line(MetricLists.shown(metrics.sorted { $0.0 < $1.0 })))
    return try value(metrics, call)
  }

  /// `test_on_batch(x, y)`: what `evaluate` gives, without a word.
  func testOnBatch(_ call: Call) throws(PyError) -> Value {
    try GivenData(call.machine).checkBatch(call.required("x"), call["y"])
    return try value(metrics(call, CallHooks("test", call)) { $0 }.metrics, call)
  }

  /// The metrics of the samples that a method was given, and how many those were.
  private func metrics(
    _ call: Call, _ hooks: CallHooks, batchSize: Int? = nil, _ chosen: (Samples) -> Samples
  ) throws(PyError) -> (metrics: [(name: String, value: Double)], count: Int) {
    let compiled = try compiledModel(call)
    try checkWeights(call)
    let machine = call.machine
    try build(for: call.required("x"), machine)
    let lowered = try lowered(.measuring, machine)
    let given = try GivenSamples(call)
    let data = chosen(
      try SampleReading(
        lowered, self, machine, for: batchSize == nil ? .batch(.testing) : .testing
      ).samples(given.x, given.y, compiled.engine(machine), weights: given.weights))
    let engine = try measuringEngine(compiled, lowered, data, machine)
    let means = try measured(engine, data, batchSize: batchSize, hooks, call)
    let metrics = zip(engine.runner.compilation.metricNames, means).map { ($0, $1) }
    try hooks.end(Dictionary(metrics, uniquingKeysWith: { first, _ in first }))
    return (ordered(metrics), data.count)
  }

  /// The metrics in single precision, batch by batch where callbacks listen.
  private func measured(
    _ engine: ModelEngine, _ data: Samples, batchSize: Int?, _ hooks: CallHooks, _ call: Call
  ) throws(PyError) -> [Double] {
    // Of one output no metric depends on batches, and larger ones are faster.
    let isFree = engine.runner.compilation.outputs.isEmpty && !hooks.areThere
    let wanted = isFree ? max(batchSize ?? 0, 256) : batchSize ?? data.count
    let size = min(wanted, max(data.count, 1))
    let machine = call.machine
    if hooks.areThere {
      try hooks.begin(
        self, verbose: FitCallOptions.verbosity(call),
        steps: BatchCourse.count(of: data.count, by: size))
    }
    do throws(PyError) {
      return try machine.raising(training: { () throws(TrainingError) in
        try engine.runner.check(data, batchSize: size, threads: session.host.threads)
        return try engine.runner.evaluate(
          data, batchSize: size, isCancelled: { hooks.failure != nil || machine.isCancelled() },
          watch: hooks.watch(engine.runner.compilation.metricNames))
      }).map { Double(Float($0)) }
    } catch {
      throw hooks.failure ?? error
    }
  }

  /// The metrics in the order of Keras' lists: of several outputs the losses as the outputs stand,
  /// the metrics by name.
  func ordered(_ metrics: [(name: String, value: Double)]) -> [(name: String, value: Double)] {
    guard let outputs = compilation?.outputs, !outputs.isEmpty else { return metrics }
    let trained = outputs.count { $0.loss != nil }
    let losses = trained > 1 ? 1 + trained : 1
    return Array(metrics[..<losses]) + metrics[losses...].sorted { $0.name < $1.name }
  }

  /// Metrics as Keras gives them: a dictionary where asked for, one number, or a list.
  func value(
    _ metrics: [(name: String, value: Double)], _ call: Call
  ) throws(PyError) -> Value {
    if try call.bool("return_dict", or: false) {
      let dict = DictObject()
      let grouped = try MetricLists.grouped(metrics, call.machine)
      for (name, value) in grouped.sorted(by: { $0.name < $1.name }) {
        try dict.set(.string(name), value, call.machine)
      }
      return .object(dict)
    }
    if metrics.count == 1 { return .float(metrics[0].1) }
    return .object(ListObject(listed(try MetricLists.grouped(metrics, call.machine))))
  }

  /// A list has the metrics by the names that they were given, then those whose names had to change.
  private func listed(_ metrics: [(name: String, value: Value)]) -> [Value] {
    guard let compilation, compilation.outputs.isEmpty,
      let made = try? compilation.engineMetrics(of: self)
    else { return metrics.map(\.value) }
    let parts = made.map { MetricLists.parts(of: $0.name) }
    let given = parts.filter { $0.index == nil || $0.index == 0 }.map(\.name)
    let known = given.compactMap { name in metrics.first { $0.name == name }?.value }
    let others = metrics.dropFirst().filter { !given.contains($0.name) }.map(\.value)
    return [metrics[0].value] + known + others
  }

  /// `predict(x)`: an array of outputs, or a list of arrays where the model has several.
  func predict(_ call: Call, prints: Bool) throws(PyError) -> Value {
    let hooks = try CallHooks("predict", call)
    let machine = call.machine
    let x = call.required("x")
    if prints {
      try GivenData(machine).check(x)
      if inputs.count < 2, x.asObject(ImageFlow.self) == nil,
        try KerasTensors.array(GivenData.single(x), machine).size == 0
      {
        throw call.error(
          "UnboundLocalError",
          "cannot access local variable 'batch_outputs' where it is not associated with a value")
      }
    } else {
      try GivenData(machine).checkBatch(x)
    }
    try build(for: x, machine)
    let size =
      try call.has("batch_size") ? FitCallOptions.batchSize("batch_size", call, or: 32) : 32
    let steps = try call.has("steps") ? FitCallOptions.steps("steps", call) : nil
    let use = prints ? DataUse.predicting : .batch(.predicting)
    let given = try GivenSamples(call, .init(reorders: false)).x
    let (values, count) = try outputs(for: given, use, batchSize: size, machine) { samples in
      samples.first(steps, of: size)
    }
    let result = givesList ? .object(ListObject(values)) : values[0]
    if prints {
      let progress = KerasProgress(
        verbose: try FitCallOptions.verbosity(call),
        steps: steps ?? max(BatchCourse.count(of: count, by: size), 1))
      try hooks.tell(of: values, isList: givesList, batchSize: size, count: count, progress, self)
      machine.write(progress.line([]))
    }
    return result
  }

  /// `model(x)` of numbers.
  func applied(_ value: Value, _ machine: Machine) throws(PyError) -> Value {
    try build(for: value, machine)
    let values = try outputs(for: value, .call, machine, remembers: true).values
    return givesList ? .object(ListObject(values)) : values[0]
  }

  /// The arrays that the outputs have for numbers.
  func computed(_ value: Value, _ machine: Machine) throws(PyError) -> [Value] {
    try build(for: value, machine)
    return try outputs(for: value, .call, machine).values
  }

  /// One array for each output.
  ///
  /// - Parameter remembers: whether they are tensors, which know what their activations were given.
  private func outputs(
    for x: Value, _ use: DataUse, batchSize: Int = 32, _ machine: Machine, remembers: Bool = false,
    _ chosen: (Samples) -> Samples = { $0 }
  ) throws(PyError) -> (values: [Value], count: Int) {
    var values: [Value] = []
    var count = 0
    for (place, output) in outputs.enumerated() {
      if inputs.contains(where: { $0 === output }) {
        values.append(remembers ? EagerTensor.value(x) : x)
        continue
      }
      let lowered = try lowered(.output(place), to: output, machine)
      var reading = SampleReading(lowered, self, machine, for: use)
      reading.batchSize = batchSize
      let data = chosen(try reading.samples(x, nil, nil))
      count = data.count
      var array = try predicted(.output(place), lowered, data, machine)
      if output.layer.givesWholeNumbers {
        array = try machine.raising { () throws(ArrayError) in try array.astype(.int32) }
      }
      values.append(
        remembers
          ? .object(EagerTensor(array, logits: logits(lowered, data)))
          : KerasTensors.value(array, machine))
    }
    return (values, count)
  }

  /// What the output remembers of some samples; nil where it remembers nothing.
  private func logits(_ lowered: LoweredModel, _ data: Samples) -> (() -> NumericArray?)? {
    guard lowered.model.remembersSums, let weights = lowered.weights else { return nil }
    return {
      guard let sums = lowered.model.rememberedSums(weights, data) else { return nil }
      return try? NumericArray(floats: sums.values, shape: sums.shape.extents)
    }
  }

  private func predicted(
    _ use: ModelEngine.Use, _ lowered: LoweredModel, _ data: Samples, _ machine: Machine
  ) throws(PyError) -> NumericArray {
    let engine = try predictingEngine(use, lowered, data, machine)
    let size = min(max(data.count, 1), 256)
    let result = try machine.raising(training: { () throws(TrainingError) in
      try engine.runner.check(
        data, labels: false, batchSize: size, threads: session.host.threads)
      return try engine.runner.predict(data, batchSize: size, isCancelled: machine.isCancelled)
    })
    return try KerasTensors.numbers(result, machine)
  }
}
