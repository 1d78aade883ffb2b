/// A figure with its words: what a reader who can't see it is told, and what stands below it.
public struct FigureOutput: Hashable, Codable, Sendable {
  public var name: String
  public var figure: Figure
  /// Alternative text in the lesson's language.
  public var alt: String
  public var caption: String?

  public init(name: String, figure: Figure, alt: String, caption: String? = nil) {
    self.name = name
    self.figure = figure
    self.alt = alt
    self.caption = caption
  }
}
