/// What a directive gave: a closed set of kinds. Whatever is fancier is a `Figure`.
public enum Output: Hashable, Sendable {
  case text(TextOutput)
  case table(TableOutput)
  case metrics(MetricsOutput)
  case history(HistoryOutput)
  case figure(FigureOutput)
  case error(ErrorOutput)

  /// The output's name, unique within its directive ("history", "curves"): figure files and
  /// `run:` links use it.
  public var name: String {
    switch self {
    case .text(let output): output.name
    case .table(let output): output.name
    case .metrics(let output): output.name
    case .history(let output): output.name
    case .figure(let output): output.name
    case .error: "error"
    }
  }
}

/// Plain text, shown in a fence.
public struct TextOutput: Hashable, Codable, Sendable {
  /// The output's name, unique within its directive.
  public var name: String
  /// The text as it was printed, escapes of terminals included.
  public var text: String
  /// Further forms of what a cell showed; nil where the text is all.
  public var shown: ShownForms?

  /// A text that was printed, or the plainest form of what a cell showed.
  public init(name: String, text: String, shown: ShownForms? = nil) {
    self.name = name
    self.text = text
    self.shown = shown
  }
}

/// The error that ended a directive.
public struct ErrorOutput: Hashable, Codable, Sendable {
  /// The stable code of the diagnostic ("loss-not-finite").
  public var code: String
  /// The message in the lesson's language; of an exception its own text.
  public var message: String
  /// What is said behind an exception's text: a name that may be meant, and where it was raised.
  public var more: String?

  /// An error with its code; `more` is for exceptions of a cell's program.
  public init(code: String, message: String, more: String? = nil) {
    self.code = code
    self.message = message
    self.more = more
  }

  /// All that is said. An exception without a text of its own goes by its name.
  public var fullMessage: String {
    guard let more else { return message }
    return (message.isEmpty ? code : message) + more
  }
}
