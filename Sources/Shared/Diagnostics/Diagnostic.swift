/// One finding about a notebook: what, where, how bad, and what may have been meant.
public struct Diagnostic: Hashable, Sendable {
  /// How bad a finding is. Only errors keep a notebook from running.
  public enum Severity: String, Codable, Sendable { case error, warning, note }

  /// How bad it is.
  public var severity: Severity
  /// A stable name for this kind of finding, in kebab case ("unknown-layer").
  public var code: String
  /// What is wrong, in both languages.
  public var message: Message
  /// Byte offsets in the notebook's source; empty where the finding is a point.
  public var range: Range<Int>
  /// What may have been meant, or what to do.
  public var hint: Message?

  /// A finding at a range of byte offsets.
  public init(
    _ severity: Severity = .error, code: String, at range: Range<Int>, _ message: Message,
    hint: Message? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.range = range
    self.hint = hint
  }
}

extension Sequence<Diagnostic> {
  /// Whether any of them is an error.
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
