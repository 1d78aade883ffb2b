public import Diagnostics
public import RunRecords

/// A figure as the text of a standalone SVG file; equal figures give equal bytes.
public struct SVGRenderer: Sendable {
  public var language: Language

  public init(language: Language) {
    self.language = language
  }

  /// The SVG text, ended by a line break.
  public func svg(_ output: FigureOutput) -> String { "" }
}
