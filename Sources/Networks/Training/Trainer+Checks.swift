internal import Tensors

extension Trainer {
  func check(_ options: FitOptions) throws(TrainingError) {
    for (name, value) in [("batch_size", options.batchSize), ("epochs", options.epochs)]
    where value < 1 {
      throw .invalidOption(name: name, value: value)
    }
  }

  /// - Parameter labels: whether the labels are used, so must have outputs.
  func check(_ data: Samples, labels: Bool = true) throws(TrainingError) {
    if data.count == 0 { throw .noImages }
    if data.inputShape.count != model.inputShape.count {
      throw .inputCount(model: model.inputShape, data: data.inputShape)
    }
    guard labels else { return }
    guard case .parts(let parts) = data.targets else {
      return try check(data.targets, data.rows, model.outputShape, compilation.loss)
    }
    for (targets, output) in zip(parts, compilation.outputs) {
      try check(targets, data.rows, output.shape, output.loss)
    }
  }

  /// Whether an output of a shape can be compared with targets.
  private func check(
    _ targets: Samples.Targets, _ rows: Range<Int>, _ shape: Shape, _ loss: any Loss
  ) throws(TrainingError) {
    if case .rows(_, let width, _) = targets {
      if width != 1, width != shape.count { throw .targetCount(outputs: shape, width: width) }
      return
    }
    if shape.rank != 1 { throw .outputNotFlat(shape) }
    guard case .classes(let labels, let form) = targets else { return }
    let outputs = shape.extents.last ?? 1
    if form == .oneHot || loss.labelForm != nil, let largest = labels[rows].max().map(Int.init),
      largest >= outputs
    {
      throw .labelTooLarge(label: largest, outputs: outputs)
    }
  }
}
