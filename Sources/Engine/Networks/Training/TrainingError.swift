public import Tensors

/// Why training, evaluation or prediction stopped.
public enum TrainingError: Error, Sendable, Equatable {
  /// The loss became NaN or infinite; epoch and batch count from 1.
  ///
  /// `layer` is the first layer whose output isn't finite, nil where all outputs still are.
  case lossNotFinite(epoch: Int, batch: Int, layer: String?)
  /// The caller asked to stop; `completed` has the epochs that were finished.
  case cancelled(completed: History)
  /// There are no images.
  case noImages
  /// The images have another number of values than the model's input.
  case inputCount(model: Shape, data: Shape)
  /// The model's output has more than one axis, so it isn't one row of metrics for an image.
  case outputNotFlat(Shape)
  /// There are more or fewer numbers in a target than the model gives.
  case targetCount(outputs: Shape, width: Int)
  /// A label is no class that the model has an output for.
  case labelOutside(label: Int, place: SamplePlace, outputs: Int)
  /// A label is no class, since it is no whole number.
  case labelNotWhole(label: Float, place: SamplePlace)
  /// A number that a layer looks up in its table has no row there.
  case idOutside(id: Float, layer: String, rows: Int, place: SamplePlace)
  /// Model and batch take more memory than one run may hold.
  case tooMuchMemory(MemoryNeed)
  /// Batch size or epochs are below 1.
  case invalidOption(name: String, value: Int)
}

extension TrainingError: CustomStringConvertible {
  /// The facts as one English sentence without a full stop.
  public var description: String {
    switch self {
    case .lossNotFinite(let epoch, let batch, let layer):
      "the loss is not finite in epoch \(epoch), batch \(batch)"
        + (layer.map { "; the first layer whose output is not finite is '\($0)'" } ?? "")
    case .cancelled(let completed):
      "training was stopped after \(completed.rows.count) complete "
        + (completed.rows.count == 1 ? "epoch" : "epochs")
    case .noImages: "there are no images"
    case .inputCount(let model, let data):
      "the model takes inputs of shape \(model), but the images have the shape \(data)"
    case .outputNotFlat(let shape):
      "the model's output has the shape \(shape); a loss takes one axis"
    case .targetCount(let outputs, let width):
      "the model's output has the shape \(outputs), but each target has \(width) numbers"
    case .labelOutside(let label, let place, let outputs):
      "the label \(label) of \(place) is outside of the classes 0 to \(outputs - 1), for which the "
        + "model has outputs"
    case .labelNotWhole(let label, let place):
      "the label \(label) of \(place) is no class: classes are whole numbers"
    case .idOutside(let id, let layer, let rows, let place):
      "\(id) in \(place) is outside of the numbers 0 to \(rows - 1) that the layer '\(layer)' has "
        + "rows for"
    case .tooMuchMemory(let need): "the model \(need)"
    case .invalidOption(let name, let value):
      "\(name) must be at least 1, not \(value)"
    }
  }
}
