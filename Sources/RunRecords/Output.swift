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
  public var name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// The error that ended a directive.
public struct ErrorOutput: Hashable, Codable, Sendable {
  /// The stable code of the diagnostic ("loss-not-finite").
  public var code: String
  /// The message in the lesson's language.
  public var message: String

  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
