internal import Tensors

extension Trainer {
  func check(_ options: FitOptions) throws(TrainingError) {
    for (name, value) in [("batch_size", options.batchSize), ("epochs", options.epochs)]
    where value < 1 {
      throw .invalidOption(name: name, value: value)
    }
  }

  /// - Parameters:
  ///   - labels: whether the labels are used, so must have outputs.
  ///   - isValidation: whether the data judges a fit's epochs, for messages.
  func check(
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

  private func check(
    _ targets: Samples.Targets, _ rows: Range<Int>, _ shape: Shape, _ loss: any Loss,
    _ metrics: [Compilation.NamedMetric], _ isValidation: Bool
  ) throws(TrainingError) {
    try TargetCheck(
      shape, judges: [loss.labelForm] + metrics.map(\.metric.labelForm),
      isValidation: isValidation
    ).check(targets, rows)
  }
}
