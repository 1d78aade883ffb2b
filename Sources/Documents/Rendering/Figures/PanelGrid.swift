internal import Diagnostics
internal import RunRecords

/// The panels of a file in a grid: columns as wide and rows as high as their largest panel.
///
/// A file can't be laid out anew where it is shown, so it has only as many columns as a narrow screen can show with
/// words that can be read: charts stand one below the other, pictures four side by side.
struct PanelGrid {
  let panels: [any PanelDrawing]
  let columns: Int
  let widths: [Double]
  let heights: [Double]

  private static let margin = 8.0
  private static let gap = 8.0
  /// Pictures without words may be as wide as a wide screen shows them.
  private static let widest = 720.0

  init(_ figure: Figure, bits: Int, language: Language) {
    let panels = FigurePanels(figure, isApart: true, bits: bits, language: language).all
    let limit = panels.contains { $0.hasWords } ? FigurePanels.readable : Self.widest
    let asked = min(max(1, figure.columns), 12, max(1, panels.count))
    let most = (1...asked).last { Self.width(of: panels, in: $0) <= limit } ?? 1
    // Rows that broke are of one length where they can be.
    let rows = max(1, (panels.count + most - 1) / most)
    let columns = most == asked ? asked : (panels.count + rows - 1) / rows
    (self.panels, self.columns) = (panels, columns)
    widths = Self.widths(of: panels, in: columns)
    heights = stride(from: 0, to: panels.count, by: columns).map { start in
      (panels[start..<min(start + columns, panels.count)].map(\.extent.height).max() ?? 0)
        .rounded(.up)
    }
  }

  var extent: Extent {
    Extent(
      width: Self.width(of: panels, in: columns),
      height: max(0, heights.reduce(2 * Self.margin - Self.gap) { $0 + $1 + Self.gap }))
  }

  func draw(on canvas: inout Canvas) {
    for (index, panel) in panels.enumerated() {
      let column = index % columns
      let x = widths.prefix(column).reduce(Self.margin) { $0 + $1 + Self.gap }
      let y = heights.prefix(index / columns).reduce(Self.margin) { $0 + $1 + Self.gap }
      let middle = (widths[column] - panel.extent.width) / 2
      canvas.group(x: x + middle, y: y) { panel.draw(on: &$0) }
    }
  }

  private static func widths(of panels: [any PanelDrawing], in columns: Int) -> [Double] {
    var widths = [Double](repeating: 0, count: columns)
    for (index, panel) in panels.enumerated() {
      widths[index % columns] = max(widths[index % columns], panel.extent.width.rounded(.up))
    }
    return widths
  }

  private static func width(of panels: [any PanelDrawing], in columns: Int) -> Double {
    widths(of: panels, in: columns).reduce(2 * margin - gap) { $0 + $1 + gap }
  }
}
