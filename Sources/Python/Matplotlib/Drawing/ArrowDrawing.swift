/// Draws arrows of annotations, from the middle of the text's box to the point.
struct ArrowDrawing {
  private let axes: AxesDrawing
  private let arrow: PlotArrow
  init(_ axes: AxesDrawing, _ arrow: PlotArrow) { (self.axes, self.arrow) = (axes, arrow) }

  func draw(on svg: inout SVGText) {
    let text = arrow.text
    let held = (x: axes.x(text.x) + text.offset.x, y: axes.y(text.y) - text.offset.y)
    let box = TextPlacement(
      text.text, size: text.style.size, at: held,
      .init(horizontal: text.horizontal, vertical: text.vertical, rotation: text.rotation)
    ).box
    let pad = text.box?.pad ?? 4
    let tip = (x: axes.x(arrow.tip.x), y: axes.y(arrow.tip.y))
    if arrow.style == nil { return drawFilled(from: corner(box, tip), to: tip, on: &svg) }
    let middle = (x: box.x + box.width / 2, y: box.y + box.height / 2)
    guard let start = leaving(box.padded(pad), from: middle, to: tip) else { return }
    // Two points are left free at both ends.
    drawLine(from: moved(start, to: tip, by: 2), to: moved(tip, to: start, by: 2), on: &svg)
  }

  private func moved(
    _ from: (x: Double, y: Double), to: (x: Double, y: Double), by length: Double
  ) -> (x: Double, y: Double) {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let whole = max((dx * dx + dy * dy).squareRoot(), 1e-9)
    return (from.x + dx / whole * length, from.y + dy / whole * length)
  }

  /// Where a way leaves a box; nil where it ends inside.
  private func leaving(
    _ box: PageRectangle, from: (x: Double, y: Double), to: (x: Double, y: Double)
  ) -> (x: Double, y: Double)? {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let share = min(
      dx == 0 ? .infinity : box.width / 2 / abs(dx), dy == 0 ? .infinity : box.height / 2 / abs(dy))
    return share < 1 ? (from.x + dx * share, from.y + dy * share) : nil
  }

  private func drawLine(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), on svg: inout SVGText
  ) {
    let color = arrow.color ?? .black
    let n = SVGText.number
    svg.line(start.x, start.y, end.x, end.y, color, width: arrow.width)
    guard arrow.style != "-" else { return }
    // A head 4 long and 4 wide, as Matplotlib has it for texts of size 10.
    let back = moved(end, to: start, by: 4)
    let (dx, dy) = ((end.x - back.x) / 2, (end.y - back.y) / 2)
    let isFilled = arrow.style == "-|>"
    let path =
      "M\(n(back.x - dy)) \(n(back.y + dx))L\(n(end.x)) \(n(end.y))L\(n(back.x + dy)) \(n(back.y - dx))"
    let paint = SVGText.paint(fill: isFilled ? color : nil, stroke: color, width: arrow.width)
    svg.add("<path d=\"\(path)\(isFilled ? "Z" : "")\"\(paint)/>")
  }

  /// The corner or middle of an edge that is nearest to the point.
  private func corner(
    _ box: PageRectangle, _ tip: (x: Double, y: Double)
  ) -> (x: Double, y: Double) {
    func nearest(_ places: [Double], _ to: Double) -> Double {
      places.min { abs($0 - to) < abs($1 - to) } ?? to
    }
    return (
      nearest([box.x, box.x + box.width / 2, box.right], tip.x),
      nearest([box.y, box.y + box.height / 2, box.bottom], tip.y)
    )
  }

  private func drawFilled(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), on svg: inout SVGText
  ) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let whole = (dx * dx + dy * dy).squareRoot()
    guard whole > 0 else { return }
    let (from, to) = (
      moved(start, to: end, by: arrow.shrink * whole),
      moved(end, to: start, by: arrow.shrink * whole)
    )
    let neck = moved(to, to: from, by: min(arrow.head, whole))
    let (ux, uy) = (dx / whole, dy / whole)
    func beside(_ point: (x: Double, y: Double), _ width: Double) -> String {
      "\(SVGText.number(point.x - uy * width / 2)) \(SVGText.number(point.y + ux * width / 2))"
    }
    let path = [
      beside(from, arrow.shaft), beside(neck, arrow.shaft), beside(neck, arrow.head),
      beside(to, 0), beside(neck, -arrow.head), beside(neck, -arrow.shaft),
      beside(from, -arrow.shaft),
    ].joined(separator: "L")
    let paint = SVGText.paint(
      fill: arrow.color ?? PlotColor("C0"), stroke: arrow.color ?? .black, width: arrow.width)
    svg.add("<path d=\"M\(path)Z\"\(paint)/>")
    svg.reach(PageRectangle(around: [from, to]))
  }
}
