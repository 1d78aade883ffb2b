internal import Texts

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
    case .shape(let shape): draw(shape, on: &svg)
    // These may stand beside the frame: they are drawn where nothing is cut off.
    case .text, .wedges, .arrow: break
    }
  }

  /// What is drawn beyond the frame, too.
  func drawUncut(_ artist: PlotArtist, on svg: inout SVGText) {
    switch artist {
    case .wedges(let wedges): WedgeDrawing(axes, wedges).draw(on: &svg)
    case .arrow(let arrow): ArrowDrawing(axes, arrow).draw(on: &svg)
    case .text(let text):
      let frame = axes.frame
      let x = text.isInShares ? frame.x + text.x * frame.width : axes.x(text.x)
      let y = text.isInShares ? frame.bottom - text.y * frame.height : axes.y(text.y)
      guard x.isFinite, y.isFinite else { return }
      Self.draw(text, at: (x + text.offset.x, y - text.offset.y), on: &svg)
    default: break
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
    let (xs, ys) = LineSteps.points(line)
    let path = path(xs, ys)
    if LineStyle.isVisible(line.style), path.contains("L") {
      let dashes = LineStyle.dashes(line.style, width: line.width)
      let paint = SVGText.paint(stroke: line.color, width: line.width, dashes: dashes)
      let cap = dashes.isEmpty ? " stroke-linecap=\"square\"" : ""
      svg.add("<path d=\"\(path)\"\(paint) stroke-linejoin=\"round\"\(cap)/>")
    }
    guard LineStyle.isVisible(line.marker) else { return }
    for (x, y) in zip(line.x, line.y) where x.isFinite && y.isFinite {
      svg.add(
        MarkerPath.element(
          line.marker, axes.x(x), axes.y(y), size: line.markerSize, line.markerPaint))
    }
  }

  private func draw(_ bars: PlotBars, on svg: inout SVGText) {
    for bar in bars.bars where bar.from.isFinite && bar.to.isFinite {
      let along = (bar.start, bar.start + bar.extent)
      let (x1, x2, y1, y2) =
        bars.isHorizontal
        ? (axes.x(bar.from), axes.x(bar.to), axes.y(along.0), axes.y(along.1))
        : (axes.x(along.0), axes.x(along.1), axes.y(bar.from), axes.y(bar.to))
      svg.rectangle(
        x1, y1, x2 - x1, y2 - y1, fill: bar.color, stroke: bar.edge, lineWidth: bars.lineWidth)
    }
  }

  private func draw(_ image: PlotImage, on svg: inout SVGText) {
    let pixels = image.colors.flatMap { color in
      color.bytes + [UInt8(max(0, min(255, (color.alpha * 255).rounded())))]
    }
    let png = Base64.text(
      PNGImage.bytes(pixels, width: image.columns, height: image.rows))
    let place = image.place
    let (left, right) = (axes.x(place.left), axes.x(place.right))
    let (low, high) = (axes.y(place.bottom), axes.y(place.top))
    // The first row is where the image begins.
    let (first, last) = image.isUpsideDown ? (low, high) : (high, low)
    let n = SVGText.number
    let (flipX, flipY) = (right < left, last < first)
    let turned =
      flipX || flipY
      ? " transform=\"translate(\(n(flipX ? left + right : 0)) \(n(flipY ? first + last : 0)))"
        + " scale(\(flipX ? -1 : 1) \(flipY ? -1 : 1))\"" : ""
    let rendering = image.isSmooth ? "" : " image-rendering=\"pixelated\""
    let frame = PageRectangle(around: [(left, first), (right, last)])
    svg.add(
      "<image\(SVGText.attributes(frame)) preserveAspectRatio=\"none\"\(rendering)\(turned)"
        + " href=\"data:image/png;base64,\(png)\"/>")
  }

  private func draw(_ points: PlotPoints, on svg: inout SVGText) {
    guard !points.colors.isEmpty, !points.areas.isEmpty else { return }
    for (index, (x, y)) in zip(points.x, points.y).enumerated() where x.isFinite && y.isFinite {
      let color = points.colors[index % points.colors.count]
      let area = points.areas[index % points.areas.count]
      svg.add(
        MarkerPath.element(
          points.marker, axes.x(x), axes.y(y), size: max(area, 0).squareRoot(),
          points.paint(color)))
    }
  }

  private func draw(_ area: PlotArea, on svg: inout SVGText) {
    let outline = path(area.x + area.x.reversed(), area.high + area.low.reversed())
    svg.add("<path d=\"\(outline)Z\"\(SVGText.paint(fill: area.color, stroke: area.edge))/>")
  }

  private func draw(_ shape: PlotShape, on svg: inout SVGText) {
    let frame = axes.frame
    let n = SVGText.number
    let outline = shape.paths.map { path -> String in
      let points = zip(path.x, path.y).map { x, y in
        let left = shape.sharesX ? frame.x + x * frame.width : axes.x(x)
        let top = shape.sharesY ? frame.bottom - y * frame.height : axes.y(y)
        return "\(n(left)) \(n(top))"
      }
      return "M" + points.joined(separator: "L") + (shape.isClosed ? "Z" : "")
    }.joined()
    let dashes = LineStyle.dashes(shape.style, width: shape.width)
    let paint = SVGText.paint(
      fill: shape.face, stroke: LineStyle.isVisible(shape.style) ? shape.edge : nil,
      width: shape.width, dashes: dashes)
    svg.add("<path d=\"\(outline)\"\(paint) fill-rule=\"evenodd\"/>")
  }

  private func draw(_ rule: PlotRule, on svg: inout SVGText) {
    let frame = axes.frame
    let dashes = LineStyle.dashes(rule.style, width: rule.width)
    if rule.isHorizontal {
      let y = axes.y(rule.value)
      let (from, to) = (frame.x + rule.span.0 * frame.width, frame.x + rule.span.1 * frame.width)
      svg.line(from, y, to, y, rule.color, width: rule.width, dashes: dashes, isProjecting: true)
    } else {
      let x = axes.x(rule.value)
      let (from, to) = (
        frame.bottom - rule.span.0 * frame.height, frame.bottom - rule.span.1 * frame.height
      )
      svg.line(x, from, x, to, rule.color, width: rule.width, dashes: dashes, isProjecting: true)
    }
  }

  /// A text and its box at a point of the page.
  static func draw(
    _ text: PlotText, at point: (x: Double, y: Double), on svg: inout SVGText
  ) {
    let alignment = TextPlacement.Alignment(
      horizontal: text.horizontal, vertical: text.vertical, rotation: text.rotation)
    if let box = text.box {
      let placement = TextPlacement(text.text, size: text.style.size, at: point, alignment)
      let frame = placement.box.padded(box.pad)
      if text.rotation == 0 {
        svg.rectangle(
          frame.x, frame.y, frame.width, frame.height, fill: box.face, stroke: box.edge,
          lineWidth: box.width, radius: box.radius)
      } else {
        let n = SVGText.number
        let path = placement.corners.map { "\(n($0.x)) \(n($0.y))" }.joined(separator: "L")
        svg.add(
          "<path d=\"M\(path)Z\"\(SVGText.paint(fill: box.face, stroke: box.edge, width: box.width))/>"
        )
        svg.reach(frame)
      }
    }
    svg.text(text.text, point.x, point.y, style: text.style, alignment)
  }
}

extension PlotLine {
  /// How its markers are painted.
  var markerPaint: MarkerPath.Paint {
    MarkerPath.Paint(
      face: markerFace ?? color, edge: markerEdge ?? color, width: markerEdgeWidth)
  }
}

extension PlotPoints {
  func paint(_ color: PlotColor) -> MarkerPath.Paint {
    MarkerPath.Paint(face: color, edge: edge ?? color, width: edgeWidth)
  }
}
