/// What one kind of panel needs and how it is drawn.
protocol PanelDrawing {
  /// The room that it takes.
  var extent: Extent { get }
  /// Draws with the origin at the panel's upper left corner.
  func draw(on canvas: inout Canvas)
  /// What it shows, for a reader who can't see it.
  var summary: String { get }
}
