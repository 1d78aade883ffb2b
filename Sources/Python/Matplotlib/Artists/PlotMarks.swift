/// Single points.
public struct PlotPoints: Sendable {
  /// Horizontal places in data coordinates; points that are not finite are left out.
  public var x: [Double]
  /// Vertical places, as many as horizontal ones.
  public var y: [Double]
  /// One for each point, or one for all.
  public var colors: [PlotColor]
  /// Areas in square points, one for each point, or one for all.
  public var areas: [Double]
  /// Matplotlib's letter.
  public var marker: String
  /// The name in the legend; nil, and a text that begins with `_`, for none.
  public var label: String?
  /// What colors stand for, where points have a number each; nil for colors that were given.
  public var mapping: ColorMapping?
  /// The numbers behind the colors.
  public var values: [Double] = []
  /// The color of edges; nil for that of the insides.
  public var edge: PlotColor?
  /// In points.
  public var edgeWidth = 1.5

  /// Points as `scatter` draws them: 36 square points large.
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
  /// In data coordinates, or in shares of the axes; in shares of the figure for a figure's texts.
  public var x: Double
  /// As `x`, from below.
  public var y: Double
  /// One line or several, with line feeds between them.
  public var text: String
  /// The look of its letters.
  public var style: TextStyle
  /// `left`, `center` or `right`.
  public var horizontal: String
  /// `top`, `center`, `bottom`, `baseline` or `center_baseline`.
  public var vertical: String
  /// In degrees against the clock.
  public var rotation: Double
  /// The box behind it.
  public var box: PlotTextBox?
  /// The place in points from where `x` and `y` are.
  public var offset = (x: 0.0, y: 0.0)
  /// Whether the place is in shares of the axes rather than in their numbers.
  public var isInShares: Bool

  /// A text with Matplotlib's defaults: held at the left end of its baseline.
  public init(
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
public struct PlotTextBox: Sendable {
  /// The color of its inside.
  public var face = PlotColor("C0") ?? .white
  /// The color of its outline.
  public var edge = PlotColor.black
  /// The width of its outline in points.
  public var width = 1.0
  /// Around the text, in points.
  public var pad = 4.0
  /// The radius of corners in points.
  public var radius = 0.0
  /// The box of `bbox={}`.
  public init() {}
}

/// What lies between two lines.
public struct PlotArea: Sendable {
  /// Horizontal places in data coordinates.
  public var x: [Double]
  /// The first line's heights, one for each place.
  public var low: [Double]
  /// The second line's heights, one for each place.
  public var high: [Double]
  /// The color of the inside.
  public var color: PlotColor
  /// The color of the outline, one point wide; nil for none.
  public var edge: PlotColor?
  /// The name in the legend; nil, and a text that begins with `_`, for none.
  public var label: String?

  /// An area without an outline, as `fill_between` draws it.
  public init(x: [Double], low: [Double], high: [Double], color: PlotColor, label: String? = nil) {
    (self.x, self.low, self.high, self.color, self.label) = (x, low, high, color, label)
  }
}

/// A line over the whole of the axes.
public struct PlotRule: Sendable {
  /// The height of a horizontal line, else its horizontal place; in data coordinates.
  public var value: Double
  /// Whether it is `axhline`'s, not `axvline`'s.
  public var isHorizontal: Bool
  /// The color of the line.
  public var color: PlotColor
  /// `-`, `--`, `-.`, `:` or empty for none.
  public var style: String
  /// In points.
  public var width: Double
  /// The name in the legend; nil, and a text that begins with `_`, for none.
  public var label: String?
  /// From where to where, in shares of the axes.
  public var span = (0.0, 1.0)

  /// A line from edge to edge.
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
  /// One for each wedge; they are made to add up to a whole turn.
  public var shares: [Double]
  /// The names beside the wedges, in their order; there may be fewer than wedges.
  public var labels: [String]
  /// Taken in turn by the wedges.
  public var colors: [PlotColor]
  /// Texts inside of the wedges, in their order; there may be fewer than wedges.
  public var insides: [String]
  /// Where the first wedge begins: in degrees against the clock from the right.
  public var startAngle: Double
  /// In data coordinates, in which the pie's middle is at the origin.
  public var radius = 1.0
  /// Whether wedges follow each other against the clock.
  public var isCounterClockwise = true
  /// How far each wedge is moved out, in data coordinates; none where it has no number.
  public var explode: [Double] = []
  /// Where names stand, in shares of the radius from the middle.
  public var labelDistance = 1.1
  /// Where texts inside stand, in shares of the radius from the middle.
  public var insideDistance = 0.6
  /// The look of names and texts.
  public var textStyle = TextStyle()
  /// The color of the wedges' outlines; nil for none.
  public var edge: PlotColor?
  /// The width of the wedges' outlines in points.
  public var edgeWidth = 1.0

  /// A pie of radius 1.
  public init(
    shares: [Double], labels: [String], colors: [PlotColor], insides: [String] = [],
    startAngle: Double = 0
  ) {
    (self.shares, self.labels, self.colors) = (shares, labels, colors)
    (self.insides, self.startAngle) = (insides, startAngle)
  }
}
