import Diagnostics
import RunRecords
import Testing

@testable import Rendering

@Suite struct `A figure tells its numbers` {
  /// Numbers that are the same in every run: of many sizes, some of them not finite, many of them equal.
  private struct Draws: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &*= 6_364_136_223_846_793_005
      state &+= 1_442_695_040_888_963_407
      return state >> 33 ^ state << 31
    }

    mutating func values(_ count: Int) -> [Double] {
      let scales: [Double] = [0.000_01, 0.5, 3, 4000, 1e6]
      let scale = scales.randomElement(using: &self) ?? 1
      let isWhole = Bool.random(using: &self)
      return (0..<count).map { _ in
        if Int.random(in: 0..<20, using: &self) == 0 {
          return [Double.nan, .infinity, -.infinity].randomElement(using: &self) ?? 0
        }
        let value = Double.random(in: -scale...scale, using: &self)
        return isWhole ? value.rounded() : value
      }
    }
  }

  @Test(arguments: 0..<200)
  func `with a series' extremes where the record has them`(seed: UInt64) throws {
    var draws = Draws(state: seed)
    let count = Int.random(in: 2...300, using: &draws)
    let series = Figure.Series(label: "s", x: (0..<count).map(Double.init), y: draws.values(count))
    let chart = Figure.Chart(xLabel: "epoch", yLabel: "", series: [series])
    let summary = FigureSummary(Figure(panels: [.init(.chart(chart))]), in: .english)
    let finite = series.y.filter(\.isFinite)
    guard let first = finite.first, let last = finite.last else {
      #expect(summary.text == "s: no values.")
      return
    }
    let form = ToldNumbers(series.y, in: .english)
    func told(_ value: Double, _ index: Int?) -> String {
      "\(form.text(value)) (epoch \(index ?? -1))"
    }
    let (least, greatest) = (finite.sorted()[0], finite.sorted()[finite.count - 1])
    let missing = count - finite.count
    #expect(
      summary.text == "s: \(count) points, from \(told(first, series.y.firstIndex(of: first))) to "
        + "\(told(last, series.y.lastIndex(of: last))), "
        + "least \(told(least, series.y.firstIndex(of: least))), "
        + "greatest \(told(greatest, series.y.firstIndex(of: greatest)))"
        + (missing > 0 ? ", \(missing) not finite." : "."))

    let table = try #require(summary.tables.first)
    #expect(summary.tables.count == 1 && table.rows.count <= ShownRows.most + 2)
    #expect(table.columns.map(\.heading) == ["epoch", "s"])
    for row in table.rows {
      let index = try #require(Int(row[0]))
      #expect(row[1] == form.text(series.y[index]))
    }
    let shown = table.rows.map { $0[1] }
    #expect(shown.contains(form.text(least)) && shown.contains(form.text(greatest)))
    #expect(table.rows.first?[0] == "0" && table.rows.last?[0] == "\(count - 1)")
    #expect(
      table.notes
        == (table.rows.count < count ? ["\(table.rows.count) of \(count) rows are shown."] : []))
  }

  @Test(arguments: 0..<50)
  func `with a matrix' extremes where the record has them`(seed: UInt64) throws {
    var draws = Draws(state: seed)
    let (rows, columns) = (
      Int.random(in: 1...70, using: &draws), Int.random(in: 1...70, using: &draws)
    )
    let values = (0..<rows).map { _ in draws.values(columns) }
    let matrix = Figure.Matrix(
      rowLabels: (0..<rows).map { "r\($0)" }, columnLabels: (0..<columns).map { "c\($0)" },
      rowTitle: "true", columnTitle: "", values: values)
    let summary = FigureSummary(Figure(panels: [.init(.matrix(matrix))]), in: .english)
    let all = values.flatMap { $0 }
    let sorted = all.filter(\.isFinite).sorted()
    guard let least = sorted.first, let greatest = sorted.last else { return }
    let form = ToldNumbers(all, in: .english)
    func told(_ value: Double) throws -> String {
      let index = try #require(all.firstIndex(of: value))
      return "\(form.text(value)) (true r\(index / columns), c\(index % columns))"
    }
    #expect(
      summary.text
        == "\(rows) × \(columns), least \(try told(least)), greatest \(try told(greatest)).")
    let notes = try #require(summary.tables.first).notes
    #expect(notes.contains { $0.contains("rows") } == (rows > ShownRows.most))
    #expect(notes.contains { $0.contains("columns") } == (columns > 32))
  }

  @Test func `in the lesson's language, once for all curves at the same places`() {
    func panel(_ name: String, _ y: [Double]) -> Figure.Panel {
      let series = Figure.Series(label: name, x: [1, 2, 3], y: y)
      return .init(
        title: name, .chart(.init(xLabel: "época", yLabel: name, series: [series])))
    }
    let figure = Figure(
      panels: [panel("loss", [0.5, 0.125, 0.25]), panel("accuracy", [0.8, 0.9, 0.95])], columns: 2)
    let summary = FigureSummary(figure, in: .portuguese)
    #expect(
      summary.text
        == "loss: 3 pontos, de 0,5000 (época 1) a 0,2500 (época 3), menor 0,1250 (época 2), maior 0,5000 (época 1). "
        + "accuracy: 3 pontos, de 0,8000 (época 1) a 0,9500 (época 3), menor 0,8000 (época 1), maior 0,9500 (época 3)."
    )
    #expect(summary.tables.map { $0.columns.map(\.heading) } == [["época", "loss", "accuracy"]])
    #expect(summary.tables.first?.rows.last == ["3", "0,2500", "0,9500"])
  }

  @Test func `with the digits that count, where the others are larger`() {
    let numbers = ToldNumbers([1e-6, 0.5, -0.002, 0], in: .portuguese)
    #expect(
      [1e-6, 0.5, -0.000_123_4, 0].map(numbers.text) == [
        "0,0000010", "0,5000", "-0,00012", "0,0000",
      ])
    #expect(ToldNumbers([1.5, 12_345.678], in: .english).text(12_345.678) == "12345.68")
    #expect(ToldNumbers([1, 60_000], in: .english).text(60_000) == "60,000")
  }

  @Test func `of pictures with their captions`() {
    let picture = Figure.Picture(
      width: 2, height: 1, channels: 1, pixels: [3, 200], caption: "7", isMarked: true)
    let summary = FigureSummary(
      Figure(panels: [.init(.picture(picture)), .init(.picture(picture))]), in: .english)
    #expect(summary.text == "2 pictures, pixels from 3 to 200, 2 marked.")
    #expect(summary.tables.first?.rows.last == ["2", "7", "1 × 2", "3 … 200"])
  }

  @Test func `of a cell's drawing with the axes' words and the names of places`() {
    let drawing = Figure.Drawing(
      svg: SVGFile("<svg/>"),
      series: [
        .init(label: "bars", style: .bars, x: [0, 1], y: [3, 5]),
        .init(label: "image", x: [0, 1], y: [0, 1]),
      ],
      axes: [
        .init(title: "Counts", yLabel: "animals", names: ["cat", "dog"], series: [0]),
        .init(title: "Digit", series: [], pictures: [1]),
      ])
    let output = FigureOutput(
      name: "f", figure: Figure(panels: [.init(.drawing(drawing))]), alt: "Counts, Digit")
    let summary = FigureSummary(output.figure, in: .english)
    #expect(
      summary.text
        == "Counts: animals: 2 points, from 3 (cat) to 5 (dog), least 3 (cat), greatest 5 (dog). "
        + "1 picture, pixels from 0 to 1.")
    #expect(
      summary.tables.map(\.rows) == [[["cat", "3"], ["dog", "5"]], [["1", "Digit", "0 … 1"]]])
    #expect(output.spoken(in: .english) == "bar chart, pictures: Counts, Digit")
  }
}
