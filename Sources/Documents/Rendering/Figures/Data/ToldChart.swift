internal import Diagnostics
internal import RunRecords
internal import Words

/// A chart, whoever drew it, as it is told in words and numbers.
struct ToldChart {
  let title: String
  let xLabel: String
  let series: [Figure.Series]
  /// What stands for the horizontal places 0, 1, 2…; empty for numbers.
  let names: [String]
  let language: Language

  init(_ chart: Figure.Chart, title: String?, language: Language) {
    (self.title, xLabel, names) = (title ?? "", chart.xLabel, chart.xNames ?? [])
    (series, self.language) = (chart.series, language)
  }

  /// One coordinate system of a finished drawing. A series that its program gave no name has that of the axis.
  init(_ axes: Figure.Drawing.Axes, of drawing: Figure.Drawing, language: Language) {
    (title, xLabel, names) = (axes.title ?? "", axes.xLabel, axes.names)
    self.language = language
    series = axes.series.filter(drawing.series.indices.contains).map { index in
      var series = drawing.series[index]
      if series.label.hasPrefix("_") || Self.unnamed.contains(series.label) {
        series.label =
          axes.yLabel.isEmpty ? language.words.name(of: series.style) : axes.yLabel
      }
      return series
    }
  }

  /// What the record has in place of names that a program didn't give.
  private static let unnamed: Set<String> = ["line", "points", "bars"]

  /// A sentence: each series with its ends and extremes, and where they are.
  var summary: String {
    let parts = series.prefix(Self.mostSeries).map(summary)
    let rest = series.count - parts.count
    let more = rest > 0 ? [language.words.more(rest)] : []
    let text = (parts + more).joined(separator: "; ")
    // One curve that is called as its chart says its name itself.
    let isNamed = title.isEmpty || series.contains { $0.label == title }
    return isNamed ? text : "\(title): \(text)"
  }

  private static let mostSeries = 12

  private func summary(of series: Figure.Series) -> String {
    guard let facts = SeriesFacts(x: series.x, y: series.y) else {
      return language.words.noValues(series.label)
    }
    let values = ToldNumbers(series.y, in: language)
    let places = ToldNumbers(series.x, in: language)
    func told(_ point: SeriesFacts.Point) -> String {
      "\(values.text(point.y)) (\(place(point.x, places)))"
    }
    if facts.count == 1 { return language.words.point(series.label, told(facts.first)) }
    let count = NumberForm.drawn(digits: 0, in: language).text(Double(facts.count))
    let ends = language.words.curve(
      series.label, points: count, from: told(facts.first), to: told(facts.last),
      least: told(facts.least), greatest: told(facts.greatest))
    guard facts.missing > 0 else { return ends }
    return "\(ends), \(language.words.notFinite(facts.missing))"
  }

  private func place(_ x: Double, _ form: ToldNumbers) -> String {
    if let name = name(x) { return name }
    return xLabel.isEmpty ? "x = \(form.text(x))" : "\(xLabel) \(form.text(x))"
  }

  private func name(_ x: Double) -> String? { ToldTable.name(of: x, among: names) }

  /// A table for the series that stand at the same places.
  var tables: [ToldTable] {
    series.prefix(Self.mostSeries).map {
      ToldTable(xLabel: xLabel, names: names, series: [$0], language: language)
    }.joined
  }
}
