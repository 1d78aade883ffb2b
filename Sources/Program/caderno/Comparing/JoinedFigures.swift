internal import Diagnostics
internal import RunRecords

/// Figures that hold both sides of a comparison.
struct JoinedFigures {
  private let a: TaskRecord
  private let b: TaskRecord
  private let language: Language

  init(_ a: TaskRecord, _ b: TaskRecord, language: Language) {
    self.a = a
    self.b = b
    self.language = language
  }

  /// One for each output that both sides have and that differs.
  var outputs: [FigureOutput] {
    b.outputs.compactMap { new in
      guard let old = a.outputs.first(where: { $0.name == new.name && $0 != new }) else {
        return nil
      }
      switch (old, new) {
      case (.history(let old), .history(let new)): return curves(old, new)
      case (.figure(let old), .figure(let new)): return difference(old, new)
      default: return nil
      }
    }
  }

  /// The first run's curves dashed, the second's whole.
  private func curves(_ old: HistoryOutput, _ new: HistoryOutput) -> FigureOutput? {
    let names = new.metrics.filter { !$0.hasPrefix("val_") }
    let panels = names.map { name in
      let family = [name, "val_\(name)"]
      let series = family.flatMap { metric in
        [("A", Figure.Series.Style.dashed, old), ("B", .line, new)].compactMap {
          side, style, history -> Figure.Series? in
          guard let column = history.metrics.firstIndex(of: metric) else { return nil }
          let values = history.rows.map { $0[column] }
          return Figure.Series(
            label: "\(metric) \(side)", style: style, x: values.indices.map { Double($0 + 1) },
            y: values)
        }
      }
      return Figure.Panel(
        .chart(Figure.Chart(xLabel: epoch, yLabel: name, series: series)))
    }
    guard !panels.isEmpty else { return nil }
    return FigureOutput(
      name: "\(new.name)-both", figure: Figure(panels: panels, columns: 2), alt: bothAlt)
  }

  /// For pictures of one size: how far each value is apart, from white for none to black for all;
  /// for matrices their distance.
  private func difference(_ old: FigureOutput, _ new: FigureOutput) -> FigureOutput? {
    let panels = zip(old.figure.panels, new.figure.panels).compactMap { old, new -> Figure.Panel? in
      guard case .picture(let first) = old.content, case .picture(let second) = new.content,
        first.pixels != second.pixels, first.pixels.count == second.pixels.count,
        first.width == second.width
      else { return apart(old, new) }
      var picture = second
      picture.pixels = zip(first.pixels, second.pixels).map { 255 - ($0 > $1 ? $0 - $1 : $1 - $0) }
      picture.isMarked = true
      return Figure.Panel(title: new.title, .picture(picture))
    }
    guard !panels.isEmpty else { return nil }
    return FigureOutput(
      name: "\(new.name)-difference", figure: Figure(panels: panels, columns: min(6, panels.count)),
      alt: differenceAlt)
  }

  /// For matrices with the same names: how far each value is apart.
  private func apart(_ old: Figure.Panel, _ new: Figure.Panel) -> Figure.Panel? {
    guard case .matrix(let first) = old.content, case .matrix(let second) = new.content,
      first.rowLabels == second.rowLabels, first.columnLabels == second.columnLabels,
      first.values != second.values
    else { return nil }
    var matrix = second
    matrix.values = zip(first.values, second.values).map { row, other in
      zip(row, other).map { ($1 - $0).magnitude }
    }
    return Figure.Panel(title: "|B − A|", .matrix(matrix))
  }

  private var epoch: String { language == .portuguese ? "época" : "epoch" }
  private var bothAlt: String {
    language == .portuguese
      ? "As curvas das duas execuções: A tracejada, B cheia"
      : "The curves of both runs: A dashed, B whole"
  }
  private var differenceAlt: String {
    language == .portuguese ? "Onde as figuras diferem" : "Where the figures differ"
  }
}
