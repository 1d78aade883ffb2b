public import Diagnostics

/// Why a notebook was not written: broken markers, or regions that somebody edited by hand.
public struct WriteRefusal: Error, Hashable, Sendable {
  public let diagnostics: [Diagnostic]

  public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
