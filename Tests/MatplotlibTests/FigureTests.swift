import Matplotlib
import Testing

struct `A figure` {
  @Test func `is drawn to the same bytes twice`() {
    #expect(Self.sample.svg() == Self.sample.svg())
  }

  @Test func `is a file that XML can hold, whatever its texts hold`() {
    let figure = Self.sample
    let hostile = String(String.UnicodeScalarView((0..<0x80).compactMap(Unicode.Scalar.init)))
    figure.current.x.label = (hostile + "\u{FFFE}</text><b a='", TextStyle())
    let svg = figure.svg()
    #expect(svg.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" })
    #expect(!svg.contains("\u{FFFE}") && !svg.contains("<b") && svg.contains("&lt;b a="))
  }

  private static var sample: PlotFigure {
    let figure = PlotFigure()
    figure.current.artists = [
      .line(PlotLine(x: [0, 1, 2], y: [3, 1, 2], color: .black, label: "loss"))
    ]
    figure.current.legend = PlotLegend()
    return figure
  }
}
