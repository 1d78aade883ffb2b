/// An arrow from a text to a point.
public struct PlotArrow: Sendable {
  public var text: PlotText
  public var tip: (x: Double, y: Double)
  /// `-`, `->` or `-|>`; nil for a filled arrow with a shaft.
  public var style: String?
  public var color: PlotColor?
  public var width = 1.0
  /// Of a filled arrow: the share that is left out at both ends, the shaft's and the head's width
  /// in points.
  public var shrink = 0.0
  public var shaft = 4.0
  public var head = 12.0

  public init(text: PlotText, tip: (x: Double, y: Double)) { (self.text, self.tip) = (text, tip) }
}
