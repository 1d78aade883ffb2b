public import Tensors

/// One thing about a model, its loss, its labels and its data that doesn't fit.
public enum ModelFinding: Error, Hashable, Sendable {
  /// The model's output has more than one axis: a Flatten or a pooling is missing.
  case outputNotFlat(shape: Shape)
  /// The loss takes labels in one form, the data has them in another.
  case labelForm(loss: String, needed: LabelForm, given: LabelForm)
  /// The last layer has another number of outputs than there are classes.
  case unitCount(units: Int, classCount: Int, loss: String)
  /// Integer labels are one number each, but the last layer has several outputs.
  case unitsForIntegers(units: Int, loss: String)
  /// A binary loss meets integer labels of more than two classes.
  case notBinary(classCount: Int, loss: String)
  /// The last activation isn't the one that the loss expects.
  case activation(got: String, expected: String, loss: String)
  /// `from_logits=True`, but the last layer applies the activation already.
  case activationTwice(activation: String, loss: String)
  /// The data's images have another shape than the model's input.
  case inputShape(model: Shape, data: Shape, sameCount: Bool)

  /// Whether training is possible all the same.
  public var isWarning: Bool {
    switch self {
    case .activation, .activationTwice: true
    default: false
    }
  }
}

extension ModelFinding: CustomStringConvertible {
  /// The facts as one English sentence without a full stop.
  public var description: String {
    switch self {
    case .outputNotFlat(let shape):
      "the model's output has the shape \(shape); a classifier's output has one axis: "
        + "a Flatten or GlobalAveragePooling2D layer is missing"
    case .labelForm(let loss, let needed, let given):
      "\(loss) takes \(needed.rawValue) labels, but the labels are \(given.rawValue)"
    case .unitCount(let units, let classCount, let loss):
      "the last layer has \(units) outputs, but with \(loss) the \(classCount) classes of the "
        + "data need \(classCount)"
    case .unitsForIntegers(let units, let loss):
      "\(loss) with integer labels takes one output, but the last layer has \(units)"
    case .notBinary(let classCount, let loss):
      "\(loss) with integer labels is for two classes, but the data has \(classCount)"
    case .activation(let got, let expected, let loss):
      "\(loss) expects outputs of \(expected), but the last activation is \(got)"
    case .activationTwice(let activation, let loss):
      "\(loss) with from_logits=True applies \(activation) itself, but the last layer has it too"
    case .inputShape(let model, let data, let sameCount):
      "the model takes inputs of shape \(model), but the images have the shape \(data)"
        + (sameCount ? "; both have as many numbers, so a reshape would do" : "")
    }
  }
}
