/// The form in which an author wrote a number: "~98,9 %", "0.989", "98.94 %", "12 345".
public struct NumberForm: Hashable, Sendable {
  /// Reads the form of a number in prose; nil where the text is no number.
  public init?(_ text: String) { return nil }

  /// `value` in this form. A percent form multiplies by 100.
  public func format(_ value: Double) -> String { "" }
}
