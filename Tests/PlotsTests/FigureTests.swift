import Plots
import Testing

struct `A figure` {
  @Test func `is drawn to the same bytes twice`() {
    #expect(Self.sample.svg() == Self.sample.svg())
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
