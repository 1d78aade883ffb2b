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
  /// The numbers behind the colors.
  public var values: [Double] = []
  /// The color of edges; nil for that of the insides.
  public var edge: PlotColor?
  /// In points.
  public var edgeWidth = 1.5

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
  /// `top`, `center`, `bottom`, `baseline` or `center_baseline`.
  public var vertical: String
  public var rotation: Double
  /// The box behind it.
  public var box: PlotTextBox?
  /// The place in points from where `x` and `y` are.
  public var offset = (x: 0.0, y: 0.0)
  /// Whether the place is in shares of the axes rather than in their numbers.
  public var isInShares: Bool

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
  public var face = PlotColor("C0") ?? .white
  public var edge = PlotColor.black
  public var width = 1.0
  /// Around the text, in points.
  public var pad = 4.0
  /// The radius of corners in points.
  public var radius = 0.0
  public init() {}
}

/// What lies between two lines.
public struct PlotArea: Sendable {
  public var x: [Double]
  public var low: [Double]
  public var high: [Double]
  public var color: PlotColor
  public var edge: PlotColor?
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
  /// From where to where, in shares of the axes.
  public var span = (0.0, 1.0)

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
  public var radius = 1.0
  public var isCounterClockwise = true
  /// How far each wedge is moved out, in shares of the radius.
  public var explode: [Double] = []
  /// Where names and texts stand, in shares of the radius.
  public var labelDistance = 1.1
  public var insideDistance = 0.6
  public var textStyle = TextStyle()
  public var edge: PlotColor?
  public var edgeWidth = 1.0

  public init(
    shares: [Double], labels: [String], colors: [PlotColor], insides: [String] = [],
    startAngle: Double = 0
  ) {
    (self.shares, self.labels, self.colors) = (shares, labels, colors)
    (self.insides, self.startAngle) = (insides, startAngle)
  }
}
