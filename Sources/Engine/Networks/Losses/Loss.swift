public import Memory

/// A loss of one sample, with its gradient; a batch's loss is the mean over its samples.
public protocol Loss: Component {
  /// The only form of labels that the loss takes; nil where both do.
  var labelForm: LabelForm? { get }
  /// Whether the author says that outputs are logits already.
  var fromLogits: Bool { get }
  /// The activation that the loss goes with, for one that takes the sums before it; such a loss takes
  /// whatever sums an output remembers.
  static var logitsActivation: (any ActivationFunction.Type)? { get }
  /// Whether the loss is one of whole rows of the last axis, not the mean over numbers alone.
  static var judgesRows: Bool { get }

  /// The loss of one sample's outputs; writes its gradient with respect to them.
  ///
  /// - Parameters:
  ///   - target: what the sample's outputs should have been.
  ///   - outputs: one row of the last layer's output, `[classes]`.
  ///   - areLogits: whether the rows are sums before `logitsActivation`.
  ///   - gradient: `[classes]`, overwritten.
  func sample(
    _ outputs: Elements<Float>, target: Target, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float
}

extension Loss {
  /// Nil: most losses compare numbers, and take either form.
  public var labelForm: LabelForm? { nil }
  /// False: outputs are what the last layer gives.
  public var fromLogits: Bool { false }
  /// Nil: no activation that the loss could take over.
  public static var logitsActivation: (any ActivationFunction.Type)? { nil }
  /// True: most losses are of a row; an `ElementwiseLoss` isn't.
  public static var judgesRows: Bool { true }
  static var takesLogits: Bool { logitsActivation != nil }

  /// The mean of the loss over an image's rows, with its gradient.
  ///
  /// - Parameter rows: how many there are; 1 for a loss that judges numbers alone.
  func sample(
    _ outputs: Elements<Float>, target: Target, rows: Int, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float {
    guard rows > 1 else {
      return sample(outputs, target: target, areLogits: areLogits, gradient: gradient)
    }
    let length = outputs.count / rows
    var total: Float = 0
    for row in 0..<rows {
      let part = row * length..<(row + 1) * length
      total += sample(
        outputs[part], target: target.part(part), areLogits: areLogits, gradient: gradient[part])
    }
    for index in gradient.indices { gradient[index] /= Float(rows) }
    return total / Float(rows)
  }
}
