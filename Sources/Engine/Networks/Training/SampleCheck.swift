internal import Tensors

/// Whether a model can be trained on samples, judged by them or asked about them.
package struct SampleCheck {
  private let model: Model
  private let compilation: Compilation

  /// A check of samples against what the model takes and what is asked of it.
  package init(_ model: Model, _ compilation: Compilation) {
    (self.model, self.compilation) = (model, compilation)
  }

  /// All that can be wrong with a fit ahead of its first batch, its memory as well.
  ///
  /// - Throws: ``TrainingError`` for the first thing at fault.
  package func check(
    fit data: Samples, validation: Samples?, _ options: FitOptions
  ) throws(TrainingError) {
    for (name, value) in [("batch_size", options.batchSize), ("epochs", options.epochs)]
    where value < 1 {
      throw .invalidOption(name: name, value: value)
    }
    try check(data)
    if let validation { try check(validation, isValidation: true) }
    try checkMemory(
      batch: min(options.batchSize, data.count), isTraining: true, threads: options.threads)
  }

  /// - Parameters:
  ///   - labels: whether the labels are used, so must have outputs.
  ///   - isValidation: whether the data judges a fit's epochs, for messages.
  package func check(
    _ data: Samples, labels: Bool = true, isValidation: Bool = false
  ) throws(TrainingError) {
    if data.count == 0 { throw .noImages }
    if data.inputShape.count != model.inputShape.count {
      throw .inputCount(model: model.inputShape, data: data.inputShape)
    }
    try LookupCheck(model, isValidation: isValidation).check(data)
    guard labels else { return }
    guard case .parts(let parts) = data.targets else {
      return try check(
        data.targets, data.rows, model.outputShape, compilation.loss, compilation.metrics,
        isValidation)
    }
    for (targets, output) in zip(parts, compilation.outputs) {
      try check(targets, data.rows, output.shape, output.loss, output.metrics, isValidation)
    }
  }

  /// Refuses, before anything is made, what one run may not hold.
  package func checkMemory(batch: Int, isTraining: Bool, threads: Int) throws(TrainingError) {
    let need = MemoryNeed(
      model, batch: batch, optimizer: isTraining ? compilation.optimizer : nil, threads: threads)
    if need.isTooMuch { throw .tooMuchMemory(need) }
  }

  private func check(
    _ targets: Samples.Targets, _ rows: Range<Int>, _ shape: Shape, _ loss: (any Loss)?,
    _ metrics: [Compilation.NamedMetric], _ isValidation: Bool
  ) throws(TrainingError) {
    try checkSums(targets, shape, metrics)
    try TargetCheck(
      shape, judges: (loss.map { [$0.labelForm] } ?? []) + metrics.map(\.metric.labelForm),
      isValidation: isValidation
    ).check(targets, rows)
  }
}

extension SampleCheck {
  /// Refuses targets that a metric can't hold against the outputs, sample by sample.
  private func checkSums(
    _ targets: Samples.Targets, _ shape: Shape, _ metrics: [Compilation.NamedMetric]
  ) throws(TrainingError) {
    let width: Int
    switch targets {
    case .none, .parts: return
    case .classes(_, let form): width = form == .oneHot ? shape.count : 1
    case .rows(_, let own, _): width = own
    }
    let length = shape.extents.last ?? 1
    let refuses = metrics.contains {
      !$0.metric.accepts(targets: width, outputs: shape.count, rowLength: length)
    }
    if refuses { throw .targetCount(outputs: shape, width: width) }
  }
}

extension ModelRunner {
  /// Whether the model can be asked about samples, or judged by them.
  ///
  /// - Throws: ``TrainingError`` for the first thing at fault.
  package func check(
    _ data: Samples, labels: Bool = true, batchSize: Int, threads: Int
  ) throws(TrainingError) {
    let check = SampleCheck(model, compilation)
    try check.check(data, labels: labels)
    try check.checkMemory(batch: batchSize, isTraining: false, threads: threads)
  }
}
