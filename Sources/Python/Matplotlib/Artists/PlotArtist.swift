/// One thing that is drawn in axes.
package enum PlotArtist: Sendable {
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
package struct PlotLine: Sendable {
  /// The points' horizontal places in data coordinates; the line breaks where one is not finite.
  package var x: [Double]
  /// The points' vertical places, as many as horizontal ones.
  package var y: [Double]
  /// The color of the line, and of its markers where these have none of their own.
  package var color: PlotColor
  /// The color as the program named it; nil where it has parts, or comes from the cycle.
  package var colorName: String?
  /// The texts for which the horizontal places stand; nil for numbers.
  package var names: [String]?
  /// Whether the program gave the color with an opacity.
  package var hasColorAlpha = false
  /// NumPy's names of the dtypes that the places were given in.
  package var dtypes = (x: "float64", y: "float64")
  /// `-`, `--`, `-.`, `:` or empty for none.
  package var style: String
  /// In points.
  package var width: Double
  /// Matplotlib's letter; empty for none.
  package var marker: String
  /// The marker's extent in points, its edge left out.
  package var markerSize: Double
  /// The name in the legend; nil, and a text that begins with `_`, for none.
  package var label: String?
  /// A marker's inside where it differs from the line; nil for the line's color.
  package var markerFace: PlotColor?
  /// A marker's edge where it differs from the line; nil for the line's color.
  package var markerEdge: PlotColor?
  /// In points.
  package var markerEdgeWidth = 1.0
  /// Between which points the line steps: `pre`, `post` or `mid`; nil for straight from point to point.
  package var steps: String?

  /// A line with Matplotlib's defaults: 1.5 points wide and without markers.
  package init(
    x: [Double], y: [Double], color: PlotColor, style: String = "-", width: Double = 1.5,
    marker: String = "", markerSize: Double = 6, label: String? = nil
  ) {
    (self.x, self.y, self.color, self.style) = (x, y, color, style)
    (self.width, self.marker, self.markerSize, self.label) = (width, marker, markerSize, label)
  }
}

/// Bars on a common ground.
package struct PlotBars: Sendable {
  /// One bar: a rectangle that stands on its ground.
  package struct Bar: Sendable {
    /// Its edge on the axis along which bars stand side by side, in data coordinates.
    package var start: Double
    /// How far it reaches from `start` along that axis.
    package var extent: Double
    /// The ground on the other axis, which gets no margin.
    package var from: Double
    /// Where it ends on the other axis: below the ground for negative numbers.
    package var to: Double
    /// The color of its inside.
    package var color: PlotColor
    /// The color of its edge; nil for none.
    package var edge: PlotColor?

    /// A bar without an edge.
    package init(start: Double, extent: Double, from: Double, to: Double, color: PlotColor) {
      (self.start, self.extent, self.from, self.to, self.color) = (start, extent, from, to, color)
    }
  }

  /// In the order in which the program gave them; the legend shows the first.
  package var bars: [Bar]
  /// Whether bars grow to the right (`barh`), not upwards.
  package var isHorizontal: Bool
  /// The width of edges in points.
  package var lineWidth = 1.0
  /// Whether grounds and ends were whole numbers.
  package var areWhole = false
  /// Whether they are bars, and not the parts of a histogram.
  package var isContainer = true
  /// The name in the legend; nil, and a text that begins with `_`, for none.
  package var label: String?

  /// Bars that all have the same edge, or none.
  package init(
    _ bars: [Bar], isHorizontal: Bool = false, edge: PlotColor? = nil, label: String? = nil
  ) {
    (self.bars, self.isHorizontal, self.label) = (bars, isHorizontal, label)
    if let edge { for index in bars.indices { self.bars[index].edge = edge } }
  }
}

/// A raster: one color a cell.
package struct PlotImage: Sendable {
  /// How many cells it is high.
  package var rows: Int
  /// How many cells it is wide.
  package var columns: Int
  /// `[rows, columns]` in row-major order.
  package var colors: [PlotColor]
  /// What colors stand for, where the image has one number a cell.
  package var mapping: ColorMapping?
  /// `[rows, columns]`, the numbers that colors stand for; empty where colors were given.
  package var values: [Double]
  /// NumPy's name of the dtype that the numbers were given in.
  package var dtype = "float64"
  /// Whether viewers may blend cells that they enlarge; otherwise each is a plain rectangle.
  package var isSmooth: Bool
  /// Whether the first row is at the bottom.
  package var isUpsideDown = false
  /// Left, right, bottom and top in numbers of the axes; nil for whole numbers in the cells' middles.
  package var extent: [Double]?
  /// Whether the program gave these as whole numbers.
  package var hasWholeExtent = false

  /// An image whose first row is at the top.
  package init(
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

  /// Left, right, bottom and top in the axes' numbers.
  package var ends: [Double] { [place.left, place.right, place.bottom, place.top] }
}

/// A colormap and the numbers at its ends.
package struct ColorMapping: Hashable, Sendable {
  /// Gives each number its color, from the first for `low` to the last for `high`.
  package var map: Colormap
  /// The number of the map's first color, as Matplotlib's `vmin`.
  package var low: Double
  /// The number of the map's last color, as Matplotlib's `vmax`.
  package var high: Double
  /// The numbers between which there is one color each; empty for colors that flow.
  package var levels: [Double] = []

  /// Linear between both ends.
  package init(_ map: Colormap, low: Double, high: Double) {
    (self.map, self.low, self.high) = (map, low, high)
  }

  /// Returns a number's color: the nearer end's beyond both, and none where it isn't finite.
  package func color(_ value: Double) -> PlotColor {
    map.color(high > low ? (value - low) / (high - low) : 0)
  }
}
