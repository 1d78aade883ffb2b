#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Draws axes into their frame.
struct AxesDrawing {
  let axes: PlotAxes
  let frame: PageRectangle
  let view: AxesView
  let id: String

  init(_ axes: PlotAxes, _ frame: PageRectangle, id: String) {
    (self.axes, self.frame, self.id) = (axes, frame, id)
    view = AxesView(axes).widened(axes.isEqual, frame)
  }

  // MARK: Places

  func x(_ value: Double) -> Double {
    frame.x + frame.width * Self.share(value, view.x, xAxis.isLogarithmic)
  }

  func y(_ value: Double) -> Double {
    frame.y + frame.height * (1 - Self.share(value, view.y, yAxis.isLogarithmic))
  }

  private var xAxis: PlotAxis { axes.sharesX ? (axes.twinOf ?? axes).x : axes.x }
  private var yAxis: PlotAxis { axes.sharesY ? (axes.twinOf ?? axes).y : axes.y }

  private static func share(
    _ value: Double, _ view: (Double, Double), _ isLogarithmic: Bool
  ) -> Double {
    if isLogarithmic {
      return (log(max(value, 1e-300)) - log(view.0)) / (log(view.1) - log(view.0))
    }
    return view.1 == view.0 ? 0.5 : (value - view.0) / (view.1 - view.0)
  }

  var xTicks: AxisTicks { AxisTicks(xAxis, view.x, length: frame.width, perTick: 3) }
  var yTicks: AxisTicks { AxisTicks(yAxis, view.y, length: frame.height, perTick: 2) }

  // MARK: Drawing

  func draw(on svg: inout SVGText) {
    svg.reach(frame)
    if let content = axes.content {
      return ColorbarDrawing(content, frame, axes.look).draw(on: &svg)
    }
    if !axes.isTwin, axes.isOn {
      svg.rectangle(frame.x, frame.y, frame.width, frame.height, fill: axes.face)
    }
    if axes.isOn { drawGrid(on: &svg) }
    let artists = ArtistDrawing(self)
    if !svg.isMeasuring, !axes.artists.isEmpty {
      svg.add("<clipPath id=\"\(id)c\"><rect\(SVGText.attributes(frame))/></clipPath>")
      svg.add("<g clip-path=\"url(#\(id)c)\">")
      var inside = SVGText()
      for artist in axes.drawn { artists.draw(artist, on: &inside) }
      // What is cut off takes no room.
      svg.add(inside.text + "</g>")
    }
    if axes.isOn { drawAround(on: &svg) }
    for artist in axes.drawn { artists.drawUncut(artist, on: &svg) }
    drawTitle(on: &svg)
    if let legend = axes.legend { LegendDrawing(legend, self).draw(on: &svg) }
  }

  /// The lines around, ticks, texts and labels.
  func drawAround(on svg: inout SVGText) {
    drawSpines(on: &svg)
    if !axes.sharesX { AxisDrawing(self, isHorizontal: true).draw(on: &svg) }
    if !axes.sharesY { AxisDrawing(self, isHorizontal: false).draw(on: &svg) }
  }

  private func drawGrid(on svg: inout SVGText) {
    if let grid = axes.x.grid, !axes.sharesX {
      for tick in xTicks.places + (grid.hasMinor ? xTicks.minor : []) {
        svg.line(
          x(tick), frame.y, x(tick), frame.bottom, grid.color, width: grid.width,
          dashes: LineStyle.dashes(grid.style, width: grid.width), isProjecting: true)
      }
    }
    if let grid = axes.y.grid, !axes.sharesY {
      for tick in yTicks.places + (grid.hasMinor ? yTicks.minor : []) {
        svg.line(
          frame.x, y(tick), frame.right, y(tick), grid.color, width: grid.width,
          dashes: LineStyle.dashes(grid.style, width: grid.width), isProjecting: true)
      }
    }
  }

  private func drawSpines(on svg: inout SVGText) {
    guard !axes.spines.isEmpty else {
      svg.rectangle(frame.x, frame.y, frame.width, frame.height, stroke: .black, lineWidth: 0.8)
      return
    }
    let (left, top, right, bottom) = (frame.x, frame.y, frame.right, frame.bottom)
    for (name, from, to) in [
      ("left", (left, bottom), (left, top)), ("right", (right, bottom), (right, top)),
      ("bottom", (left, bottom), (right, bottom)), ("top", (left, top), (right, top)),
    ] {
      let spine = axes.spines[name] ?? PlotSpine()
      guard spine.isVisible else { continue }
      svg.line(
        from.0, from.1, to.0, to.1, spine.color, width: spine.width, isProjecting: true)
    }
  }

  /// Where the vertical axis' power of ten stands.
  private var factorBox: PageRectangle? {
    guard axes.isOn, !axes.sharesY, let factor = yTicks.factor else { return nil }
    let alignment = TextPlacement.Alignment(horizontal: axes.y.isFar ? "right" : "left")
    return TextPlacement(
      factor, size: axes.y.tickStyle.size, at: (axes.y.isFar ? frame.right : frame.x, frame.y - 3),
      alignment
    ).box
  }

  /// Above the axes, and above what stands there.
  private func drawTitle(on svg: inout SVGText) {
    guard let title = axes.title, !title.text.isEmpty else { return }
    var top = frame.y
    if axes.isOn, axes.x.isFar || axes.x.hasTicks.far {
      var above = SVGText()
      above.isMeasuring = true
      AxisDrawing(self, isHorizontal: true).draw(on: &above)
      top = min(top, above.bounds?.y ?? top)
    }
    let x =
      ["left": frame.x, "right": frame.right][title.place] ?? frame.x + frame.width / 2
    let alignment = TextPlacement.Alignment(horizontal: title.place)
    func box(_ y: Double) -> PageRectangle {
      TextPlacement(title.text, size: title.style.size, at: (x, y), alignment).box
    }
    if let factor = factorBox, let own = title.y == nil ? box(frame.y - title.pad) : nil,
      factor.overlaps(own)
    {
      top = min(top, factor.y)
    }
    var y = (title.y.map { frame.bottom - $0 * frame.height } ?? frame.y) - title.pad
    if title.y == nil, box(y).bottom > top {
      y = top - title.pad
      if box(y).bottom > top { y -= box(y).bottom - top }
    }
    svg.text(title.text, x, y, style: title.style, alignment, isInLayout: !svg.isMeasuring)
    guard svg.isMeasuring else { return }
    let own = box(y)
    svg.reach(PageRectangle(x: own.x + own.width / 2, y: own.y, width: 0, height: own.height))
  }
}
