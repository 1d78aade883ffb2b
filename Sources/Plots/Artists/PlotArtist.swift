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

    public init(start: Double, extent: Double, from: Double, to: Double, color: PlotColor) {
      (self.start, self.extent, self.from, self.to, self.color) = (start, extent, from, to, color)
    }
  }

  public var bars: [Bar]
  public var isHorizontal: Bool
  public var edge: PlotColor?
  public var label: String?

  public init(
    _ bars: [Bar], isHorizontal: Bool = false, edge: PlotColor? = nil, label: String? = nil
  ) {
    (self.bars, self.isHorizontal, self.edge, self.label) = (bars, isHorizontal, edge, label)
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

  public init(
    rows: Int, columns: Int, colors: [PlotColor], values: [Double] = [],
    mapping: ColorMapping? = nil, isSmooth: Bool = false
  ) {
    (self.rows, self.columns, self.colors, self.values) = (rows, columns, colors, values)
    (self.mapping, self.isSmooth) = (mapping, isSmooth)
  }
}

/// A colormap and the numbers at its ends.
public struct ColorMapping: Hashable, Sendable {
  public var map: Colormap
  public var low: Double
  public var high: Double

  public init(_ map: Colormap, low: Double, high: Double) {
    (self.map, self.low, self.high) = (map, low, high)
  }

  public func color(_ value: Double) -> PlotColor {
    map.color(high > low ? (value - low) / (high - low) : 0)
  }
}

/// Single points.
public struct PlotPoints: Sendable {
  public var x: [Double]
  public var y: [Double]
  /// One for each point, or one for all.
  public var colors: [PlotColor]
  /// Areas in square points, one for each point, or one for all.
  public var areas: [Double]
  public var marker: String
  public var label: String?
  public var mapping: ColorMapping?

  public init(
    x: [Double], y: [Double], colors: [PlotColor], areas: [Double] = [36], marker: String = "o",
    label: String? = nil, mapping: ColorMapping? = nil
  ) {
    (self.x, self.y, self.colors, self.areas) = (x, y, colors, areas)
    (self.marker, self.label, self.mapping) = (marker, label, mapping)
  }
}

/// A text at a place of the axes.
public struct PlotText: Sendable {
  public var x: Double
  public var y: Double
  public var text: String
  public var style: TextStyle
  /// `left`, `center` or `right`.
  public var horizontal: String
  /// `top`, `center`, `bottom` or `baseline`.
  public var vertical: String
  public var rotation: Double
  /// The box behind it.
  public var box: PlotColor?
  /// Whether the place is in shares of the axes rather than in their numbers.
  public var isInShares: Bool

  public init(
    x: Double, y: Double, text: String, style: TextStyle = TextStyle(),
    horizontal: String = "left", vertical: String = "baseline", rotation: Double = 0,
    box: PlotColor? = nil, isInShares: Bool = false
  ) {
    (self.x, self.y, self.text, self.style) = (x, y, text, style)
    (self.horizontal, self.vertical, self.rotation) = (horizontal, vertical, rotation)
    (self.box, self.isInShares) = (box, isInShares)
  }
}

/// What lies between two lines.
public struct PlotArea: Sendable {
  public var x: [Double]
  public var low: [Double]
  public var high: [Double]
  public var color: PlotColor
  public var label: String?

  public init(x: [Double], low: [Double], high: [Double], color: PlotColor, label: String? = nil) {
    (self.x, self.low, self.high, self.color, self.label) = (x, low, high, color, label)
  }
}

/// A line over the whole of the axes.
public struct PlotRule: Sendable {
  public var value: Double
  public var isHorizontal: Bool
  public var color: PlotColor
  public var style: String
  public var width: Double
  public var label: String?

  public init(
    _ value: Double, isHorizontal: Bool, color: PlotColor, style: String = "-",
    width: Double = 1.5, label: String? = nil
  ) {
    (self.value, self.isHorizontal, self.color) = (value, isHorizontal, color)
    (self.style, self.width, self.label) = (style, width, label)
  }
}

/// A pie.
public struct PlotWedges: Sendable {
  public var shares: [Double]
  public var labels: [String]
  public var colors: [PlotColor]
  /// Texts inside of the wedges.
  public var insides: [String]
  public var startAngle: Double

  public init(
    shares: [Double], labels: [String], colors: [PlotColor], insides: [String] = [],
    startAngle: Double = 0
  ) {
    (self.shares, self.labels, self.colors) = (shares, labels, colors)
    (self.insides, self.startAngle) = (insides, startAngle)
  }
}
