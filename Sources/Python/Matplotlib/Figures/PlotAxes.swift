/// A coordinate system in a figure, and what is drawn in it.
package final class PlotAxes {
  /// What is drawn in them, in the order in which it came.
  package var artists: [PlotArtist] = []
  /// What is drawn later than its kind is, or earlier, by the number of the artist.
  package var orders: [Int: Double] = [:]
  /// Nil for none.
  package var title: PlotTitle?
  /// The horizontal axis.
  package var x = PlotAxis()
  /// The vertical axis.
  package var y = PlotAxis()
  /// Whether axes and their texts are drawn; images and lines are in any case.
  package var isOn = true
  /// Whether the frame gets smaller so that units are as wide as high, as for images.
  package var isSquare = false
  /// Whether the axes show more than the artists need so that units are as wide as high.
  package var isEqual = false
  /// Where square axes lie in their room, in shares of what is left.
  package var anchor = (x: 0.5, y: 0.5)
  /// Nil for none.
  package var legend: PlotLegend?
  /// The color behind what is drawn.
  package var face = PlotColor.white
  /// The lines around: `left`, `right`, `bottom` and `top`.
  package var spines: [String: PlotSpine] = [:]
  /// The place in a grid of the figure, rows and columns from 0.
  package var cell: PlotCell?
  /// Left, bottom, width and height in shares of the figure; nil for the place of the cell.
  package var place: [Double]?
  /// The colors of an image beside these axes.
  package var bar: PlotColorbar?
  /// The colors that fill these axes, where they are a colorbar of their own.
  package var content: PlotColorbar?
  /// Axes that have the same horizontal or vertical axis as others, and the same place.
  package weak var twinOf: PlotAxes?
  /// Whether the horizontal axis is that of `twinOf` (`twinx`).
  package var sharesX = false
  /// Whether the vertical axis is that of `twinOf` (`twiny`).
  package var sharesY = false
  /// Other axes whose limits these have, too; nil for none.
  package var groups: (x: PlotShareGroup?, y: PlotShareGroup?) = (nil, nil)
  private var nextColor = 0
  private var nextPatchColor = 0

  /// The settings that held when the axes were made.
  package var look = PlotLook()

  /// Empty axes with Matplotlib's defaults and no place in a figure.
  package init() {}

  /// Whether they lie over other axes and have one axis in common.
  package var isTwin: Bool { twinOf != nil }

  /// The color of the next series; lines and filled shapes count apart.
  package func takeColor(isPatch: Bool = false) -> PlotColor {
    if isPatch {
      defer { nextPatchColor += 1 }
      return look.cycle[nextPatchColor % look.cycle.count]
    }
    defer { nextColor += 1 }
    return look.cycle[nextColor % look.cycle.count]
  }

  /// Takes out what was drawn and set, as `cla`; the place in the figure stays.
  package func clear() {
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
  package var isEmpty: Bool { artists.isEmpty && title == nil && x.label == nil && y.label == nil }

  /// Images show their first row at the top.
  package func add(_ image: PlotImage) {
    artists.append(.image(image))
    isSquare = true
    y.isInverted = !image.isUpsideDown
  }
}

/// What stands above axes.
package struct PlotTitle: Sendable {
  /// One line or several, with line feeds between them.
  package var text: String
  /// The look of its letters.
  package var style: TextStyle
  /// `left`, `center` or `right`.
  package var place: String
  /// Above the axes, in points.
  package var pad: Double
  /// In shares of the axes' height from below; nil for above all that is there.
  package var y: Double?

  /// A title with Matplotlib's defaults: 12 points high, in the middle.
  package init(
    _ text: String, style: TextStyle = TextStyle(size: 12), place: String = "center",
    pad: Double = 6, y: Double? = nil
  ) {
    (self.text, self.style, self.place, self.pad, self.y) = (text, style, place, pad, y)
  }
}

/// One of the four lines around axes.
package struct PlotSpine: Hashable, Sendable {
  /// Whether it is drawn.
  package var isVisible = true
  /// The color of the line.
  package var color = PlotColor.black
  /// In points.
  package var width = 0.8
  /// A black line, 0.8 points wide.
  package init() {}
}

/// Some cells of a grid.
package struct PlotCell: Sendable, Equatable {
  /// How many rows the grid has.
  package var rows: Int
  /// How many columns the grid has.
  package var columns: Int
  /// The rows that it covers, 0 for the top one.
  package var row: ClosedRange<Int>
  /// The columns that it covers, 0 for the left one.
  package var column: ClosedRange<Int>

  /// The cells where some rows and columns of a grid cross.
  package init(rows: Int, columns: Int, row: ClosedRange<Int>, column: ClosedRange<Int>) {
    (self.rows, self.columns, self.row, self.column) = (rows, columns, row, column)
  }
}

/// The box that tells series apart.
package struct PlotLegend: Sendable {
  /// Matplotlib's names, such as `upper right`; `best` lies where the least is covered.
  package var place = "best"
  /// The size of its texts in points.
  package var size = 10.0
  /// The text above the entries; nil for none.
  package var title: String?
  /// Texts that take the place of the series' own.
  package var texts: [String]?
  /// Which artists are named, also those of other axes; nil for all here that have a name.
  package var handles: [PlotArtist]?
  /// How many columns the entries are set in, fewer where there aren't so many entries.
  package var columns = 1
  /// Where its corner is, in shares of the axes.
  package var anchor: [Double]?
  /// Between the box and the axes' edge or the anchor, in sizes of the text.
  package var pad = 0.5
  /// Whether the box is drawn.
  package var hasFrame = true
  /// Whether a dark copy of the box lies behind it, two points below and to the right.
  package var hasShadow = false
  /// Whether corners are round, with a radius of 0.2 sizes of the text.
  package var isRound = true
  /// The opacity of the box.
  package var alpha = 0.8
  /// Nil for the face of the axes.
  package var face: PlotColor?
  /// The color of the box's outline.
  package var edge = PlotColor(0.8, 0.8, 0.8)
  /// Nil for the size of usual texts.
  package var titleSize: Double?
  /// The room between entries in sizes of the text.
  package var spacing = 0.5
  /// The length of the signs in sizes of the text.
  package var handleLength = 2.0
  /// Matplotlib's own legend, where the least is covered.
  package init() {}
}

/// Which number a color stands for.
package struct PlotColorbar: Sendable {
  /// The colors and the numbers at both ends.
  package var mapping: ColorMapping
  /// The text along the bar; nil for none.
  package var label: String?
  /// Whether it lies below the axes, not on their right.
  package var isHorizontal = false
  /// The share of the axes' room that it takes.
  package var fraction = 0.15
  /// The share of the axes' room between it and the axes.
  package var pad: Double
  /// The share of the axes' length that it has.
  package var shrink = 1.0
  /// How many times it is longer than wide.
  package var aspect = 20.0
  /// Places of ticks, numbers of the mapping; nil for automatic ones.
  package var ticks: [Double]?
  /// Texts of ticks in their order; nil for the numbers.
  package var tickTexts: [String]?
  /// Whether there is a line around.
  package var hasOutline = true

  /// A bar with Matplotlib's defaults; one below the axes is farther from them.
  package init(_ mapping: ColorMapping, label: String? = nil, isHorizontal: Bool = false) {
    (self.mapping, self.label, self.isHorizontal) = (mapping, label, isHorizontal)
    pad = isHorizontal ? 0.15 : 0.05
  }
}
