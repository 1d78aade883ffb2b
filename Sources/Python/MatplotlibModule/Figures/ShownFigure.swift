internal import Matplotlib
package import PythonRuntime

extension PlotSession {
  /// A figure that is to be shown.
  package struct Shown {
    /// Empty for a figure with nothing in it, of which Jupyter shows the summary only.
    package let svg: String
    /// What it shows, in words.
    package let alt: String
    /// What Jupyter says where it can't be seen.
    package let summary: String
    /// The numbers in it.
    package let series: [Series]
    /// Its coordinate systems, in their order.
    package let axes: [Axes]

    /// What is drawn from numbers: points one after the other.
    package struct Series {
      /// How the numbers are drawn.
      package enum Kind { case line, points, bars, image }
      /// The name in the legend, or that of the kind.
      package let label: String
      /// How the numbers are drawn.
      package let kind: Kind
      /// The middles of bars; the number of a pixel.
      package let x: [Double]
      /// The values, as many as there are in `x`.
      package let y: [Double]
    }

    /// The words of a coordinate system, and which series are in it.
    package struct Axes {
      /// What stands above it; nil for nothing.
      package let title: String?
      /// What stands along the axis of the series' places; empty for nothing.
      package let xLabel: String
      /// What stands along the axis of the series' values; empty for nothing.
      package let yLabel: String
      /// The texts that stand for the places 0, 1, 2…; empty for numbers.
      package let names: [String]
      /// The numbers of the figure's series that are in it.
      package let series: Range<Int>
    }
  }
}

extension PlotSession.Shown {
  /// A figure that stands as a value, whether it is open or was closed; nil for other values.
  package init?(_ value: Value) {
    guard let object: FigureObject = value.asObject() else { return nil }
    self.init(object.figure)
  }

  /// A figure in words and numbers.
  init(_ figure: PlotFigure) {
    (svg, summary) = (figure.isEmpty ? "" : figure.svg(), figure.summary)
    let words = figure.words
    alt = words.isEmpty ? "figure" : words
    var (series, axes): ([Series], [Axes]) = ([], [])
    for each in figure.axes {
      let start = series.count
      series += each.artists.compactMap(Series.init)
      axes.append(Axes(each, series: start..<series.count))
    }
    (self.series, self.axes) = (series, axes)
  }
}

extension PlotSession.Shown.Series {
  /// Nil for what isn't drawn from numbers.
  fileprivate init?(_ artist: PlotArtist) {
    switch artist {
    case .line(let line):
      self.init(label: line.label ?? "line", kind: .line, x: line.x, y: line.y)
    case .points(let points):
      self.init(label: points.label ?? "points", kind: .points, x: points.x, y: points.y)
    case .bars(let bars):
      self.init(
        label: bars.label ?? "bars", kind: .bars,
        x: bars.bars.map { $0.start + $0.extent / 2 }, y: bars.bars.map { $0.to - $0.from })
    case .image(let image):
      self.init(
        label: "image", kind: .image, x: image.values.indices.map(Double.init), y: image.values)
    default: return nil
    }
  }
}

extension PlotSession.Shown.Axes {
  /// Where bars grow to the right, their places are along the vertical axis.
  fileprivate init(_ axes: PlotAxes, series: Range<Int>) {
    let isSideways = axes.artists.contains {
      if case .bars(let bars) = $0 { bars.isHorizontal } else { false }
    }
    let (places, values) = isSideways ? (axes.y, axes.x) : (axes.x, axes.y)
    let numbers = places.tickTexts.map { $0.indices.map(Double.init) }
    self.init(
      title: axes.title?.text, xLabel: places.label?.text ?? "", yLabel: values.label?.text ?? "",
      names: numbers != nil && places.ticks == numbers ? places.tickTexts ?? [] : [],
      series: series)
  }
}
