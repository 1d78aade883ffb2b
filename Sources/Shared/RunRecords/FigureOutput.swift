/// A figure with its words: what a reader who can't see it is told, and what stands below it.
public struct FigureOutput: Hashable, Codable, Sendable {
  public var name: String
  public var figure: Figure
  /// Alternative text in the lesson's language.
  public var alt: String
  public var caption: String?
  /// How a cell showed it; nil where no cell did.
  public var shown: ShownForms?

  public init(
    name: String, figure: Figure, alt: String, caption: String? = nil, shown: ShownForms? = nil
  ) {
    self.shown = shown
    self.name = name
    self.figure = figure
    self.alt = alt
    self.caption = caption
  }
}
