import Diagnostics
import RunRecords
import Testing

@testable import Rendering

@Suite struct `Words of figures can be read` {
  private static let picture = Figure.Panel(
    .picture(
      .init(
        width: 28, height: 28, channels: 1, pixels: .init(repeating: 0, count: 784), caption: "7")))
  private static let chart = Figure.Panel(
    title: "loss",
    .chart(
      .init(xLabel: "epoch", yLabel: "loss", series: [.init(label: "loss", x: [1, 2], y: [2, 1])])))

  /// What a screen of 390 pixels leaves a picture beside Markdown.
  private static let narrow = 358.0

  @Test(arguments: 1...24, 1...12)
  func `in files on a narrow screen, whatever stands side by side`(count: Int, columns: Int) {
    for panels in [
      Array(repeating: Self.picture, count: count), Array(repeating: Self.chart, count: count),
      (0..<count).map { $0 % 2 == 0 ? Self.picture : Self.chart },
    ] {
      let grid = PanelGrid(Figure(panels: panels, columns: columns), bits: 8, language: .english)
      #expect(12 * Self.narrow / grid.extent.width >= 9)
      #expect(grid.columns <= columns && grid.heights.count * grid.columns >= count)
    }
  }

  @Test func `of a matrix with ten classes without scrolling`() {
    let names = (0..<10).map(String.init)
    let matrix = Figure.Matrix(
      rowLabels: names, columnLabels: names, rowTitle: "true", columnTitle: "predicted",
      values: names.map { _ in .init(repeating: 1234, count: 10) })
    let drawing = MatrixDrawing(matrix, title: nil, language: .portuguese)
    #expect(drawing.extent.width <= FigurePanels.shrinkable)
  }

  @Test func `of charts side by side on a page as they are drawn`() {
    let figure = Figure(panels: [Self.chart, Self.chart], columns: 2)
    let html = SVGRenderer(language: .english).panels(of: figure)
    // A page's outputs are 343 pixels wide at least, and twice this with a gap at 1,280.
    #expect(html.matches(of: #/viewBox="0 0 334 [\d.]+" width="334"/#).count == 2)
  }

  @Test(
    arguments: [
      (
        "<svg viewBox=\"0 0 400 300\"><text font-size=\"10\">a</text><text font-size=\"12\"/></svg>",
        [360, 440]
      ),
      ("<?xml version=\"1.0\"?>\n<svg viewBox=\"0 0 400 300\"><text font-size=\"10\"/></svg>", nil),
      ("<svg viewBox=\"0 0 400 300\"></svg>", nil), ("<svg><text font-size=\"10\"/></svg>", nil),
      ("<svg viewBox=\"0 0 nan 1\"><text font-size=\"10\"/></svg>", nil),
      ("<svg viewBox=\"0 0 4 1\"><text font-size=\"0\"/></svg>", nil),
      ("<svg viewBox=\"0 0 1e300 1\"><text font-size=\"1\"/></svg>", nil),
      ("<svg viewBox=\"0 0 4 1", nil), ("", nil),
    ] as [(String, [Int]?)])
  func `of a finished drawing, in the room that it needs`(svg: String, expected: [Int]?) {
    let size = DrawnSize(Array(svg.utf8))
    #expect(size.map { [$0.narrow, $0.wide] } == expected)
  }
}
