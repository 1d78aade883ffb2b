public import Diagnostics

/// Why a data set could not be had.
public enum DatasetError: Error, Sendable {
  /// The caller asked to stop.
  case cancelled

  /// A stable name in kebab case.
  public var code: String { "cancelled" }
  /// The error in words.
  public var message: Message { Message("cancelled", pt: "cancelado") }
  /// What to do, where there is something.
  public var hint: Message? { nil }
}
