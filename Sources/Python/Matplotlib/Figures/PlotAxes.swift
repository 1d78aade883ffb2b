/// A coordinate system in a figure, and what is drawn in it.
public final class PlotAxes {
  public var artists: [PlotArtist] = []
  /// What is drawn later than its kind is, or earlier, by the number of the artist.
  public var orders: [Int: Double] = [:]
  public var title: PlotTitle?
  public var x = PlotAxis()
  public var y = PlotAxis()
  /// Whether axes and their texts are drawn; images and lines are in any case.
  public var isOn = true
  public var isSquare = false
  /// Whether the axes show more than the artists need so that units are as wide as high.
  public var isEqual = false
  /// Where square axes lie in their room, in shares of what is left.
  public var anchor = (x: 0.5, y: 0.5)
  public var legend: PlotLegend?
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
  public var sharesX = false
  public var sharesY = false
  /// Other axes whose limits these have, too; nil for none.
  public var groups: (x: PlotShareGroup?, y: PlotShareGroup?) = (nil, nil)
  private var nextColor = 0
  private var nextPatchColor = 0

  public var look = PlotLook()

  public init() {}

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
  public var text: String
  public var style: TextStyle
  /// `left`, `center` or `right`.
  public var place: String
  /// Above the axes, in points.
  public var pad: Double
  /// In shares of the axes' height from below; nil for above all that is there.
  public var y: Double?

  public init(
    _ text: String, style: TextStyle = TextStyle(size: 12), place: String = "center",
    pad: Double = 6, y: Double? = nil
  ) {
    (self.text, self.style, self.place, self.pad, self.y) = (text, style, place, pad, y)
  }
}

/// One of the four lines around axes.
public struct PlotSpine: Hashable, Sendable {
  public var isVisible = true
  public var color = PlotColor.black
  public var width = 0.8
  public init() {}
}

/// Some cells of a grid.
public struct PlotCell: Sendable, Equatable {
  public var rows: Int
  public var columns: Int
  public var row: ClosedRange<Int>
  public var column: ClosedRange<Int>

  public init(rows: Int, columns: Int, row: ClosedRange<Int>, column: ClosedRange<Int>) {
    (self.rows, self.columns, self.row, self.column) = (rows, columns, row, column)
  }
}

/// The box that tells series apart.
public struct PlotLegend: Sendable {
  /// Matplotlib's names, such as `upper right`; `best` lies where the least is covered.
  public var place = "best"
  public var size = 10.0
  public var title: String?
  /// Texts that take the place of the series' own.
  public var texts: [String]?
  /// Which artists are named, also those of other axes; nil for all here that have a name.
  public var handles: [PlotArtist]?
  public var columns = 1
  /// Where its corner is, in shares of the axes.
  public var anchor: [Double]?
  /// Between the box and the axes' edge or the anchor, in sizes of the text.
  public var pad = 0.5
  public var hasFrame = true
  public var hasShadow = false
  public var isRound = true
  /// The opacity of the box.
  public var alpha = 0.8
  /// Nil for the face of the axes.
  public var face: PlotColor?
  public var edge = PlotColor(0.8, 0.8, 0.8)
  /// Nil for the size of usual texts.
  public var titleSize: Double?
  /// Between entries, and the signs' length, in sizes of the text.
  public var spacing = 0.5
  public var handleLength = 2.0
  public init() {}
}

/// Which number a color stands for.
public struct PlotColorbar: Sendable {
  public var mapping: ColorMapping
  public var label: String?
  public var isHorizontal = false
  /// The share of the room that it takes, and the share between it and the axes.
  public var fraction = 0.15
  public var pad: Double
  /// The share of the axes' length that it has, and how much longer than wide it is.
  public var shrink = 1.0
  public var aspect = 20.0
  public var ticks: [Double]?
  public var tickTexts: [String]?
  /// Whether there is a line around.
  public var hasOutline = true

  public init(_ mapping: ColorMapping, label: String? = nil, isHorizontal: Bool = false) {
    (self.mapping, self.label, self.isHorizontal) = (mapping, label, isHorizontal)
    pad = isHorizontal ? 0.15 : 0.05
  }
}
