/// How figures look where a program says nothing: what Matplotlib calls `rcParams`.
package struct PlotLook: Sendable {
  /// A size of texts in points, or in sizes of the usual text.
  package enum Size: Sendable {
    case points(Double)
    case relative(Double)
  }

  // MARK: Figures

  /// Width and height in inches.
  package var figureSize = [6.4, 4.8]
  /// As `PlotFigure.dotsPerInch`.
  package var dotsPerInch = 100.0
  /// The color of the page.
  package var figureFace = PlotColor.white
  /// The edges of a figure's grid: Matplotlib's `figure.subplot` settings.
  package var spacing = PlotSpacing()
  /// Whether figures are laid out tightly: `figure.autolayout`, `figure.constrained_layout.use`.
  package var isTight = false

  // MARK: Texts

  /// The usual text in points; relative sizes count from it.
  package var textSize = 10.0
  /// The color of titles, legends and texts; labels and ticks have their own.
  package var textColor = PlotColor.black
  /// Nil for the usual font.
  package var family: String?
  /// Of a title over axes.
  package var titleSize = Size.relative(1.2)
  /// Whether titles over axes are bold.
  package var isTitleBold = false
  /// Between axes and their title, in points.
  package var titlePad = 6.0
  /// Of a title over all axes.
  package var figureTitleSize = Size.relative(1.2)
  /// Of the labels of axes.
  package var labelSize = Size.relative(1)
  /// Of the labels of axes.
  package var labelColor = PlotColor.black
  /// Whether labels of axes are bold.
  package var isLabelBold = false
  /// Of the ticks' texts.
  package var tickSizes = (x: Size.relative(1), y: Size.relative(1))
  /// Of the names in a legend.
  package var legendSize = Size.relative(1)

  // MARK: Axes

  /// The color behind what is drawn in axes, and of the box of a legend.
  package var axesFace = PlotColor.white
  /// The color of the lines around axes.
  package var axesEdge = PlotColor.black
  /// The width of the lines around axes in points; 0 for none.
  package var axesWidth = 0.8
  /// The sides that have a line.
  package var spines: Set<String> = ["left", "right", "bottom", "top"]
  /// Whether axes have a grid from the start.
  package var hasGrid = false
  /// The look of grids.
  package var grid = PlotGrid()
  /// The colors of ticks and of their texts.
  package var tickColors = (x: PlotColor.black, y: PlotColor.black)
  /// In points.
  package var tickLengths = (x: 3.5, y: 3.5)
  /// In points.
  package var tickWidths = (x: 0.8, y: 0.8)
  /// Between ticks and their texts, in points.
  package var tickPads = (x: 3.5, y: 3.5)
  /// Whether ticks are drawn into the axes.
  package var areTicksInside = false
  /// Whether ticks are drawn below and on the left.
  package var hasTicks = (x: true, y: true)
  /// The shares of the artists' extent that are added at both ends.
  package var margins = (x: 0.05, y: 0.05)

  // MARK: Artists

  /// The colors that series take in turn; there is at least one.
  package var cycle = PlotColor.cycle
  /// In points.
  package var lineWidth = 1.5
  /// `-`, `--`, `-.`, `:` or empty for none.
  package var lineStyle = "-"
  /// Matplotlib's letter; empty for none.
  package var marker = ""
  /// In points.
  package var markerSize = 6.0
  /// In points.
  package var markerEdgeWidth = 1.0
  /// The color of the edges of bars where `hasPatchEdges` says so.
  package var patchEdge = PlotColor.black
  /// Whether bars have edges unless it is said otherwise: `patch.force_edgecolor`.
  package var hasPatchEdges = false
  /// The width of the edges of bars in points.
  package var patchWidth = 1.0
  /// The name of the map for images and points without one.
  package var colormap = "viridis"
  /// How images are smoothed.
  package var interpolation = "auto"
  /// Whether a legend's box is drawn.
  package var legendHasFrame = true
  /// As `PlotLegend.place`.
  package var legendPlace = "best"

  /// Matplotlib's defaults.
  package init() {}

  /// A size in points.
  package func points(_ size: Size) -> Double {
    switch size {
    case .points(let points): points
    case .relative(let share): share * textSize
    }
  }

  /// A text of a size in this look.
  package func text(_ size: Size, color: PlotColor? = nil, isBold: Bool = false) -> TextStyle {
    var style = TextStyle(size: points(size), color: color ?? textColor, isBold: isBold)
    style.family = family
    return style
  }

  /// The look of new axes.
  package func apply(to axes: PlotAxes) {
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
