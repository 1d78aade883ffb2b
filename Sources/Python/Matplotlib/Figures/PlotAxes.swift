/// A coordinate system in a figure, and what is drawn in it.
public final class PlotAxes {
  /// What is drawn in them, in the order in which it came.
  public var artists: [PlotArtist] = []
  /// What is drawn later than its kind is, or earlier, by the number of the artist.
  public var orders: [Int: Double] = [:]
  /// Nil for none.
  public var title: PlotTitle?
  /// The horizontal axis.
  public var x = PlotAxis()
  /// The vertical axis.
  public var y = PlotAxis()
  /// Whether axes and their texts are drawn; images and lines are in any case.
  public var isOn = true
  /// Whether the frame gets smaller so that units are as wide as high, as for images.
  public var isSquare = false
  /// Whether the axes show more than the artists need so that units are as wide as high.
  public var isEqual = false
  /// Where square axes lie in their room, in shares of what is left.
  public var anchor = (x: 0.5, y: 0.5)
  /// Nil for none.
  public var legend: PlotLegend?
  /// The color behind what is drawn.
  public var face = PlotColor.white
  /// The lines around: `left`, `right`, `bottom` and `top`.
  public var spines: [String: PlotSpine] = [:]
  /// The place in a grid of the figure, rows and columns from 0.
  public var cell: PlotCell?
  /// Left, bottom, width and height in shares of the figure; nil for the place of the cell.
  public var place: [Double]?
  /// The colors of an image beside these axes.
  public var bar: PlotColorbar?
  /// The colors that fill these axes, where they are a colorbar of their own.
  public var content: PlotColorbar?
  /// Axes that have the same horizontal or vertical axis as others, and the same place.
  public weak var twinOf: PlotAxes?
  /// Whether the horizontal axis is that of `twinOf` (`twinx`).
  public var sharesX = false
  /// Whether the vertical axis is that of `twinOf` (`twiny`).
  public var sharesY = false
  /// Other axes whose limits these have, too; nil for none.
  public var groups: (x: PlotShareGroup?, y: PlotShareGroup?) = (nil, nil)
  private var nextColor = 0
  private var nextPatchColor = 0

  /// The settings that held when the axes were made.
  public var look = PlotLook()

  /// Empty axes with Matplotlib's defaults and no place in a figure.
  public init() {}

  /// Whether they lie over other axes and have one axis in common.
  public var isTwin: Bool { twinOf != nil }

  /// The color of the next series; lines and filled shapes count apart.
  public func takeColor(isPatch: Bool = false) -> PlotColor {
    if isPatch {
      defer { nextPatchColor += 1 }
      return look.cycle[nextPatchColor % look.cycle.count]
    }
    defer { nextColor += 1 }
    return look.cycle[nextColor % look.cycle.count]
  }

  /// Takes out what was drawn and set, as `cla`; the place in the figure stays.
  public func clear() {
    artists = []
    orders = [:]
    title = nil
    (x, y) = (PlotAxis(), PlotAxis())
    (legend, nextColor, nextPatchColor, isOn) = (nil, 0, 0, true)
    (isSquare, isEqual) = (false, false)
    look.apply(to: self)
  }

  /// The artists in the order in which they are drawn: images, filled shapes, lines, texts.
  var drawn: [PlotArtist] {
    artists.indices.map { (order: orders[$0] ?? artists[$0].order, index: $0) }.sorted {
      ($0.order, $0.index) < ($1.order, $1.index)
    }.map { artists[$0.index] }
  }

  /// Whether there is nothing drawn, no title and no label.
  public var isEmpty: Bool { artists.isEmpty && title == nil && x.label == nil && y.label == nil }

  /// Images show their first row at the top.
  public func add(_ image: PlotImage) {
    artists.append(.image(image))
    isSquare = true
    y.isInverted = !image.isUpsideDown
  }
}

/// What stands above axes.
public struct PlotTitle: Sendable {
  /// One line or several, with line feeds between them.
  public var text: String
  /// The look of its letters.
  public var style: TextStyle
  /// `left`, `center` or `right`.
  public var place: String
  /// Above the axes, in points.
  public var pad: Double
  /// In shares of the axes' height from below; nil for above all that is there.
  public var y: Double?

  /// A title with Matplotlib's defaults: 12 points high, in the middle.
  public init(
    _ text: String, style: TextStyle = TextStyle(size: 12), place: String = "center",
    pad: Double = 6, y: Double? = nil
  ) {
    (self.text, self.style, self.place, self.pad, self.y) = (text, style, place, pad, y)
  }
}

/// One of the four lines around axes.
public struct PlotSpine: Hashable, Sendable {
  /// Whether it is drawn.
  public var isVisible = true
  /// The color of the line.
  public var color = PlotColor.black
  /// In points.
  public var width = 0.8
  /// A black line, 0.8 points wide.
  public init() {}
}

/// Some cells of a grid.
public struct PlotCell: Sendable, Equatable {
  /// How many rows the grid has.
  public var rows: Int
  /// How many columns the grid has.
  public var columns: Int
  /// The rows that it covers, 0 for the top one.
  public var row: ClosedRange<Int>
  /// The columns that it covers, 0 for the left one.
  public var column: ClosedRange<Int>

  /// The cells where some rows and columns of a grid cross.
  public init(rows: Int, columns: Int, row: ClosedRange<Int>, column: ClosedRange<Int>) {
    (self.rows, self.columns, self.row, self.column) = (rows, columns, row, column)
  }
}

/// The box that tells series apart.
public struct PlotLegend: Sendable {
  /// Matplotlib's names, such as `upper right`; `best` lies where the least is covered.
  public var place = "best"
  /// The size of its texts in points.
  public var size = 10.0
  /// The text above the entries; nil for none.
  public var title: String?
  /// Texts that take the place of the series' own.
  public var texts: [String]?
  /// Which artists are named, also those of other axes; nil for all here that have a name.
  public var handles: [PlotArtist]?
  /// How many columns the entries are set in, fewer where there aren't so many entries.
  public var columns = 1
  /// Where its corner is, in shares of the axes.
  public var anchor: [Double]?
  /// Between the box and the axes' edge or the anchor, in sizes of the text.
  public var pad = 0.5
  /// Whether the box is drawn.
  public var hasFrame = true
  /// Whether a dark copy of the box lies behind it, two points below and to the right.
  public var hasShadow = false
  /// Whether corners are round, with a radius of 0.2 sizes of the text.
  public var isRound = true
  /// The opacity of the box.
  public var alpha = 0.8
  /// Nil for the face of the axes.
  public var face: PlotColor?
  /// The color of the box's outline.
  public var edge = PlotColor(0.8, 0.8, 0.8)
  /// Nil for the size of usual texts.
  public var titleSize: Double?
  /// The room between entries in sizes of the text.
  public var spacing = 0.5
  /// The length of the signs in sizes of the text.
  public var handleLength = 2.0
  /// Matplotlib's own legend, where the least is covered.
  public init() {}
}

/// Which number a color stands for.
public struct PlotColorbar: Sendable {
  /// The colors and the numbers at both ends.
  public var mapping: ColorMapping
  /// The text along the bar; nil for none.
  public var label: String?
  /// Whether it lies below the axes, not on their right.
  public var isHorizontal = false
  /// The share of the axes' room that it takes.
  public var fraction = 0.15
  /// The share of the axes' room between it and the axes.
  public var pad: Double
  /// The share of the axes' length that it has.
  public var shrink = 1.0
  /// How many times it is longer than wide.
  public var aspect = 20.0
  /// Places of ticks, numbers of the mapping; nil for automatic ones.
  public var ticks: [Double]?
  /// Texts of ticks in their order; nil for the numbers.
  public var tickTexts: [String]?
  /// Whether there is a line around.
  public var hasOutline = true

  /// A bar with Matplotlib's defaults; one below the axes is farther from them.
  public init(_ mapping: ColorMapping, label: String? = nil, isHorizontal: Bool = false) {
    (self.mapping, self.label, self.isHorizontal) = (mapping, label, isHorizontal)
    pad = isHorizontal ? 0.15 : 0.05
  }
}
