internal import PythonRuntime
internal import Networks
internal import Training

/// One call of `fit`: what Keras shows and whom it tells, around the one way to train.
final class FitCall: FitListener {
  typealias Failure = PyError

  let model: ModelObject
  let machine: Machine
  private let compiled: CompiledModel
  private let engine: ModelEngine
  private var data: FitData
  /// Makes the samples of a further epoch; nil where all epochs have the same.
  private let renewal: (() throws(PyError) -> FitData)?
  private var hasSamples = true
  private let options: FitCallOptions
  private let course: BatchCourse
  private let progress: KerasProgress
  /// The epoch that is trained, from 0 as the program counts.
  private var epoch = 0
  private var callbacks: [any FitCallback] = []
  /// The metrics of the last epoch.
  private(set) var logs: [String: Double] = [:]
  private(set) var record = HistoryObject()

  init(_ model: ModelObject, _ compiled: CompiledModel, _ call: Call) throws(PyError) {
    self.model = model
    self.compiled = compiled
    machine = call.machine
    let lowered = try model.loweredForTraining(machine)
    options = try FitCallOptions(call, model.session.host.maxEpochs)
    let reading = SampleReading(lowered, model, machine, for: .training)
    let (asked, choices) = (try compiled.engine(machine), options)
    data = try FitData(call, reading, asked, choices)
    if data.validation != nil { try model.checkValidation(machine) }
    let flows = ["x", "validation_data"].compactMap { call[$0]?.asObject(ImageFlow.self) }
    renewal =
      flows.isEmpty
      ? nil
      : { () throws(PyError) in
        try FitData(call, reading, asked, choices, isFirst: false)
      }
    course = BatchCourse(
      batches: BatchCourse.count(of: data.training.count, by: options.batchSize),
      steps: options.steps, first: model.epochsDone)
    progress = KerasProgress(verbose: options.verbose, steps: options.steps ?? course.batches)
    engine = try model.trainingEngine(compiled, lowered, data.training, machine)
    callbacks = try FitCallbacks.list(call["callbacks"] ?? .none, machine)
    record.model = model
  }

  func run() throws(PyError) -> HistoryObject {
    model.stopsTraining = false
    if options.epochs < options.wantedEpochs {
      machine.write(
        "--max-epochs: \(options.epochs - options.initialEpoch) of \(options.wantedEpochs - options.initialEpoch) epochs\n"
      )
    }
    record.begin(options, steps: options.steps ?? course.batches, machine)
    try each { callback throws(PyError) in try callback.begin(self) }
    try train()
    try each { callback throws(PyError) in try callback.end(self) }
    model.history = .object(record)
    return record
  }

  private func train() throws(PyError) {
    try engine.push(compiled, machine)
    let plan = options.plan(
      course, epochsDone: model.epochsDone, asksBatches: !compiled.outputs.isEmpty || watchesTests,
      isValidated: data.validation != nil, model.session)
    let fit = Fit(engine.runner, plan, self, memory: memory(plan))
    do {
      try fit.run()
      if compiled.keepsAverages { engine.moved() }
    } catch {
      switch error {
      case .listener(let error): throw error
      case .training(let error):
        engine.moved()
        throw machine.raised(error)
      }
    }
  }

  /// Where epochs are kept; nil where nothing is.
  private func memory(_ plan: FitPlan) -> (store: any TrainingStore, key: TrainingKey)? {
    guard let store = model.session.host.store, !watchesBatches, !renewsSamples else { return nil }
    let digests = model.session.host.digests
    return (
      store,
      TrainingKey(
        engine.runner.model, engine.runner.compilation, copy: model.copy,
        data: digests.digest(of: data.training),
        validation: data.validation.map { digests.digest(of: $0) }, plan)
    )
  }

  var intervenes: Bool { !callbacks.isEmpty }
  var watchesBatches: Bool { callbacks.contains(where: \.watchesBatches) }
  /// Whether a callback hears of the batches of validation.
  var watchesTests: Bool { callbacks.contains(where: \.watchesTests) }
  var isStopped: Bool { model.stopsTraining }
  var isCancelled: Bool { machine.isCancelled() }

  var renewsSamples: Bool { renewal != nil }

  func samples() throws(PyError) -> (training: Samples, validation: Samples?) {
    if let renewal, !hasSamples { data = try renewal() }
    hasSamples = false
    return (data.training, data.validation)
  }

  func epochBegins(_ epoch: Int) throws(PyError) {
    self.epoch = options.initialEpoch + epoch
    try each { callback throws(PyError) in try callback.beginEpoch(self.epoch, self) }
    machine.write(progress.header(self.epoch, options))
    try each { callback throws(PyError) in try callback.beginBatch(0, self) }
    try engine.push(compiled, machine)
  }

  func batchEnds(_ batch: BatchProgress) throws(PyError) {
    model.session.host.onBatch(epoch, options.epochs, batch.images, data.training.count)
    guard watchesBatches else { return }
    engine.moved()
    let metrics = metrics(batch.metrics)
    try each { callback throws(PyError) in try callback.endBatch(batch.batch, metrics, self) }
    if batch.batch + 1 < batch.batches {
      try each { callback throws(PyError) in try callback.beginBatch(batch.batch + 1, self) }
    }
    try engine.push(compiled, machine)
  }

  func testBatchBegins(_ batch: Int) throws(PyError) {
    guard watchesTests else { return }
    if batch == 0 { try hear("on_test_begin", nil, [:]) }
    try hear("on_test_batch_begin", batch, [:])
  }

  func testBatchEnds(_ batch: Int, _ metrics: [Double]) throws(PyError) {
    guard watchesTests, let validation = data.validation else { return }
    let names = engine.runner.compilation.metricNames
    let logs = Dictionary(
      zip(names, metrics.map { Double(Float($0)) }), uniquingKeysWith: { first, _ in first })
    try hear("on_test_batch_end", batch, logs)
    let batches = BatchCourse.count(of: validation.count, by: options.validationBatchSize)
    if batch + 1 == batches { try hear("on_test_end", nil, logs) }
  }

  private func hear(
    _ method: String, _ batch: Int?, _ logs: [String: Double]
  ) throws(PyError) {
    let shared = Value.object(try EpochLogs(logs, machine).dict)
    let values = (batch.map { [Value.int($0)] } ?? []) + [shared]
    try each { callback throws(PyError) in try callback.hear(method, values, machine) }
  }

  func epochEnds(_ epoch: Int, _ row: [Double], isKept: Bool) throws(PyError) {
    engine.moved()
    model.epochsDone += 1
    logs = metrics(row)
    let shared = try EpochLogs(logs, machine)
    try each { callback throws(PyError) in try callback.endEpoch(self.epoch, shared, self) }
    record.append(self.epoch, shared.items, machine)
    machine.write(progress.line(shared.numbers))
    try engine.push(compiled, machine)
  }

  /// MetricSums by name as Keras gives them: single-precision means.
  private func metrics(_ row: [Double]) -> [String: Double] {
    let names = engine.runner.compilation.metricNames(validated: true)
    return Dictionary(
      zip(names, row.map { Double(Float($0)) }), uniquingKeysWith: { first, _ in first })
  }

  /// Loss and metrics as the engine has them.
  var engineCompilation: Compilation { engine.runner.compilation }

  /// The weights that the model has now, and puts others in their place.
  var weights: ModelWeights? {
    get { engine.lowered.weights }
    set { if let newValue { engine.lowered.keep(newValue) } }
  }

  private func each(_ body: (any FitCallback) throws(PyError) -> Void) throws(PyError) {
    for callback in callbacks { try body(callback) }
  }
}
