/// One thing that is drawn in axes.
public enum PlotArtist: Sendable {
  case line(PlotLine)
  case bars(PlotBars)
  case image(PlotImage)
  case points(PlotPoints)
  case text(PlotText)
  case area(PlotArea)
  case rule(PlotRule)
  case wedges(PlotWedges)
  case shape(PlotShape)
  case arrow(PlotArrow)
}

/// A line through points, with or without markers.
public struct PlotLine: Sendable {
  public var x: [Double]
  public var y: [Double]
  public var color: PlotColor
  /// `-`, `--`, `-.`, `:` or empty for none.
  public var style: String
  public var width: Double
  /// Matplotlib's letter; empty for none.
  public var marker: String
  public var markerSize: Double
  public var label: String?
  /// A marker's inside and edge where they differ from the line.
  public var markerFace: PlotColor?
  public var markerEdge: PlotColor?
  public var markerEdgeWidth = 1.0
  /// Between which points the line steps: `pre`, `post` or `mid`; nil for straight from point to point.
  public var steps: String?

  public init(
    x: [Double], y: [Double], color: PlotColor, style: String = "-", width: Double = 1.5,
    marker: String = "", markerSize: Double = 6, label: String? = nil
  ) {
    (self.x, self.y, self.color, self.style) = (x, y, color, style)
    (self.width, self.marker, self.markerSize, self.label) = (width, marker, markerSize, label)
  }
}

/// Bars on a common ground.
public struct PlotBars: Sendable {
  public struct Bar: Sendable {
    /// The middle or edge on the axis, its extent there, and where it begins and ends.
    public var start: Double
    public var extent: Double
    public var from: Double
    public var to: Double
    public var color: PlotColor
    public var edge: PlotColor?

    public init(start: Double, extent: Double, from: Double, to: Double, color: PlotColor) {
      (self.start, self.extent, self.from, self.to, self.color) = (start, extent, from, to, color)
    }
  }

  public var bars: [Bar]
  public var isHorizontal: Bool
  /// The width of edges in points.
  public var lineWidth = 1.0
  /// Whether they are bars, and not the parts of a histogram.
  public var isContainer = true
  public var label: String?

  public init(
    _ bars: [Bar], isHorizontal: Bool = false, edge: PlotColor? = nil, label: String? = nil
  ) {
    (self.bars, self.isHorizontal, self.label) = (bars, isHorizontal, label)
    if let edge { for index in bars.indices { self.bars[index].edge = edge } }
  }
}

/// A raster: one color a cell.
public struct PlotImage: Sendable {
  public var rows: Int
  public var columns: Int
  /// `[rows, columns]`.
  public var colors: [PlotColor]
  /// What colors stand for, where the image has one number a cell.
  public var mapping: ColorMapping?
  public var values: [Double]
  public var isSmooth: Bool
  /// Whether the first row is at the bottom.
  public var isUpsideDown = false
  /// Left, right, bottom and top in numbers of the axes; nil for whole numbers in the cells' middles.
  public var extent: [Double]?

  public init(
    rows: Int, columns: Int, colors: [PlotColor], values: [Double] = [],
    mapping: ColorMapping? = nil, isSmooth: Bool = false
  ) {
    (self.rows, self.columns, self.colors, self.values) = (rows, columns, colors, values)
    (self.mapping, self.isSmooth) = (mapping, isSmooth)
  }
}

extension PlotImage {
  /// Its edges in the axes' numbers.
  var place: (left: Double, right: Double, bottom: Double, top: Double) {
    if let extent, extent.count == 4 { return (extent[0], extent[1], extent[2], extent[3]) }
    let (right, last) = (Double(columns) - 0.5, Double(rows) - 0.5)
    return isUpsideDown ? (-0.5, right, -0.5, last) : (-0.5, right, last, -0.5)
  }
}

/// A colormap and the numbers at its ends.
public struct ColorMapping: Hashable, Sendable {
  public var map: Colormap
  public var low: Double
  public var high: Double
  /// The numbers between which there is one color each; empty for colors that flow.
  public var levels: [Double] = []

  public init(_ map: Colormap, low: Double, high: Double) {
    (self.map, self.low, self.high) = (map, low, high)
  }

  public func color(_ value: Double) -> PlotColor {
    map.color(high > low ? (value - low) / (high - low) : 0)
  }
}
