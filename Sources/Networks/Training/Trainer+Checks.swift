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
    if case .rows(_, let width, _) = data.targets, width != 1, width != model.outputShape.count {
      throw .targetCount(outputs: model.outputShape, width: width)
    }
    if case .rows = data.targets {
    } else if model.outputShape.rank != 1 {
      throw .outputNotFlat(model.outputShape)
    }
    let outputs = model.outputShape.extents.last ?? 1
    let isClassifier = data.labelForm == .oneHot || compilation.loss.labelForm != nil
    if isClassifier, let largest = data.largestLabel, largest >= outputs {
      throw .labelTooLarge(label: largest, outputs: outputs)
    }
  }
}
