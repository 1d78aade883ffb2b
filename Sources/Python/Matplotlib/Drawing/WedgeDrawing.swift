#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Draws a pie: its wedges against the clock, and their texts.
struct WedgeDrawing {
  private let axes: AxesDrawing
  private let wedges: PlotWedges

  init(_ axes: AxesDrawing, _ wedges: PlotWedges) { (self.axes, self.wedges) = (axes, wedges) }

  func draw(on svg: inout SVGText) {
    // Shares of less than one in all leave a gap only where they aren't made whole.
    let total = wedges.shares.reduce(0, +)
    guard total > 0, !wedges.colors.isEmpty else { return }
    var angle = wedges.startAngle * .pi / 180
    for (index, share) in wedges.shares.enumerated() {
      let end = angle + (wedges.isCounterClockwise ? 1 : -1) * share / total * 2 * .pi
      let middle = (angle + end) / 2
      let out = index < wedges.explode.count ? wedges.explode[index] : 0
      let center = (x: out * cos(middle), y: out * sin(middle))
      drawWedge(index, from: min(angle, end), to: max(angle, end), center, on: &svg)
      drawTexts(index, middle, center, on: &svg)
      angle = end
    }
  }

  private func drawWedge(
    _ index: Int, from: Double, to: Double, _ center: (x: Double, y: Double),
    on svg: inout SVGText
  ) {
    let n = SVGText.number
    let size = wedges.radius
    func place(_ angle: Double) -> String {
      "\(n(axes.x(center.x + size * cos(angle)))) \(n(axes.y(center.y + size * sin(angle))))"
    }
    let radius = n(size * abs(axes.x(1) - axes.x(0)))
    let paint = SVGText.paint(
      fill: wedges.colors[index % wedges.colors.count], stroke: wedges.edge,
      width: wedges.edgeWidth)
    if to - from > 2 * .pi - 1e-6 {
      svg.add(
        "<circle cx=\"\(n(axes.x(center.x)))\" cy=\"\(n(axes.y(center.y)))\" r=\"\(radius)\"\(paint)/>"
      )
    } else {
      let arc = "A\(radius) \(radius) 0 \(to - from > .pi ? 1 : 0) 0 \(place(to))"
      svg.add(
        "<path d=\"M\(n(axes.x(center.x))) \(n(axes.y(center.y)))L\(place(from))\(arc)Z\"\(paint)/>"
      )
    }
  }

  private func drawTexts(
    _ index: Int, _ angle: Double, _ center: (x: Double, y: Double), on svg: inout SVGText
  ) {
    func write(_ text: String, _ distance: Double, _ horizontal: String) {
      svg.text(
        text, axes.x(center.x + distance * wedges.radius * cos(angle)),
        axes.y(center.y + distance * wedges.radius * sin(angle)), style: wedges.textStyle,
        .init(horizontal: horizontal, vertical: "center"))
    }
    if index < wedges.labels.count {
      write(wedges.labels[index], wedges.labelDistance, cos(angle) > 0 ? "left" : "right")
    }
    if index < wedges.insides.count {
      write(wedges.insides[index], wedges.insideDistance, "center")
    }
  }
}
