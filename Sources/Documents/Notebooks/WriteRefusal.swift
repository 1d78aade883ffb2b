public import Diagnostics

/// Why a notebook was not written: broken markers, or regions that somebody edited by hand.
public struct WriteRefusal: Error, Hashable, Sendable {
  /// The reasons, each with its place.
  public let diagnostics: [Diagnostic]

  /// A refusal for these reasons.
  public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
