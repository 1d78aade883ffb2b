/// Draws the ticks, texts and label of one axis.
struct AxisDrawing {
  private let axes: AxesDrawing
  private let axis: PlotAxis
  private let isHorizontal: Bool
  private let ticks: AxisTicks
  private var frame: PageRectangle { axes.frame }

  init(_ axes: AxesDrawing, isHorizontal: Bool) {
    (self.axes, self.isHorizontal) = (axes, isHorizontal)
    axis = isHorizontal ? axes.axes.x : axes.axes.y
    ticks = isHorizontal ? axes.xTicks : axes.yTicks
  }

  /// Where the axis' line is, and which way its ticks go: down and right are positive.
  private func side(isFar: Bool) -> (line: Double, outward: Double) {
    isHorizontal
      ? (isFar ? frame.y : frame.bottom, isFar ? -1 : 1)
      : (isFar ? frame.right : frame.x, isFar ? 1 : -1)
  }

  func draw(on svg: inout SVGText) {
    for isFar in [false, true] where isFar ? axis.hasTicks.far : axis.hasTicks.near {
      drawTicks(ticks.places, axis.tickLength, axis.tickWidth, isFar: isFar, on: &svg)
      drawTicks(
        ticks.minor, axis.tickLength * 2 / 3.5, axis.tickWidth * 0.75, isFar: isFar, on: &svg)
    }
    let box = drawTexts(on: &svg)
    drawFactor(box, on: &svg)
    drawLabel(beside: box, on: &svg)
  }

  private func drawTicks(
    _ places: [Double], _ length: Double, _ width: Double, isFar: Bool, on svg: inout SVGText
  ) {
    guard length > 0, width > 0 else { return }
    let (line, outward) = side(isFar: isFar)
    let end = line + (axis.areTicksInside ? -outward : outward) * length
    for place in places {
      if isHorizontal {
        svg.line(axes.x(place), line, axes.x(place), end, axis.tickColor, width: width)
      } else {
        svg.line(line, axes.y(place), end, axes.y(place), axis.tickColor, width: width)
      }
    }
  }

  /// The texts of ticks, and what is around them; nil where there are none.
  private func drawTexts(on svg: inout SVGText) -> PageRectangle? {
    let (line, outward) = side(isFar: axis.isFar)
    let edge = line + outward * ((axis.areTicksInside ? 0 : axis.tickLength) + axis.tickPad)
    let far = axis.isFar
    var alignment = TextPlacement.Alignment(rotation: axis.tickRotation)
    alignment.isAlignedFirst = axis.areTicksAlignedFirst
    if isHorizontal {
      (alignment.horizontal, alignment.vertical) = ("center", far ? "bottom" : "top")
    } else {
      (alignment.horizontal, alignment.vertical) = (far ? "left" : "right", "center_baseline")
    }
    if let set = axis.tickAlignment { alignment.horizontal = set }
    var written = SVGText()
    written.isMeasuring = svg.isMeasuring
    let minor = zip(ticks.minor, ticks.minorTexts).filter { !$0.1.isEmpty }
    for (place, text) in Array(zip(ticks.places, ticks.texts)) + minor {
      let x = isHorizontal ? axes.x(place) : edge
      let y = isHorizontal ? edge : axes.y(place)
      written.text(text, x, y, style: axis.tickStyle, alignment)
    }
    svg.add(written)
    return written.bounds
  }

  private func drawFactor(_ box: PageRectangle?, on svg: inout SVGText) {
    guard let factor = ticks.factor else { return }
    if isHorizontal {
      let y = (box?.bottom ?? frame.bottom) + 3
      svg.text(
        factor, frame.right, y, style: axis.tickStyle, .init(horizontal: "right", vertical: "top"))
    } else {
      svg.text(
        factor, axis.isFar ? frame.right : frame.x, frame.y - 3, style: axis.tickStyle,
        .init(horizontal: axis.isFar ? "right" : "left"))
    }
  }

  private func drawLabel(beside box: PageRectangle?, on svg: inout SVGText) {
    guard let label = axis.label else { return }
    let (line, outward) = side(isFar: axis.isFar)
    let hasTicks = axis.isFar ? axis.hasTicks.far : axis.hasTicks.near
    let standsOut = hasTicks && !ticks.places.isEmpty && !axis.areTicksInside
    var edge = line + (standsOut ? outward * axis.tickLength : 0)
    if let box {
      let reach =
        isHorizontal ? (axis.isFar ? box.y : box.bottom) : (axis.isFar ? box.right : box.x)
      edge = outward > 0 ? max(edge, reach) : min(edge, reach)
    }
    edge += outward * axis.labelPad
    var alignment = TextPlacement.Alignment(horizontal: "center", isAlignedFirst: true)
    if isHorizontal {
      alignment.vertical = axis.isFar ? "bottom" : "top"
      draw(label, frame.x + frame.width / 2, edge, alignment, on: &svg)
    } else {
      (alignment.vertical, alignment.rotation) = (axis.isFar ? "top" : "bottom", 90)
      draw(label, edge, frame.y + frame.height / 2, alignment, on: &svg)
    }
  }

  /// A label's length is no reason to give axes more room.
  private func draw(
    _ label: (text: String, style: TextStyle), _ x: Double, _ y: Double,
    _ alignment: TextPlacement.Alignment, on svg: inout SVGText
  ) {
    svg.text(label.text, x, y, style: label.style, alignment, isInLayout: !svg.isMeasuring)
    guard svg.isMeasuring else { return }
    let box = TextPlacement(label.text, size: label.style.size, at: (x, y), alignment).box
    svg.reach(
      isHorizontal
        ? PageRectangle(x: box.x + box.width / 2, y: box.y, width: 0, height: box.height)
        : PageRectangle(x: box.x, y: box.y + box.height / 2, width: box.width, height: 0))
  }
}
