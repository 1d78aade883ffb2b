internal import Cells
internal import KerasCells
internal import PlotCells
internal import RunRecords
internal import TableCells

/// What a cell showed, in order: printed text, pictures, its last value.
final class ShownOutputs {
  private let shown: PartialOutputs
  /// Figures that are open are shown when the cell ends.
  var plots: PlotSession?

  init(_ shown: PartialOutputs = PartialOutputs()) { self.shown = shown }

  var outputs: StepOutputs { shown.outputs }

  func clear(areHidden: Bool) { shown.clear(areHidden: areHidden) }

  /// Adds printed text; gives what is new of it to whoever watches.
  func write(_ part: String) -> String { shown.write(part) }

  /// A value as Jupyter shows it.
  func show(_ value: Value, _ machine: Machine) throws(PyError) {
    if let table = try ShownTable(value, machine) { return show(table) }
    if case .object(let diagram as DiagramObject) = value { return show(diagram.svg, "model") }
    add(try machine.shown(value))
  }

  private func add(_ value: String) {
    shown.add("value", bytes: value.utf8.count) { .text(TextOutput(name: $0, text: value)) }
  }

  private func show(_ table: ShownTable) {
    let cells = table.columns.reduce(0) { $0 + $1.cells.count }
    shown.add("table", bytes: 64 * cells) { .table(TableOutput(table, name: $0)) }
  }

  /// A picture.
  ///
  /// - Parameter plain: what is said where it can't be seen; nil for the same as `alt`.
  func show(_ svg: String, _ alt: String, series: [Figure.Series] = [], plain: String? = nil) {
    let bytes = svg.utf8.count + 32 * series.reduce(0) { $0 + $1.x.count }
    shown.add("figure", bytes: bytes) { name in
      .figure(
        FigureOutput(
          name: name,
          figure: Figure(
            panels: [.init(.drawing(.init(svg: SVGFile(svg), series: series, plain: plain)))]),
          alt: alt))
    }
  }

  /// Ends the cell.
  func finish() { plots?.flush() }

  /// A figure of pyplot.
  func show(_ figure: PlotSession.Shown) {
    if figure.svg.isEmpty { return add(figure.summary) }
    show(
      figure.svg, figure.alt,
      series: figure.series.map {
        Figure.Series(label: $0.label, style: $0.isBars ? .bars : .line, x: $0.x, y: $0.y)
      }, plain: figure.summary)
  }
}
