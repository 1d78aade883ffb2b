/// A figure with its words: what a reader who can't see it is told, and what stands below it.
public struct FigureOutput: Hashable, Codable, Sendable {
  /// The output's name, unique within its directive; the figure's file is named after both.
  public var name: String
  /// What is drawn.
  public var figure: Figure
  /// Alternative text in the lesson's language.
  public var alt: String
  /// What stands below the figure, for every reader; nil for nothing.
  public var caption: String?
  /// How a cell showed it; nil where no cell did.
  public var shown: ShownForms?

  /// A figure that a reader who can't see it is told of by `alt`.
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
