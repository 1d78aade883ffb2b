/// What one kind of panel needs and how it is drawn.
protocol PanelDrawing {
  /// The room that it takes.
  var extent: Extent { get }
  /// Draws with the origin at the panel's upper left corner.
  func draw(on canvas: inout Canvas)
  /// Whether anything in it is to be read.
  var hasWords: Bool { get }
}

extension PanelDrawing {
  var hasWords: Bool { true }
}
