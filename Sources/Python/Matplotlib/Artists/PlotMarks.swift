/// Single points.
package struct PlotPoints: Sendable {
  /// Horizontal places in data coordinates; points that are not finite are left out.
  package var x: [Double]
  /// Vertical places, as many as horizontal ones.
  package var y: [Double]
  /// One for each point, or one for all.
  package var colors: [PlotColor]
  /// Areas in square points, one for each point, or one for all.
  package var areas: [Double]
  /// Matplotlib's letter.
  package var marker: String
  /// The name in the legend; nil, and a text that begins with `_`, for none.
  package var label: String?
  /// What colors stand for, where points have a number each; nil for colors that were given.
  package var mapping: ColorMapping?
  /// The numbers behind the colors.
  package var values: [Double] = []
  /// The color of edges; nil for that of the insides.
  package var edge: PlotColor?
  /// In points.
  package var edgeWidth = 1.5

  /// Points as `scatter` draws them: 36 square points large.
  package init(
    x: [Double], y: [Double], colors: [PlotColor], areas: [Double] = [36], marker: String = "o",
    label: String? = nil, mapping: ColorMapping? = nil
  ) {
    (self.x, self.y, self.colors, self.areas) = (x, y, colors, areas)
    (self.marker, self.label, self.mapping) = (marker, label, mapping)
  }
}

/// A text at a place of the axes.
package struct PlotText: Sendable {
  /// In data coordinates, or in shares of the axes; in shares of the figure for a figure's texts.
  package var x: Double
  /// As `x`, from below.
  package var y: Double
  /// One line or several, with line feeds between them.
  package var text: String
  /// The look of its letters.
  package var style: TextStyle
  /// `left`, `center` or `right`.
  package var horizontal: String
  /// `top`, `center`, `bottom`, `baseline` or `center_baseline`.
  package var vertical: String
  /// In degrees against the clock.
  package var rotation: Double
  /// The box behind it.
  package var box: PlotTextBox?
  /// The place in points from where `x` and `y` are.
  package var offset = (x: 0.0, y: 0.0)
  /// Whether the place is in shares of the axes rather than in their numbers.
  package var isInShares: Bool

  /// A text with Matplotlib's defaults: held at the left end of its baseline.
  package init(
    x: Double, y: Double, text: String, style: TextStyle = TextStyle(),
    horizontal: String = "left", vertical: String = "baseline", rotation: Double = 0,
    box: PlotTextBox? = nil, isInShares: Bool = false
  ) {
    (self.x, self.y, self.text, self.style) = (x, y, text, style)
    (self.horizontal, self.vertical, self.rotation) = (horizontal, vertical, rotation)
    (self.box, self.isInShares) = (box, isInShares)
  }
}

/// The box behind a text.
package struct PlotTextBox: Sendable {
  /// The color of its inside.
  package var face = PlotColor("C0") ?? .white
  /// The color of its outline.
  package var edge = PlotColor.black
  /// The width of its outline in points.
  package var width = 1.0
  /// Around the text, in points.
  package var pad = 4.0
  /// The radius of corners in points.
  package var radius = 0.0
  /// The box of `bbox={}`.
  package init() {}
}

/// What lies between two lines.
package struct PlotArea: Sendable {
  /// Horizontal places in data coordinates.
  package var x: [Double]
  /// The first line's heights, one for each place.
  package var low: [Double]
  /// The second line's heights, one for each place.
  package var high: [Double]
  /// The color of the inside.
  package var color: PlotColor
  /// The color of the outline, one point wide; nil for none.
  package var edge: PlotColor?
  /// The name in the legend; nil, and a text that begins with `_`, for none.
  package var label: String?

  /// An area without an outline, as `fill_between` draws it.
  package init(x: [Double], low: [Double], high: [Double], color: PlotColor, label: String? = nil) {
    (self.x, self.low, self.high, self.color, self.label) = (x, low, high, color, label)
  }
}

/// A line over the whole of the axes.
package struct PlotRule: Sendable {
  /// The height of a horizontal line, else its horizontal place; in data coordinates.
  package var value: Double
  /// Whether it is `axhline`'s, not `axvline`'s.
  package var isHorizontal: Bool
  /// The color of the line.
  package var color: PlotColor
  /// `-`, `--`, `-.`, `:` or empty for none.
  package var style: String
  /// In points.
  package var width: Double
  /// The name in the legend; nil, and a text that begins with `_`, for none.
  package var label: String?
  /// From where to where, in shares of the axes.
  package var span = (0.0, 1.0)

  /// A line from edge to edge.
  package init(
    _ value: Double, isHorizontal: Bool, color: PlotColor, style: String = "-",
    width: Double = 1.5, label: String? = nil
  ) {
    (self.value, self.isHorizontal, self.color) = (value, isHorizontal, color)
    (self.style, self.width, self.label) = (style, width, label)
  }
}

/// A pie.
package struct PlotWedges: Sendable {
  /// One for each wedge; they are made to add up to a whole turn.
  package var shares: [Double]
  /// The names beside the wedges, in their order; there may be fewer than wedges.
  package var labels: [String]
  /// Taken in turn by the wedges.
  package var colors: [PlotColor]
  /// Texts inside of the wedges, in their order; there may be fewer than wedges.
  package var insides: [String]
  /// Where the first wedge begins: in degrees against the clock from the right.
  package var startAngle: Double
  /// In data coordinates, in which the pie's middle is at the origin.
  package var radius = 1.0
  /// Whether wedges follow each other against the clock.
  package var isCounterClockwise = true
  /// How far each wedge is moved out, in data coordinates; none where it has no number.
  package var explode: [Double] = []
  /// Where names stand, in shares of the radius from the middle.
  package var labelDistance = 1.1
  /// Where texts inside stand, in shares of the radius from the middle.
  package var insideDistance = 0.6
  /// The look of names and texts.
  package var textStyle = TextStyle()
  /// The color of the wedges' outlines; nil for none.
  package var edge: PlotColor?
  /// The width of the wedges' outlines in points.
  package var edgeWidth = 1.0

  /// A pie of radius 1.
  package init(
    shares: [Double], labels: [String], colors: [PlotColor], insides: [String] = [],
    startAngle: Double = 0
  ) {
    (self.shares, self.labels, self.colors) = (shares, labels, colors)
    (self.insides, self.startAngle) = (insides, startAngle)
  }
}
