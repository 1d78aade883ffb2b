#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Draws what axes show.
struct ArtistDrawing {
  private let axes: AxesDrawing
  init(_ axes: AxesDrawing) { self.axes = axes }

  func draw(_ artist: PlotArtist, on svg: inout SVGText) {
    switch artist {
    case .line(let line): draw(line, on: &svg)
    case .bars(let bars): draw(bars, on: &svg)
    case .image(let image): draw(image, on: &svg)
    case .points(let points): draw(points, on: &svg)
    case .area(let area): draw(area, on: &svg)
    case .rule(let rule): draw(rule, on: &svg)
    case .wedges(let wedges): draw(wedges, on: &svg)
    // Texts may stand beside the frame: they are drawn where nothing is cut off.
    case .text: break
    }
  }

  /// `M1 2L3 4`, broken where a number is missing.
  private func path(_ xs: [Double], _ ys: [Double]) -> String {
    var path = ""
    var isOpen = false
    for (x, y) in zip(xs, ys) {
      guard x.isFinite, y.isFinite else {
        isOpen = false
        continue
      }
      path += "\(isOpen ? "L" : "M")\(SVGText.number(axes.x(x))) \(SVGText.number(axes.y(y)))"
      isOpen = true
    }
    return path
  }

  private func draw(_ line: PlotLine, on svg: inout SVGText) {
    let path = path(line.x, line.y)
    if LineStyle.isVisible(line.style), path.contains("L") {
      let paint = SVGText.paint(
        stroke: line.color, width: line.width,
        dashes: LineStyle.dashes(line.style, width: line.width))
      svg.add("<path d=\"\(path)\"\(paint) stroke-linejoin=\"round\"/>")
    }
    guard !line.marker.isEmpty, line.marker != "None" else { return }
    for (x, y) in zip(line.x, line.y) where x.isFinite && y.isFinite {
      svg.add(
        MarkerPath.element(
          line.marker, axes.x(x), axes.y(y), size: line.markerSize, color: line.color))
    }
  }

  private func draw(_ bars: PlotBars, on svg: inout SVGText) {
    for bar in bars.bars {
      let along = (bar.start, bar.start + bar.extent)
      let (x1, x2, y1, y2) =
        bars.isHorizontal
        ? (axes.x(bar.from), axes.x(bar.to), axes.y(along.0), axes.y(along.1))
        : (axes.x(along.0), axes.x(along.1), axes.y(bar.from), axes.y(bar.to))
      svg.rectangle(x1, y1, x2 - x1, y2 - y1, fill: bar.color, stroke: bars.edge)
    }
  }

  private func draw(_ image: PlotImage, on svg: inout SVGText) {
    let pixels = image.colors.flatMap { color in
      color.bytes + [UInt8(max(0, min(255, (color.alpha * 255).rounded())))]
    }
    let png = PNGImage.base64(
      PNGImage.bytes(pixels, width: image.columns, height: image.rows))
    let (left, right) = (axes.x(-0.5), axes.x(Double(image.columns) - 0.5))
    let (first, last) = (axes.y(-0.5), axes.y(Double(image.rows) - 0.5))
    let flip = last < first
    let n = SVGText.number
    let turned =
      flip ? " transform=\"translate(0 \(n(first + last))) scale(1 -1)\"" : ""
    let rendering = image.isSmooth ? "" : " style=\"image-rendering:pixelated\""
    svg.add(
      "<image x=\"\(n(left))\" y=\"\(n(min(first, last)))\" width=\"\(n(right - left))\" height=\"\(n(abs(last - first)))\" preserveAspectRatio=\"none\"\(rendering)\(turned) href=\"data:image/png;base64,\(png)\"/>"
    )
  }

  private func draw(_ points: PlotPoints, on svg: inout SVGText) {
    for (index, (x, y)) in zip(points.x, points.y).enumerated() where x.isFinite && y.isFinite {
      let color = points.colors[min(index, points.colors.count - 1)]
      let area = points.areas[min(index, points.areas.count - 1)]
      svg.add(
        MarkerPath.element(
          points.marker, axes.x(x), axes.y(y), size: max(area, 0).squareRoot(), color: color))
    }
  }

  private func draw(_ area: PlotArea, on svg: inout SVGText) {
    let outline = path(area.x + area.x.reversed(), area.high + area.low.reversed())
    svg.add("<path d=\"\(outline)Z\"\(SVGText.paint(fill: area.color))/>")
  }

  private func draw(_ rule: PlotRule, on svg: inout SVGText) {
    let frame = axes.frame
    let dashes = LineStyle.dashes(rule.style, width: rule.width)
    if rule.isHorizontal {
      let y = axes.y(rule.value)
      svg.line(frame.x, y, frame.x + frame.width, y, rule.color, width: rule.width, dashes: dashes)
    } else {
      let x = axes.x(rule.value)
      svg.line(x, frame.y, x, frame.y + frame.height, rule.color, width: rule.width, dashes: dashes)
    }
  }

  private func draw(_ wedges: PlotWedges, on svg: inout SVGText) {
    let total = wedges.shares.reduce(0, +)
    guard total > 0 else { return }
    var angle = wedges.startAngle * .pi / 180
    let n = SVGText.number
    for (index, share) in wedges.shares.enumerated() {
      let end = angle + share / total * 2 * .pi
      func place(_ radius: Double, _ angle: Double) -> (Double, Double) {
        (axes.x(radius * cos(angle)), axes.y(radius * sin(angle)))
      }
      let (a, b) = (place(1, angle), place(1, end))
      let radius = abs(axes.x(1) - axes.x(0))
      let middle = place(0, 0)
      svg.add(
        "<path d=\"M\(n(middle.0)) \(n(middle.1))L\(n(a.0)) \(n(a.1))A\(n(radius)) \(n(radius)) 0 \(end - angle > .pi ? 1 : 0) 0 \(n(b.0)) \(n(b.1))Z\"\(SVGText.paint(fill: wedges.colors[index % max(wedges.colors.count, 1)]))/>"
      )
      let half = (angle + end) / 2
      if index < wedges.labels.count {
        let at = place(1.1, half)
        svg.text(
          wedges.labels[index], at.0, at.1 + 3.6, style: TextStyle(),
          anchor: cos(half) >= 0 ? "start" : "end")
      }
      if index < wedges.insides.count {
        let at = place(0.6, half)
        svg.text(wedges.insides[index], at.0, at.1 + 3.6, style: TextStyle(), anchor: "middle")
      }
      angle = end
    }
  }

  func draw(text: PlotText, on svg: inout SVGText) {
    let frame = axes.frame
    let x = text.isInShares ? frame.x + text.x * frame.width : axes.x(text.x)
    let y = text.isInShares ? frame.y + (1 - text.y) * frame.height : axes.y(text.y)
    let size = text.style.size
    let height = TextSize.height(text.text, size: size)
    let down =
      switch text.vertical {
      case "top": size * 0.8
      case "center", "center_baseline": size * 0.36 - (height - size * 1.2) / 2
      case "bottom": -size * 0.24 - (height - size * 1.2)
      default: 0.0
      }
    let anchor = ["center": "middle", "right": "end"][text.horizontal] ?? "start"
    if let box = text.box {
      let width = TextSize.width(text.text, size: size)
      let left = anchor == "middle" ? x - width / 2 : anchor == "end" ? x - width : x
      svg.rectangle(
        left - 4, y + down - size * 0.9, width + 8, height + 2, fill: box, radius: 2)
    }
    svg.text(text.text, x, y + down, style: text.style, anchor: anchor, rotation: text.rotation)
  }
}
