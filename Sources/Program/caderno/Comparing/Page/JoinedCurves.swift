internal import Diagnostics
internal import RunRecords

/// Series of two runs on common axes, and below them how far they are apart.
struct JoinedCurves {
  /// What the values are, such as "loss".
  let title: String
  /// What stands below the horizontal axis.
  let xLabel: String
  /// The names of places on that axis; nil for numbers.
  var xNames: [String]?
  /// Series of the same name; nil where one side has none.
  let pairs: [(old: Figure.Series?, new: Figure.Series?)]

  /// Whether anything is to be shown.
  var differ: Bool { pairs.contains { $0.old != $0.new } }

  /// More than this are too many figures for a page.
  private static let mostFamilies = 8

  /// Families of two runs as figures: two side by side, and one whose scales differ much alone.
  static func figures(
    _ families: [JoinedCurves], name: String, language: Language
  ) -> [FigureOutput] {
    let families = families.prefix(mostFamilies)
    var groups = families.filter(\.scalesDiffer).map { [$0] }
    let rest = families.filter { !$0.scalesDiffer }
    for start in stride(from: 0, to: rest.count, by: 2) {
      groups.append(Array(rest[start..<min(start + 2, rest.count)]))
    }
    return groups.enumerated().map { index, group in
      let columns = group.map { $0.panels(in: language) }
      let isAlone = group[0].scalesDiffer
      let panels = isAlone ? columns[0] : (0..<2).flatMap { row in columns.map { $0[row] } }
      let words = [DiffWords.both] + (isAlone ? [DiffWords.ownScales] : [])
      let caption = words.map { $0.text(in: language) }.joined(separator: " ")
      return FigureOutput(
        name: "\(name)-both-\(index + 1)",
        figure: Figure(panels: panels, columns: isAlone ? 2 : columns.count), alt: caption,
        caption: caption)
    }
  }

  /// Both on common axes, then their difference; where scales differ much, each alone beside these.
  private func panels(in language: Language) -> [Figure.Panel] {
    let both = pairs.flatMap { [labeled($0.old, "A"), labeled($0.new, "B")] }.compactMap { $0 }
    let (common, difference) = (panel(title, both), panel("B − A", apart(in: language)))
    guard scalesDiffer else { return [common, difference] }
    return [
      common, panel("\(title), A", pairs.compactMap { labeled($0.old, "A") }),
      difference, panel("\(title), B", pairs.compactMap { labeled($0.new, "B") }),
    ]
  }

  private func panel(_ title: String, _ series: [Figure.Series]) -> Figure.Panel {
    Figure.Panel(
      title: title, .chart(Figure.Chart(xLabel: xLabel, yLabel: "", series: series, xNames: xNames))
    )
  }

  /// A line of the first run is dashed.
  private func labeled(_ series: Figure.Series?, _ side: String) -> Figure.Series? {
    guard var series else { return nil }
    series.label = series.label.isEmpty ? side : "\(series.label) \(side)"
    if side == "A", series.style == .line { series.style = .dashed }
    if side == "B", series.style == .dashed { series.style = .line }
    return series
  }

  /// New minus old where both have a value at one place, and a line at zero.
  private func apart(in language: Language) -> [Figure.Series] {
    let series = pairs.compactMap { old, new -> Figure.Series? in
      guard let old, var new else { return nil }
      let values = Dictionary(zip(old.x, old.y)) { first, _ in first }
      let common = zip(new.x, new.y).compactMap { x, y in values[x].map { (x: x, y: y - $0) } }
      (new.x, new.y) = (common.map(\.x), common.map(\.y))
      if new.style == .dashed { new.style = .line }
      return new
    }
    let places = series.flatMap(\.x)
    guard let first = places.min(), let last = places.max() else { return series }
    return series + [
      Figure.Series(
        label: DiffWords.zero.text(in: language), style: .dashed, x: [first, last], y: [0, 0])
    ]
  }

  /// Whether one run's values would be a flat line beside the other's: they span less than a tenth of what both
  /// do, and are no flat line alone.
  private var scalesDiffer: Bool {
    let (old, new) = (Self.span(pairs.map(\.old)), Self.span(pairs.map(\.new)))
    guard let old, let new else { return false }
    let both = max(old.high, new.high) - min(old.low, new.low)
    return [old, new].contains { $0.high > $0.low && ($0.high - $0.low) * 10 < both }
  }

  private static func span(_ series: [Figure.Series?]) -> (low: Double, high: Double)? {
    let values = series.compactMap { $0 }.flatMap(\.y).filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return nil }
    return (low, high)
  }
}
