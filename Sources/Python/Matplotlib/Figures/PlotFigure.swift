/// A figure: axes on a page.
package final class PlotFigure {
  /// The page's width in inches.
  package var width: Double
  /// The page's height in inches.
  package var height: Double
  /// Pixels an inch: a hundred is Matplotlib's own, more make the picture larger.
  package var dotsPerInch = 100.0
  /// In the order in which they were made; the last ones are drawn on top.
  package var axes: [PlotAxes] = []
  /// What stands above all axes: `y` is where its top is, in shares of the height from below.
  package var title: (text: String, style: TextStyle, y: Double)?
  /// Texts at places in shares of the figure.
  package var texts: [PlotText] = []
  /// The color of the page.
  package var face = PlotColor.white
  /// Edges of the grid and room between its cells, in shares.
  package var spacing = PlotSpacing()
  /// Whether axes are laid out anew when all is drawn, rather than when `layOutTightly` was called.
  package var isTight = false

  /// Whether `layOutTightly` chose the spacing, by texts whose widths are not quite Matplotlib's.
  package private(set) var wasLaidOut = false

  /// An empty page in inches, of Matplotlib's size.
  package init(width: Double = 6.4, height: Double = 4.8) {
    (self.width, self.height) = (width, height)
  }

  /// Whether there is nothing to see: no axes, no title, no text, or no page.
  package var isEmpty: Bool {
    (axes.isEmpty && title == nil && texts.isEmpty) || width == 0 || height == 0
  }

  /// The titles and the axes' labels, as far as eight of them; empty for none.
  package var words: String {
    let titles = [title?.text] + axes.map { $0.title?.text }
    let labels = axes.flatMap { [$0.x.label?.text, $0.y.label?.text] }
    return (titles + labels).compactMap(\.self).filter { !$0.isEmpty }.prefix(8)
      .joined(separator: ", ")
  }

  /// As many as Matplotlib counts: bars of colors are axes, too.
  package var axesCount: Int { axes.count + axes.count { $0.bar != nil } }

  /// Axes at cells of a grid; those that are at the same cells already are given back.
  package func axes(at cell: PlotCell) -> PlotAxes {
    if let found = axes.first(where: { $0.cell == cell && $0.place == nil }) { return found }
    let made = PlotAxes()
    made.cell = cell
    axes.append(made)
    return made
  }

  /// Axes in the middle of the figure, the last made, or new ones.
  package var current: PlotAxes {
    axes.last ?? axes(at: PlotCell(rows: 1, columns: 1, row: 0...0, column: 0...0))
  }

  /// Gives what stands around the axes the room that it needs now, and no more.
  package func layOutTightly(_ room: PlotRoom = PlotRoom()) {
    if let found = TightLayout(self, room).spacing { (spacing, wasLaidOut) = (found, true) }
  }

  /// The figure as a standalone SVG in points, cut to what is drawn and a tenth of an inch around.
  ///
  /// Its ids begin with a hash of what is drawn, so that figures can stand together on one page.
  package func svg() -> String {
    let text = FigureDrawing(self).text
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return text.replacing(FigureDrawing.prefix, with: "p\(String(hash, radix: 36))-")
  }
}

/// The room that a tight layout leaves, in sizes of the text, and where the axes shall lie.
package struct PlotRoom: Sendable {
  /// Between the page's edge and what is drawn.
  package var pad = 1.08
  /// Between rows and between columns; nil for the same as around.
  package var between: (x: Double?, y: Double?) = (nil, nil)
  /// Left, bottom, right and top in shares of the figure; nil for the whole of it.
  package var area: [Double]?
  /// Matplotlib's own: 1.08 sizes of the text.
  package init() {}
}

/// The edges of a figure's grid and the room between its cells.
package struct PlotSpacing: Sendable {
  /// Where the grid begins, in shares of the figure's width.
  package var left = 0.125
  /// Where the grid ends, in shares of the figure's width from the left.
  package var right = 0.9
  /// Where the grid ends below, in shares of the figure's height from below.
  package var bottom = 0.11
  /// Where the grid begins above, in shares of the figure's height from below.
  package var top = 0.88
  /// In shares of a cell's extent.
  package var between = (x: 0.2, y: 0.2)
  /// Shares of columns and rows; empty for equal ones.
  package var ratios: (columns: [Double], rows: [Double]) = ([], [])
  /// Matplotlib's `figure.subplot` settings.
  package init() {}
}
