/// An arrow from a text to a point.
package struct PlotArrow: Sendable {
  /// The text at the arrow's start; its box is where the arrow leaves.
  package var text: PlotText
  /// The point that the arrow shows, in data coordinates.
  package var tip: (x: Double, y: Double)
  /// `-`, `->` or `-|>`; nil for a filled arrow with a shaft.
  package var style: String?
  /// Nil for Matplotlib's own: black, and a filled arrow's inside `C0`.
  package var color: PlotColor?
  /// The width of the line or edge in points.
  package var width = 1.0
  /// Of a filled arrow: the share of its length that is left out at each end.
  package var shrink = 0.0
  /// The width of a filled arrow's shaft in points.
  package var shaft = 4.0
  /// The width and the length of a filled arrow's head in points.
  package var head = 12.0

  /// A filled arrow, unless `style` is set afterwards.
  package init(text: PlotText, tip: (x: Double, y: Double)) { (self.text, self.tip) = (text, tip) }
}
