internal import Diagnostics
internal import RunRecords

/// Figures that hold both sides of an output that differs.
struct JoinedFigures {
  let language: Language

  /// None for outputs that can't be drawn into one figure, and for the chart of a history, which is drawn of the
  /// history itself.
  func figures(_ old: Output, _ new: Output, of task: TaskRecord) -> [FigureOutput] {
    switch (old, new) {
    case (.history(let old), .history(let new)):
      return curves(families(old, new), name: new.name)
    case (.figure(let old), .figure(let new)):
      let charts = task.hasHistory ? [] : families(old.figure, new.figure)
      return curves(charts, name: new.name) + [difference(old, new)].compactMap { $0 }
    default: return []
    }
  }

  private func curves(_ families: [JoinedCurves], name: String) -> [FigureOutput] {
    JoinedCurves.figures(families.filter(\.differ), name: name, language: language)
  }

  /// A metric with its validation.
  private func families(_ old: HistoryOutput, _ new: HistoryOutput) -> [JoinedCurves] {
    new.metrics.filter { !$0.hasPrefix("val_") || !new.metrics.contains(String($0.dropFirst(4))) }
      .map { name in
        JoinedCurves(
          title: name, xLabel: language == .portuguese ? "época" : "epoch",
          pairs: [name, "val_\(name)"].map { (Self.series($0, of: old), Self.series($0, of: new)) })
      }
  }

  private static func series(_ metric: String, of history: HistoryOutput) -> Figure.Series? {
    history.metrics.firstIndex(of: metric).map { column in
      let values = history.rows.map { $0[column] }
      return Figure.Series(label: metric, x: values.indices.map { Double($0 + 1) }, y: values)
    }
  }

  /// The series of one chart together; those of a finished drawing one by one, since nobody knows their axes.
  private func families(_ old: Figure, _ new: Figure) -> [JoinedCurves] {
    zip(old.panels, new.panels).flatMap { first, second -> [JoinedCurves] in
      switch (first.content, second.content) {
      case (.chart(let old), .chart(let new)):
        return [
          JoinedCurves(
            title: second.title ?? new.yLabel, xLabel: new.xLabel, xNames: new.xNames,
            pairs: zip(old.series, new.series).map { ($0, $1) })
        ]
      case (.drawing(let old), .drawing(let new)):
        return zip(old.series, new.series).map { first, second in
          JoinedCurves(title: second.label, xLabel: "", pairs: [(first, second)])
        }
      default: return []
      }
    }
  }

  /// For pictures of one size: how far each value is apart, from white for none to black for all;
  /// for matrices their distance.
  private func difference(_ old: FigureOutput, _ new: FigureOutput) -> FigureOutput? {
    let pairs = zip(old.figure.panels, new.figure.panels)
    let panels = pairs.enumerated().compactMap { index, pair -> Figure.Panel? in
      let (old, new) = pair
      guard case .picture(let first) = old.content, case .picture(let second) = new.content,
        first.pixels != second.pixels, first.pixels.count == second.pixels.count,
        first.width == second.width
      else { return apart(old, new) }
      var picture = second
      picture.pixels = zip(first.pixels, second.pixels).map { 255 - ($0 > $1 ? $0 - $1 : $1 - $0) }
      picture.isMarked = false
      picture.caption = "\(DiffWords.panel.text(in: language)) \(index + 1)"
      return Figure.Panel(title: new.title, .picture(picture))
    }
    guard !panels.isEmpty else { return nil }
    let words = DiffWords.figures.text(in: language)
    return FigureOutput(
      name: "\(new.name)-difference", figure: Figure(panels: panels, columns: min(6, panels.count)),
      alt: words, caption: words)
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
}

extension TaskRecord {
  fileprivate var hasHistory: Bool {
    outputs.contains {
      if case .history = $0 { true } else { false }
    }
  }
}
