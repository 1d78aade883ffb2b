/// How a cell showed a value: as its own value or on the way, and in which forms.
public struct ShownForms: Hashable, Codable, Sendable {
  /// Whether it is the value of the cell's last expression.
  public var isResult: Bool
  /// Contents by media type: texts as they are, JSON as text, pictures in Base64.
  public var forms: [String: String]
  /// What is said of the forms, as JSON; nil for nothing.
  public var metadata: String?

  /// Forms beside the output's own; none where that is all.
  public init(isResult: Bool, forms: [String: String] = [:], metadata: String? = nil) {
    self.isResult = isResult
    self.forms = forms
    self.metadata = metadata
  }
}
