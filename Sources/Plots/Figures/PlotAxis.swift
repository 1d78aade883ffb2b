/// One axis: its limits, ticks and label.
public struct PlotAxis: Sendable {
  public var label: (text: String, style: TextStyle)?
  /// Set limits; the first may be the larger one. Nil for what the artists need.
  public var limits: (Double?, Double?) = (nil, nil)
  public var isLogarithmic = false
  /// Set places of ticks; nil for automatic ones.
  public var ticks: [Double]?
  /// Set texts of ticks.
  public var tickTexts: [String]?
  public var tickStyle = TextStyle()
  public var tickRotation = 0.0
  public var hasTickTexts = true
  public var isInverted = false
  public var grid: PlotGrid?

  public init() {}
}

/// The lines of a grid.
public struct PlotGrid: Sendable {
  public var color = PlotColor(0.6902, 0.6902, 0.6902)
  public var style = "-"
  public var width = 0.8
  public init() {}
}
