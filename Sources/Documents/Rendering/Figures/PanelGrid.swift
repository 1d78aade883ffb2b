internal import Diagnostics
internal import RunRecords

/// Panels in a grid: columns as wide and rows as high as their largest panel.
struct PanelGrid {
  let panels: [any PanelDrawing]
  let columns: Int
  let widths: [Double]
  let heights: [Double]

  private static let margin = 12.0
  private static let gap = 16.0

  init(_ figure: Figure, bits: Int, language: Language) {
    let columns = min(max(1, figure.columns), 12, max(1, figure.panels.count))
    self.columns = columns
    panels = figure.panels.map { panel -> any PanelDrawing in
      switch panel.content {
      case .chart(let chart):
        ChartDrawing(
          chart, title: panel.title, width: columns == 1 ? 640 : columns == 2 ? 400 : 320,
          language: language)
      case .picture(let picture): PictureDrawing(picture, title: panel.title, bits: bits)
      case .matrix(let matrix): MatrixDrawing(matrix, title: panel.title, language: language)
      case .chain(let chain): ChainDrawing(chain, title: panel.title, language: language)
      case .drawing(let drawing): FinishedDrawing(drawing: drawing)
      }
    }
    var widths = [Double](repeating: 0, count: columns)
    var heights = [Double](repeating: 0, count: (panels.count + columns - 1) / columns)
    for (index, panel) in panels.enumerated() {
      widths[index % columns] = max(widths[index % columns], panel.extent.width)
      heights[index / columns] = max(heights[index / columns], panel.extent.height)
    }
    self.widths = widths.map { $0.rounded(.up) }
    self.heights = heights.map { $0.rounded(.up) }
  }

  var extent: Extent {
    Extent(
      width: widths.reduce(2 * Self.margin - Self.gap) { $0 + $1 + Self.gap },
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
}
