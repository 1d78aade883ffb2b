/// What one sample should give: a class number seen through a label form, never stored as floats.
public struct Target: Hashable, Sendable {
  public let label: UInt8
  public let form: LabelForm

  public init(label: UInt8, form: LabelForm) {
    self.label = label
    self.form = form
  }

  /// The target of one output: 1 or 0 for one-hot labels, the class number itself for integers.
  func value(at column: Int) -> Float {
    switch form {
    case .oneHot: Int(label) == column ? 1 : 0
    case .integer: Float(label)
    }
  }
}
