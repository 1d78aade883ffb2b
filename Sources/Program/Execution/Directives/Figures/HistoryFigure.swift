internal import RunRecords
internal import Words

/// The learning curves of one fit or of several.
struct HistoryFigure {
  private let runs: [(label: String?, history: HistoryOutput)]
  private let metrics: [String]
  private let words: OutputWords

  init(_ history: HistoryOutput, words: OutputWords) {
    self.init([(nil, history)], metrics: nil, words: words)
  }

  /// - Parameter metrics: the ones to draw, without `val_`; all where nil.
  init(_ runs: [(label: String?, history: HistoryOutput)], metrics: [String]?, words: OutputWords) {
    self.runs = runs
    self.words = words
    let all = runs.flatMap(\.history.metrics).filter { !$0.hasPrefix("val_") }
    var unique: [String] = []
    for name in all where !unique.contains(name) { unique.append(name) }
    self.metrics = metrics ?? unique
  }

  /// The figure with its words; the directive's own `alt` and `caption` win.
  func output(name: String) -> FigureOutput {
    FigureOutput(
      name: name, figure: Figure(panels: metrics.map(panel), columns: min(2, metrics.count)),
      alt: alt)
  }

  private func panel(_ metric: String) -> Figure.Panel {
    let series = runs.flatMap { run in
      [(metric, Figure.Series.Style.line), ("val_\(metric)", .dashed)].compactMap { name, style in
        values(name, of: run.history).map { values in
          let label = run.label.map { "\($0): \(name)" } ?? name
          return Figure.Series(
            label: label, style: style, x: (1...max(1, values.count)).map(Double.init), y: values)
        }
      }
    }
    return .init(
      title: metric, .chart(.init(xLabel: words.epoch, yLabel: metric, series: series)))
  }

  private func values(_ name: String, of history: HistoryOutput) -> [Double]? {
    history.metrics.firstIndex(of: name).map { column in history.rows.map { $0[column] } }
  }

  private var alt: String {
    let sentences = runs.flatMap { run in
      metrics.compactMap { metric -> String? in
        guard let all = values(metric, of: run.history), let first = all.first, let last = all.last
        else { return nil }
        let sentence = words.curveAlt(metric, from: first, to: last, epochs: all.count)
        return run.label.map { "\($0): \(sentence)" } ?? sentence
      }
    }
    return sentences.joined(separator: "; ")
  }
}
