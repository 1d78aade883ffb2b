public import Tensors

/// What can be said about model, loss, labels and data before anything runs.
public enum ModelCheck {
  /// The mistakes and warnings in fitting a model to a loss and labels.
  ///
  /// - Parameters:
  ///   - model: whose outputs are looked at.
  ///   - loss: what is to be trained by.
  ///   - labelForm: how the notebook prepares labels.
  ///   - classCount: the number of classes in the data.
  public static func findings(
    model: Model, loss: any Loss, labelForm: LabelForm, classCount: Int
  ) -> [ModelFinding] {
    let name = type(of: loss).aliases.first ?? type(of: loss).signature.name
    let output = model.outputShape
    guard output.rank == 1 else { return [.outputNotFlat(shape: output)] }
    var findings: [ModelFinding] = []
    if let needed = loss.labelForm, needed != labelForm {
      findings.append(.labelForm(loss: name, needed: needed, given: labelForm))
    }
    findings += unitFindings(output.count, loss: loss, labelForm: labelForm, classCount, name)
    return findings + activationFindings(model, loss: loss, name)
  }

  /// Why a layer can't stand in a model that is one graph, in training and out of it, with nothing done ahead of
  /// training; nil for all that can.
  public static func problem(of layer: ModelLayer) -> ModelError? {
    var problem: ModelError.Problem?
    if let crop = layer.layer as? RandomCrop, !crop.keeps(layer.inputShape) {
      problem = .cropsInTraining(layer: RandomCrop.signature.name)
    }
    if let bins = layer.layer as? Discretization, bins.boundaries == nil {
      problem = .unknownBoundaries(layer: Discretization.signature.name)
    }
    return problem.map { ModelError(layerIndex: nil, layerName: layer.name, problem: $0) }
  }

  /// Whether images of one shape can feed a model, or why not.
  public static func inputFinding(model: Model, imageShape: Shape) -> ModelFinding? {
    if model.inputShape == imageShape { return nil }
    return .inputShape(
      model: model.inputShape, data: imageShape,
      sameCount: model.inputShape.count == imageShape.count)
  }

  private static func unitFindings(
    _ units: Int, loss: any Loss, labelForm: LabelForm, _ classCount: Int, _ name: String
  ) -> [ModelFinding] {
    let isClassifier = loss.labelForm != nil || labelForm == .oneHot
    if isClassifier && units != classCount {
      return [.unitCount(units: units, classCount: classCount, loss: name)]
    }
    if !isClassifier && units != 1 { return [.unitsForIntegers(units: units, loss: name)] }
    if !isClassifier && classCount > 2 && loss is BinaryCrossentropy {
      return [.notBinary(classCount: classCount, loss: name)]
    }
    return []
  }

  private static func activationFindings(
    _ model: Model, loss: any Loss, _ name: String
  ) -> [ModelFinding] {
    guard let expected = type(of: loss).logitsActivation, let last = model.layers.last else {
      return []
    }
    let function = last.layer.activation ?? Linear()
    let got = type(of: function).aliases.first ?? ""
    let wanted = expected.aliases.first ?? ""
    let isExpected = type(of: function) == expected
    if loss.fromLogits {
      return isExpected ? [.activationTwice(activation: got, loss: name)] : []
    }
    return isExpected ? [] : [.activation(got: got, expected: wanted, loss: name)]
  }
}
