#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Draws axes into their frame.
struct AxesDrawing {
  let axes: PlotAxes
  let frame: Frame
  let view: AxesView
  let id: String

  init(_ axes: PlotAxes, _ frame: Frame, id: String) {
    (self.axes, self.frame, self.id) = (axes, frame, id)
    view = AxesView(axes)
  }

  // MARK: Places

  func x(_ value: Double) -> Double {
    frame.x + frame.width * Self.share(value, view.x, (axes.twinOf ?? axes).x.isLogarithmic)
  }

  func y(_ value: Double) -> Double {
    frame.y + frame.height * (1 - Self.share(value, view.y, axes.y.isLogarithmic))
  }

  private static func share(
    _ value: Double, _ view: (Double, Double), _ isLogarithmic: Bool
  ) -> Double {
    if isLogarithmic {
      return (log(max(value, 1e-300)) - log(view.0)) / (log(view.1) - log(view.0))
    }
    return view.1 == view.0 ? 0.5 : (value - view.0) / (view.1 - view.0)
  }

  func draw(on svg: inout SVGText) {
    if !axes.isTwin, axes.isOn {
      svg.rectangle(frame.x, frame.y, frame.width, frame.height, fill: axes.face)
    }
    if axes.isOn { drawGrid(on: &svg) }
    svg.add(
      "<clipPath id=\"\(id)c\"><rect x=\"\(SVGText.number(frame.x))\" y=\"\(SVGText.number(frame.y))\" width=\"\(SVGText.number(frame.width))\" height=\"\(SVGText.number(frame.height))\"/></clipPath>"
    )
    svg.add("<g clip-path=\"url(#\(id)c)\">")
    let artists = ArtistDrawing(self)
    for artist in axes.artists { artists.draw(artist, on: &svg) }
    svg.add("</g>")
    for artist in axes.artists {
      if case .text(let text) = artist { artists.draw(text: text, on: &svg) }
    }
    if axes.isOn {
      drawSpines(on: &svg)
      drawAxis(on: &svg)
    }
    if let title = axes.title {
      let lines = Double(title.text.split(separator: "\n").count - 1)
      svg.text(
        title.text, frame.x + frame.width / 2,
        frame.y - 6 - lines * title.style.size * 1.2, style: title.style, anchor: "middle")
    }
    if let legend = axes.legend { LegendDrawing(legend, self).draw(on: &svg) }
  }

  // MARK: Ticks

  struct Ticks {
    var places: [Double]
    var texts: [String]
    var factor: String?
  }

  /// The ticks of an axis inside of the view.
  func ticks(_ axis: PlotAxis, _ view: (Double, Double), length: Double, perTick: Double) -> Ticks {
    let (low, high) = (min(view.0, view.1), max(view.0, view.1))
    var places: [Double]
    if let set = axis.ticks {
      places = set
    } else if axis.isLogarithmic {
      places = TickLocator.powers(from: low, to: high)
    } else {
      let intervals = max(1, min(9, Int(length / perTick)))
      places = TickLocator.ticks(from: low, to: high, intervals: intervals)
    }
    if !axis.hasTickTexts { return Ticks(places: places, texts: places.map { _ in "" }) }
    if let texts = axis.tickTexts {
      return Ticks(
        places: places, texts: places.indices.map { $0 < texts.count ? texts[$0] : "" })
    }
    if axis.isLogarithmic {
      return Ticks(places: places, texts: places.map { "1e\(Int(log10($0).rounded()))" })
    }
    let made = TickText(places, view: view)
    return Ticks(places: places, texts: made.texts, factor: made.factor)
  }

  var xTicks: Ticks {
    ticks((axes.twinOf ?? axes).x, view.x, length: frame.width, perTick: 10 * 3)
  }
  var yTicks: Ticks { ticks(axes.y, view.y, length: frame.height, perTick: 10 * 2) }

  private func drawGrid(on svg: inout SVGText) {
    if let grid = axes.x.grid {
      for tick in xTicks.places where isInside(tick, view.x) {
        svg.line(
          x(tick), frame.y, x(tick), frame.y + frame.height, grid.color, width: grid.width,
          dashes: LineStyle.dashes(grid.style, width: grid.width))
      }
    }
    if let grid = axes.y.grid {
      for tick in yTicks.places where isInside(tick, view.y) {
        svg.line(
          frame.x, y(tick), frame.x + frame.width, y(tick), grid.color, width: grid.width,
          dashes: LineStyle.dashes(grid.style, width: grid.width))
      }
    }
  }

  func isInside(_ value: Double, _ view: (Double, Double)) -> Bool {
    let slack = abs(view.1 - view.0) * 1e-9
    return value >= min(view.0, view.1) - slack && value <= max(view.0, view.1) + slack
  }

  private func drawSpines(on svg: inout SVGText) {
    svg.rectangle(
      frame.x, frame.y, frame.width, frame.height, stroke: .black, lineWidth: 0.8)
  }

  private func drawAxis(on svg: inout SVGText) {
    if !axes.isTwin { drawBottom(on: &svg) }
    let ticks = yTicks
    let side = axes.isTwin ? frame.x + frame.width : frame.x
    let outward = axes.isTwin ? 1.0 : -1
    for (place, text) in zip(ticks.places, ticks.texts) where isInside(place, view.y) {
      svg.line(side, y(place), side + outward * 3.5, y(place), .black, width: 0.8)
      svg.text(
        text, side + outward * 7, y(place) + axes.y.tickStyle.size * 0.36,
        style: axes.y.tickStyle, anchor: axes.isTwin ? "start" : "end")
    }
    if let factor = ticks.factor {
      svg.text(factor, side, frame.y - 3, style: axes.y.tickStyle)
    }
    guard let label = axes.y.label else { return }
    let away = reach(ticks) + widest(ticks.texts, axes.y.tickStyle.size) + 4
    let middle = frame.y + frame.height / 2
    svg.text(
      label.text,
      axes.isTwin ? side + away + label.style.size : side - away - label.style.size * 0.24, middle,
      style: label.style, anchor: "middle", rotation: 90)
  }

  private func drawBottom(on svg: inout SVGText) {
    let ticks = xTicks
    let ground = frame.y + frame.height
    let style = axes.x.tickStyle
    for (place, text) in zip(ticks.places, ticks.texts) where isInside(place, view.x) {
      svg.line(x(place), ground, x(place), ground + 3.5, .black, width: 0.8)
      if axes.x.tickRotation == 0 {
        svg.text(text, x(place), ground + 7 + style.size * 0.76, style: style, anchor: "middle")
      } else {
        drawRotated(text, at: x(place), ground + 7, on: &svg)
      }
    }
    if let factor = ticks.factor {
      svg.text(
        factor, frame.x + frame.width, ground + 9 + style.size * 2, style: style, anchor: "end")
    }
    guard let label = axes.x.label else { return }
    svg.text(
      label.text, frame.x + frame.width / 2,
      ground + reach(ticks) + tickHeight(ticks.texts) + 4 + label.style.size * 0.76,
      style: label.style,
      anchor: "middle")
  }

  /// Rotated texts hang below their tick, their box's middle under it.
  private func drawRotated(_ text: String, at x: Double, _ top: Double, on svg: inout SVGText) {
    let angle = axes.x.tickRotation * .pi / 180
    let style = axes.x.tickStyle
    let length = TextSize.width(text, size: style.size)
    let (wide, high) = (length * cos(angle), length * sin(angle))
    let shift = style.size * 0.36
    let startX = x - wide / 2 + shift * sin(angle)
    let startY =
      angle >= 0 ? top + abs(high) + style.size * 0.6 * cos(angle) : top + style.size * 0.6
    svg.text(text, startX, startY, style: style, rotation: axes.x.tickRotation)
  }

  /// How far ticks and the room behind them stand out.
  private func reach(_ ticks: Ticks) -> Double {
    ticks.places.isEmpty ? 0 : ticks.texts.allSatisfy(\.isEmpty) ? 3.5 : 7
  }

  private func widest(_ texts: [String], _ size: Double) -> Double {
    texts.map { TextSize.width($0, size: size) }.max() ?? 0
  }

  private func tickHeight(_ texts: [String]) -> Double {
    let size = axes.x.tickStyle.size
    guard axes.x.tickRotation != 0 else {
      return texts.allSatisfy(\.isEmpty) ? 0 : size * 1.16
    }
    let angle = abs(axes.x.tickRotation) * .pi / 180
    return widest(texts, size) * sin(angle) + size * 1.16 * cos(angle)
  }

  /// The room that texts around the frame need.
  var surroundings: (left: Double, right: Double, top: Double, bottom: Double) {
    let title = axes.title.map { 6 + TextSize.height($0.text, size: $0.style.size) } ?? 0
    guard axes.isOn else { return (0, 0, title, 0) }
    let (xs, ys) = (xTicks, yTicks)
    let left =
      reach(ys) + widest(ys.texts, axes.y.tickStyle.size)
      + (axes.y.label.map { 4 + $0.style.size * 1.16 } ?? 0)
    let bottom =
      reach(xs) + tickHeight(xs.texts) + (axes.x.label.map { 4 + $0.style.size * 1.16 } ?? 0)
    return (left, 0, title, bottom)
  }
}
