internal import Texts

/// The colors of an image and the numbers that they stand for.
struct ColorbarDrawing {
  private let bar: PlotColorbar
  private let frame: PageRectangle
  private let look: PlotLook

  init(_ bar: PlotColorbar, _ frame: PageRectangle, _ look: PlotLook) {
    (self.bar, self.frame, self.look) = (bar, frame, look)
  }

  func draw(on svg: inout SVGText) {
    if !svg.isMeasuring { drawColors(on: &svg) }
    AxesDrawing(outline, frame, id: "").drawAround(on: &svg)
  }

  private func drawColors(on svg: inout SVGText) {
    if bar.mapping.levels.count > 1 { return drawLevels(on: &svg) }
    let steps = 256
    let pixels = (0..<steps).flatMap { step -> [UInt8] in
      let share = (Double(step) + 0.5) / Double(steps)
      return bar.mapping.map.color(bar.isHorizontal ? share : 1 - share).bytes + [255]
    }
    let (wide, high) = bar.isHorizontal ? (steps, 1) : (1, steps)
    let png = Base64.text(PNGImage.bytes(pixels, width: wide, height: high))
    svg.add(
      "<image\(SVGText.attributes(frame)) preserveAspectRatio=\"none\""
        + " href=\"data:image/png;base64,\(png)\"/>")
  }

  /// The ends of the bar.
  private var ends: (Double, Double) {
    let levels = bar.mapping.levels
    var (low, high) = (bar.mapping.low, bar.mapping.high)
    if let first = levels.first, let last = levels.last, levels.count > 1 {
      (low, high) = (first, last)
    }
    // Equal numbers are shown with some room around, as Matplotlib has it.
    if low == high {
      return low == 0 ? (-0.1, 0.1) : (low - abs(low) * 0.1, high + abs(high) * 0.1)
    }
    return (low, high)
  }

  /// One color between each two levels.
  private func drawLevels(on svg: inout SVGText) {
    let (low, high) = ends
    for (from, to) in zip(bar.mapping.levels, bar.mapping.levels.dropFirst()) {
      let (start, end) = ((from - low) / (high - low), (to - low) / (high - low))
      let color = bar.mapping.color((from + to) / 2)
      if bar.isHorizontal {
        svg.rectangle(
          frame.x + start * frame.width, frame.y, (end - start) * frame.width, frame.height,
          fill: color)
      } else {
        svg.rectangle(
          frame.x, frame.bottom - end * frame.height, frame.width, (end - start) * frame.height,
          fill: color)
      }
    }
  }

  /// The numbers as an axis on the right or below.
  private var outline: PlotAxes {
    let axes = PlotAxes()
    look.apply(to: axes)
    (axes.x.grid, axes.y.grid) = (nil, nil)
    if !bar.hasOutline {
      for name in ["left", "right", "top", "bottom"] {
        var spine = PlotSpine()
        spine.isVisible = false
        axes.spines[name] = spine
      }
    }
    var axis = bar.isHorizontal ? axes.x : axes.y
    axis.limits = (ends.0, ends.1)
    (axis.ticks, axis.tickTexts) = (bar.ticks, bar.tickTexts)
    if axis.ticks == nil, bar.mapping.levels.count > 1 { axis.ticks = bar.mapping.levels }
    axis.label = bar.label.map { ($0, look.text(look.labelSize, color: look.labelColor)) }
    if bar.isHorizontal {
      (axes.x, axes.y.ticks) = (axis, [])
    } else {
      (axis.isFar, axis.hasTicks) = (true, (false, true))
      (axes.y, axes.x.ticks) = (axis, [])
    }
    return axes
  }
}
