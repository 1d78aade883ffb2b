internal import Diagnostics
internal import RunRecords

/// A heat map with its numbers, such as a confusion matrix.
struct MatrixDrawing: PanelDrawing {
  let matrix: Figure.Matrix
  let title: String
  let language: Language
  let extent: Extent
  private let left: Double
  private let top: Double
  private let cell: Double

  /// More cells than this aren't readable, and a hostile record may have any number.
  static let mostCells = 64

  init(_ matrix: Figure.Matrix, title: String?, language: Language) {
    self.matrix = Self.cut(matrix)
    self.title = title ?? ""
    self.language = language
    let texts = self.matrix.values.flatMap { $0 }.map { Self.text($0, in: language) }
    let longest = texts.map(\.count).max() ?? 1
    cell = max(28, Double(longest) * 6.6 + 6)
    let rowWidth = self.matrix.rowLabels.map { TextExtent.width($0, size: 12) }.max() ?? 0
    left = min(160, rowWidth) + 34
    top = (title == nil ? 0 : 26) + 44
    let columns = Double(self.matrix.values.map(\.count).max() ?? 0)
    extent = Extent(
      width: max(left + columns * cell + 8, TextExtent.width(title ?? "", size: 14) + left),
      height: top + Double(self.matrix.values.count) * cell + 8)
  }

  func draw(on canvas: inout Canvas) {
    canvas.label(title, x: left, y: 20, class: "cf-text cf-title")
    canvas.label(
      matrix.columnTitle, x: left + (extent.width - left - 8) / 2, y: top - 27,
      class: "cf-muted cf-mid")
    canvas.uprightLabel(
      matrix.rowTitle, x: 11, y: top + (extent.height - top - 8) / 2, class: "cf-muted cf-mid")
    for (index, label) in matrix.columnLabels.enumerated() {
      canvas.label(
        Self.cut(label, to: cell), x: left + (Double(index) + 0.5) * cell, y: top - 8,
        class: "cf-text cf-mid")
    }
    for (row, values) in matrix.values.enumerated() {
      let y = top + Double(row) * cell
      if row < matrix.rowLabels.count {
        canvas.label(
          Self.cut(matrix.rowLabels[row], to: 160), x: left - 8, y: y + cell / 2 + 4,
          class: "cf-text cf-end")
      }
      drawRow(values, y: y, on: &canvas)
    }
  }

  private func drawRow(_ values: [Double], y: Double, on canvas: inout Canvas) {
    let largest = values.filter(\.isFinite).map(abs).max() ?? 0
    for (column, value) in values.enumerated() {
      let x = left + Double(column) * cell
      let level = HeatLevel(value, of: largest)
      canvas.rectangle(
        x: x + 1, y: y + 1, width: cell - 2, height: cell - 2, radius: 3, class: "cf-heat",
        opacity: level.opacity)
      let ink = level.isStrong ? "cf-on" : value == 0 ? "cf-muted" : "cf-text"
      canvas.label(
        Self.text(value, in: language), x: x + cell / 2, y: y + cell / 2 + 4,
        class: "\(ink) cf-mid")
    }
  }

  static func text(_ value: Double, in language: Language) -> String {
    let isWhole = value == value.rounded() && abs(value) < 1e9
    return NumberForm.drawn(digits: isWhole ? 0 : 2, in: language).text(value)
  }

  private static func cut(_ text: String, to width: Double) -> String {
    TextExtent.wrap(text, width: width, size: 12, most: 1).first ?? ""
  }

  private static func cut(_ matrix: Figure.Matrix) -> Figure.Matrix {
    var matrix = matrix
    matrix.values = matrix.values.prefix(mostCells).map { Array($0.prefix(mostCells)) }
    matrix.rowLabels = Array(matrix.rowLabels.prefix(mostCells))
    matrix.columnLabels = Array(matrix.columnLabels.prefix(mostCells))
    return matrix
  }
}
