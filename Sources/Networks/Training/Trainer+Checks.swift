internal import Datasets
internal import Tensors

extension Trainer {
  func check(_ options: FitOptions) throws(TrainingError) {
    for (name, value) in [("batch_size", options.batchSize), ("epochs", options.epochs)]
    where value < 1 {
      throw .invalidOption(name: name, value: value)
    }
  }

  /// - Parameter labels: whether the labels are used, so must have outputs.
  func check(_ data: Split, labels: Bool = true) throws(TrainingError) {
    if data.count == 0 { throw .noImages }
    if data.imageShape.count != model.inputShape.count {
      throw .inputCount(model: model.inputShape, data: data.imageShape)
    }
    if labels, model.outputShape.rank != 1 { throw .outputNotFlat(model.outputShape) }
    let outputs = model.outputShape.extents.last ?? 1
    let isClassifier = preparation.labelForm == .oneHot || compilation.loss.labelForm != nil
    if labels, isClassifier, let largest = data.labels.max(), Int(largest) >= outputs {
      throw .labelTooLarge(label: Int(largest), outputs: outputs)
    }
  }
}
