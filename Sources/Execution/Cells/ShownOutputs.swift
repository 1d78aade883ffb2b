internal import Cells
internal import KerasCells
internal import PlotCells
internal import RunRecords
internal import TableCells

/// What a cell showed, in order: printed text, pictures, its last value.
final class ShownOutputs {
  private(set) var outputs: StepOutputs = []
  private var text = ""
  private var count = 0
  /// Figures that are open are shown when the cell ends.
  var plots: PlotSession?

  func clear() {
    outputs = []
    text = ""
    count = 0
  }

  func write(_ part: String) { text += part }

  /// A value as Jupyter shows it.
  func show(_ value: Value, _ machine: Machine) throws(PyError) {
    if let table = try ShownTable(value, machine) { return show(table) }
    if case .object(let diagram as DiagramObject) = value { return show(diagram.svg, "model") }
    let shown = try machine.shown(value)
    flush()
    outputs.append(.text(TextOutput(name: name("value"), text: shown)))
  }

  private func show(_ table: ShownTable) {
    flush()
    outputs.append(.table(TableOutput(table, name: name("table"))))
  }

  /// A picture.
  ///
  /// - Parameter plain: what is said where it can't be seen; nil for the same as `alt`.
  func show(_ svg: String, _ alt: String, series: [Figure.Series] = [], plain: String? = nil) {
    flush()
    count += 1
    outputs.append(
      .figure(
        FigureOutput(
          name: count == 1 ? "figure" : "figure-\(count)",
          figure: Figure(
            panels: [.init(.drawing(.init(svg: SVGFile(svg), series: series, plain: plain)))]),
          alt: alt)))
  }

  /// Ends the cell.
  func finish() {
    plots?.flush()
    flush()
  }

  /// A figure of pyplot.
  func show(_ figure: PlotSession.Shown) {
    if figure.svg.isEmpty {
      flush()
      outputs.append(.text(TextOutput(name: name("value"), text: figure.summary)))
      return
    }
    show(
      figure.svg, figure.alt,
      series: figure.series.map {
        Figure.Series(label: $0.label, style: $0.isBars ? .bars : .line, x: $0.x, y: $0.y)
      }, plain: figure.summary)
  }

  private func flush() {
    guard !text.isEmpty else { return }
    outputs.append(.text(TextOutput(name: name("stdout"), text: text)))
    text = ""
  }

  /// `stdout`, then `stdout-2`: names are unique in a step.
  private func name(_ stem: String) -> String {
    let taken = outputs.count { $0.name == stem || $0.name.hasPrefix("\(stem)-") }
    return taken == 0 ? stem : "\(stem)-\(taken + 1)"
  }
}
