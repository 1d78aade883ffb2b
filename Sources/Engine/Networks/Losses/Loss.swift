public import Memory

/// A loss of one sample, with its gradient; a batch's loss is the mean over its samples.
public protocol Loss: Component {
  /// The only form of labels that the loss takes; nil where both do.
  var labelForm: LabelForm? { get }
  /// Whether the author says that outputs are logits already.
  var fromLogits: Bool { get }
  /// The activation whose logits the loss can take over, which loses no digits to rounding.
  static var logitsActivation: (any ActivationFunction.Type)? { get }

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
}
