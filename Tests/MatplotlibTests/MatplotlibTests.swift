import Foundation
import Testing
import TestSupport

@testable import Matplotlib

/// What Matplotlib did (Tests/Oracles/plots_matplotlib.py).
struct MatplotlibRecord: Decodable {
  struct Ticks: Decodable, Sendable {
    let places: [Double]
    let texts: [String]
  }

  struct Line: Decodable, Sendable, CustomTestStringConvertible {
    let values: [Double]
    let x: [Double]
    let y: [Double]
    let xTicks: Ticks
    let yTicks: Ticks
    var testDescription: String { "\(values.prefix(6))" }
  }

  struct Map: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let steps: [Double]
    let colors: [[Double]]
    var testDescription: String { name }
  }

  let lines: [Line]
  let maps: [Map]

  static let shared: MatplotlibRecord = Fixture.read("Matplotlib/matplotlib.json")
}

struct `A line in default axes` {
  @Test func `has cases`() { #expect(MatplotlibRecord.shared.lines.count > 20) }

  @Test(arguments: MatplotlibRecord.shared.lines)
  func `has Matplotlib's limits, ticks and texts`(row: MatplotlibRecord.Line) {
    let axes = PlotAxes()
    axes.artists = [
      .line(PlotLine(x: row.values.indices.map(Double.init), y: row.values, color: .black))
    ]
    let frame = PageRectangle(x: 57.6, y: 41.472, width: 357.12, height: 266.112)
    let drawing = AxesDrawing(axes, frame, id: "a")
    for (own, other) in [(drawing.view.x, row.x), (drawing.view.y, row.y)] {
      let span = abs(other[1] - other[0])
      #expect(abs(own.0 - other[0]) <= span * 1e-6 && abs(own.1 - other[1]) <= span * 1e-6)
    }
    compare(drawing.xTicks, row.xTicks, drawing.view.x)
    compare(drawing.yTicks, row.yTicks, drawing.view.y)
  }

  private func compare(
    _ own: AxisTicks, _ other: MatplotlibRecord.Ticks, _ view: (Double, Double)
  ) {
    let span = abs(view.1 - view.0)
    #expect(own.places.count == other.places.count)
    for (a, b) in zip(own.places, other.places) { #expect(abs(a - b) <= span * 1e-6) }
    #expect(own.texts == other.texts)
  }
}

struct `A colormap` {
  @Test(arguments: MatplotlibRecord.shared.maps)
  func `has Matplotlib's colors to two steps of 255`(row: MatplotlibRecord.Map) throws {
    let map = try #require(Colormap(row.name))
    for (step, color) in zip(row.steps, row.colors) {
      let own = map.color(step)
      for (a, b) in zip([own.red, own.green, own.blue], color) { #expect(abs(a - b) < 2.5 / 255) }
    }
  }

  @Test func `is unknown under a wrong name`() { #expect(Colormap("greyscale") == nil) }
}
