/// An arrow from a text to a point.
public struct PlotArrow: Sendable {
  /// The text at the arrow's start; its box is where the arrow leaves.
  public var text: PlotText
  /// The point that the arrow shows, in data coordinates.
  public var tip: (x: Double, y: Double)
  /// `-`, `->` or `-|>`; nil for a filled arrow with a shaft.
  public var style: String?
  /// Nil for Matplotlib's own: black, and a filled arrow's inside `C0`.
  public var color: PlotColor?
  /// The width of the line or edge in points.
  public var width = 1.0
  /// Of a filled arrow: the share of its length that is left out at each end.
  public var shrink = 0.0
  /// The width of a filled arrow's shaft in points.
  public var shaft = 4.0
  /// The width and the length of a filled arrow's head in points.
  public var head = 12.0

  /// An arrow with an open line, until `style` and the other parts are set.
  public init(text: PlotText, tip: (x: Double, y: Double)) { (self.text, self.tip) = (text, tip) }
}
