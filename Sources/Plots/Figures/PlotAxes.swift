/// A coordinate system in a figure, and what is drawn in it.
public final class PlotAxes {
  public var artists: [PlotArtist] = []
  public var title: (text: String, style: TextStyle)?
  public var x = PlotAxis()
  public var y = PlotAxis()
  /// Whether axes and their texts are drawn; images and lines are in any case.
  public var isOn = true
  public var isSquare = false
  public var legend: PlotLegend?
  public var face = PlotColor.white
  /// The place in a grid of the figure, rows and columns from 0.
  public var cell: PlotCell?
  /// Left, bottom, width and height in shares of the figure; nil for the place of the cell.
  public var place: [Double]?
  /// The colors of an image beside these axes.
  public var bar: PlotColorbar?
  /// Axes that share the horizontal one and have their vertical one on the right.
  public var isTwin = false
  public weak var twinOf: PlotAxes?
  private var nextColor = 0

  public init() {}

  /// The color of the next series.
  public func takeColor() -> PlotColor {
    let owner = twinOf ?? self
    defer { owner.nextColor += 1 }
    return PlotColor.cycle[owner.nextColor % 10]
  }

  public func clear() {
    artists = []
    title = nil
    (x, y) = (PlotAxis(), PlotAxis())
    (legend, nextColor, isOn, isSquare) = (nil, 0, true, false)
  }

  public var isEmpty: Bool { artists.isEmpty && title == nil && x.label == nil && y.label == nil }

  /// Images show their first row at the top.
  public func add(_ image: PlotImage) {
    artists.append(.image(image))
    isSquare = true
    y.isInverted = !image.isUpsideDown
  }
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
  public var columns = 1
  /// Where its corner is, in shares of the axes.
  public var anchor: [Double]?
  public var hasFrame = true
  public init() {}
}

/// Which number a color stands for.
public struct PlotColorbar: Sendable {
  public var mapping: ColorMapping
  public var label: String?
  public init(_ mapping: ColorMapping, label: String? = nil) {
    (self.mapping, self.label) = (mapping, label)
  }
}
