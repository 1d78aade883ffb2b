/// A figure: axes on a page.
public final class PlotFigure {
  /// In inches.
  public var width: Double
  public var height: Double
  public var axes: [PlotAxes] = []
  public var title: (text: String, style: TextStyle, y: Double)?
  public var face = PlotColor.white
  /// Edges of the grid and room between its cells, in shares.
  public var spacing = PlotSpacing()
  public var isTight = false

  public init(width: Double = 6.4, height: Double = 4.8) {
    (self.width, self.height) = (width, height)
  }

  public var isEmpty: Bool { axes.isEmpty && title == nil }

  /// Axes at cells of a grid; those that are at the same cells already are given back.
  public func axes(at cell: PlotCell) -> PlotAxes {
    if let found = axes.first(where: { $0.cell == cell && $0.place == nil }) { return found }
    let made = PlotAxes()
    made.cell = cell
    axes.append(made)
    return made
  }

  /// Axes in the middle of the figure, the last made, or new ones.
  public var current: PlotAxes {
    axes.last ?? axes(at: PlotCell(rows: 1, columns: 1, row: 0...0, column: 0...0))
  }

  /// The figure as a standalone SVG, 72 units an inch.
  ///
  /// Its ids begin with a hash of what is drawn, so that figures can stand together on one page.
  public func svg() -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in FigureDrawing(self, prefix: "p").text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return FigureDrawing(self, prefix: "p\(String(hash, radix: 36))-").text
  }
}

/// The edges of a figure's grid and the room between its cells.
public struct PlotSpacing: Sendable {
  public var left = 0.125
  public var right = 0.9
  public var bottom = 0.11
  public var top = 0.88
  /// In shares of a cell's extent.
  public var between = (x: 0.2, y: 0.2)
  public init() {}
}
