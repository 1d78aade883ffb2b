internal import Diagnostics
internal import RunRecords

/// Series that stand at the same places, as a table: a row for each place.
struct ToldTable {
  let xLabel: String
  /// What stands for the places 0, 1, 2…; empty for numbers.
  let names: [String]
  /// At least one.
  private(set) var series: [Figure.Series]
  let language: Language

  /// A table that is wider isn't read.
  private static let mostSeries = 12

  init(xLabel: String, names: [String], series: [Figure.Series], language: Language) {
    (self.xLabel, self.names, self.series, self.language) = (xLabel, names, series, language)
  }

  /// What stands for a place; nil for its number.
  static func name(of x: Double, among names: [String]) -> String? {
    Int(exactly: x).flatMap { names.indices.contains($0) ? names[$0] : nil }
  }

  /// Takes the series of another table in where they stand at the same places and have other names.
  fileprivate mutating func take(_ other: ToldTable) -> Bool {
    guard xLabel == other.xLabel, names == other.names, series[0].x == other.series[0].x,
      series.count + other.series.count <= Self.mostSeries,
      Set(series.map(\.label)).isDisjoint(with: other.series.map(\.label))
    else { return false }
    series += other.series
    return true
  }

  var text: TextTable {
    let places = series[0].x
    let facts = series.compactMap { SeriesFacts(x: $0.x, y: $0.y) }
    let rows = ShownRows(
      of: places.count, and: facts.flatMap { [$0.least.index, $0.greatest.index] })
    let placeForm = ToldNumbers(places, in: language)
    let forms = series.map { ToldNumbers($0.y, in: language) }
    var table = TextTable(
      columns: [.init(heading: xLabel.isEmpty ? "x" : xLabel, isNumeric: names.isEmpty)]
        + series.map { .init(heading: $0.label, isNumeric: true) },
      rows: rows.indices.map { row in
        [Self.name(of: places[row], among: names) ?? placeForm.text(places[row])]
          + zip(series, forms).map { row < $0.y.count ? $1.text($0.y[row]) : "" }
      })
    table.notes = rows.notes(in: language)
    return table
  }
}

extension [ToldTable] {
  /// The same with neighbors that can be one table as one.
  var joined: [ToldTable] {
    reduce(into: []) { tables, next in
      if tables.isEmpty || !tables[tables.count - 1].take(next) { tables.append(next) }
    }
  }
}
