/// How figures look where a program says nothing: what Matplotlib calls `rcParams`.
public struct PlotLook: Sendable {
  /// A size of texts in points, or in sizes of the usual text.
  public enum Size: Sendable {
    case points(Double)
    case relative(Double)
  }

  // MARK: Figures

  /// In inches.
  public var figureSize = [6.4, 4.8]
  public var dotsPerInch = 100.0
  public var figureFace = PlotColor.white
  public var spacing = PlotSpacing()
  public var isTight = false

  // MARK: Texts

  public var textSize = 10.0
  public var textColor = PlotColor.black
  /// Nil for the usual font.
  public var family: String?
  public var titleSize = Size.relative(1.2)
  public var isTitleBold = false
  public var titlePad = 6.0
  /// Of a title over all axes.
  public var figureTitleSize = Size.relative(1.2)
  public var labelSize = Size.relative(1)
  public var labelColor = PlotColor.black
  public var isLabelBold = false
  public var tickSizes = (x: Size.relative(1), y: Size.relative(1))
  public var legendSize = Size.relative(1)

  // MARK: Axes

  public var axesFace = PlotColor.white
  public var axesEdge = PlotColor.black
  public var axesWidth = 0.8
  /// The sides that have a line.
  public var spines: Set<String> = ["left", "right", "bottom", "top"]
  public var hasGrid = false
  public var grid = PlotGrid()
  public var tickColors = (x: PlotColor.black, y: PlotColor.black)
  public var tickLengths = (x: 3.5, y: 3.5)
  public var tickWidths = (x: 0.8, y: 0.8)
  public var tickPads = (x: 3.5, y: 3.5)
  public var areTicksInside = false
  /// Whether ticks are drawn below and on the left.
  public var hasTicks = (x: true, y: true)
  public var margins = (x: 0.05, y: 0.05)

  // MARK: Artists

  public var cycle = PlotColor.cycle
  public var lineWidth = 1.5
  public var lineStyle = "-"
  public var marker = ""
  public var markerSize = 6.0
  public var markerEdgeWidth = 1.0
  public var patchEdge = PlotColor.black
  public var hasPatchEdges = false
  public var patchWidth = 1.0
  public var colormap = "viridis"
  /// How images are smoothed.
  public var interpolation = "auto"
  public var legendHasFrame = true
  public var legendPlace = "best"

  public init() {}

  /// A size in points.
  public func points(_ size: Size) -> Double {
    switch size {
    case .points(let points): points
    case .relative(let share): share * textSize
    }
  }

  /// A text of a size in this look.
  public func text(_ size: Size, color: PlotColor? = nil, isBold: Bool = false) -> TextStyle {
    var style = TextStyle(size: points(size), color: color ?? textColor, isBold: isBold)
    style.family = family
    return style
  }

  /// The look of new axes.
  public func apply(to axes: PlotAxes) {
    axes.look = self
    axes.face = axesFace
    axes.spines = [:]
    for name in ["left", "right", "bottom", "top"] {
      var spine = PlotSpine()
      (spine.color, spine.width) = (axesEdge, axesWidth)
      spine.isVisible = spines.contains(name) && axesWidth > 0
      if spine != PlotSpine() { axes.spines[name] = spine }
    }
    for isHorizontal in [true, false] {
      var axis = isHorizontal ? axes.x : axes.y
      let color = isHorizontal ? tickColors.x : tickColors.y
      axis.tickStyle = text(isHorizontal ? tickSizes.x : tickSizes.y, color: color)
      axis.tickColor = color
      axis.tickLength = isHorizontal ? tickLengths.x : tickLengths.y
      axis.tickWidth = isHorizontal ? tickWidths.x : tickWidths.y
      axis.tickPad = isHorizontal ? tickPads.x : tickPads.y
      axis.areTicksInside = areTicksInside
      axis.hasTicks.near = isHorizontal ? hasTicks.x : hasTicks.y
      axis.margin = isHorizontal ? margins.x : margins.y
      axis.grid = hasGrid ? grid : nil
      if isHorizontal { axes.x = axis } else { axes.y = axis }
    }
  }
}
