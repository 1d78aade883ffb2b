import Diagnostics
import RunRecords
import Testing

@testable import Rendering

@Suite struct `A figure as SVG` {
  private static let hostile = "</title><script>alert(1)</script>&\"'\u{0}\u{1B}\u{202E}"

  private static let figures: [Figure] = [
    Sample.chart([0.17, 0.05, 0.03]),
    Sample.chart([1, .nan, .infinity, 2], style: .dashed),
    Sample.chart([], style: .points),
    Sample.chart([5], style: .bars),
    Sample.chart([1e300, -1e300]),
    Sample.chart([.greatestFiniteMagnitude, -.greatestFiniteMagnitude]),
    Sample.chart([.leastNonzeroMagnitude, .leastNormalMagnitude]),
    Sample.chart([1e18, 1e18 + 256]),
    Sample.chart((0..<100_000).map { Double($0 % 97) }),
    Figure(panels: [], columns: .min),
    Figure(
      panels: [
        .init(
          title: hostile,
          .chart(
            .init(
              xLabel: hostile, yLabel: hostile,
              series: [.init(label: hostile, x: [.nan], y: [1, 2, 3])]))),
        .init(
          title: hostile,
          .picture(
            .init(width: 3, height: 3, channels: 1, pixels: [1], caption: hostile, isMarked: true))
        ),
        .init(
          .matrix(
            .init(
              rowLabels: [hostile], columnLabels: [], rowTitle: hostile, columnTitle: hostile,
              values: [[1, .nan], [], [-.infinity]]))),
        .init(
          title: hostile,
          .chain(
            .init(
              valueLabel: hostile,
              links: [
                .init(kind: hostile, name: hostile, detail: hostile, value: .nan),
                .init(kind: "", detail: "", value: 1e300),
              ]))),
        .init(
          .chart(
            .init(
              xLabel: "", yLabel: "", series: [.init(label: "", style: .bars, x: [0], y: [1])],
              xNames: [hostile, hostile, ""]))),
      ], columns: .max),
  ]

  @Test(arguments: figures)
  func `is well-formed and not large, whatever is in it`(figure: Figure) {
    let text = Sample.svg(figure, alt: Self.hostile)
    let xml = XMLReader(text)
    #expect(xml.isWellFormed)
    #expect(!xml.elements.contains("script"))
    #expect(xml.elements.prefix(3) == ["svg", "title", "desc"])
    #expect(text.utf8.count < 150_000)
    #expect(!text.contains("href") && !text.contains("url("))
  }

  @Test func `never has more than 150 kB for twenty digits or colored pictures`() {
    let digit = (0..<784).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    let color = (0..<3072).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    for (side, channels, pixels) in [(28, 1, digit), (32, 3, color)] {
      let picture = Figure.Picture(width: side, height: side, channels: channels, pixels: pixels)
      let count = channels == 1 ? 20 : 10
      let panels = (0..<count).map { _ in Figure.Panel(.picture(picture)) }
      #expect(Sample.svg(Figure(panels: panels, columns: 5)).utf8.count < 150_000)
    }
  }

  @Test func `has a box for each link of a chain, and no more of them than can be read`() {
    let links = (0..<2000).map { Figure.Chain.Link(kind: "Dense", detail: "\($0)", value: 1234) }
    let number = NumberForm(.integer(grouped: true), in: .portuguese).text(1234)
    for count in [0, 1, 3, 2000] {
      let chain = Figure.Chain(valueLabel: "parâmetros", links: Array(links.prefix(count)))
      let text = Sample.svg(Figure(panels: [.init(.chain(chain))]))
      let boxes = text.matches(of: /<rect [^>]*class="cf-heat"/).count
      #expect(boxes == min(count, 512))
      #expect(text.contains(">\(number) parâmetros</text>") == (count > 0))
      #expect(text.contains("viewBox=\"0 0 336 "))
    }
  }

  /// The law: names stand below their places while they fit, upright where they are long, and every other one or fewer
  /// where they are many.
  @Test func `names the places of bars`() {
    func text(_ names: [String]) -> String {
      let places = names.indices.map(Double.init)
      let bars = Figure.Series(label: "b", style: .bars, x: places, y: places)
      return Sample.svg(
        Figure(panels: [
          .init(.chart(.init(xLabel: "", yLabel: "", series: [bars], xNames: names)))
        ]))
    }
    for count in [1, 2, 5, 10, 33, 100] {
      let short = text((0..<count).map { "n\($0)" })
      let long = text((0..<count).map { "a long name \($0)" })
      let shown = (0..<count).filter { short.contains(">n\($0)</text>") }
      #expect(shown.count >= min(count, 15) && shown.first == 0)
      #expect(long.contains("rotate(-90)") == (count > 4), "\(count)")
      #expect(!text(["a", "b"]).contains("rotate"))
    }
  }

  @Test func `keeps a picture's bytes`() {
    let picture = Figure.Picture(
      width: 3, height: 2, channels: 1, pixels: [0, 0, 255, 0, 128, 128])
    let text = Sample.svg(Figure(panels: [.init(.picture(picture))]))
    #expect(text.contains("<path stroke=\"#000\" stroke-width=\"2\" d=\"M0 1h3\"/>"))
    #expect(text.contains("<path stroke=\"#808080\" d=\"M1 1.5h2\"/>"))
    #expect(text.contains("<path stroke=\"#fff\" d=\"M2 0.5h1\"/>"))
  }

  @Test(
    arguments: [
      ([0.02, 0.17], 5, [0, 0.05, 0.1, 0.15, 0.2]),
      ([1, 5], 10, [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]),
      ([0, 100], 5, [0, 20, 40, 60, 80, 100]),
      ([3, 3], 5, [2.6, 2.8, 3, 3.2, 3.4]),
    ] as [([Double], Int, [Double])])
  func `has ticks at round numbers`(values: [Double], count: Int, expected: [Double]) {
    let scale = Scale(values: values, from: 0, to: 100, ticks: count)
    #expect(scale.ticks.count == expected.count)
    for (tick, number) in zip(scale.ticks, expected) { #expect(abs(tick - number) < 1e-9) }
  }

  @Test func `has a decimal comma in Portuguese`() {
    let figure = Sample.chart([0.1, 0.2])
    #expect(Sample.svg(figure).contains(">0,10</text>"))
    let english = Sample.text(FigureOutput(name: "f", figure: figure, alt: ""), in: .english)
    #expect(english.contains(">0.10</text>"))
  }

  @Test(
    arguments: [
      (0, "0"), (1, "1"), (-0.001, "0"), (1.005, "1"), (1.25, "1.25"), (-2.5, "-2.5"),
      (0.05, "0.05"),
      (.nan, "0"), (1e300, "1000000"),
    ] as [(Double, String)])
  func `has short coordinates`(value: Double, expected: String) {
    #expect(Canvas.number(value) == expected)
  }
}
