/// The box with the names of series.
struct LegendDrawing {
  private let legend: PlotLegend
  private let axes: AxesDrawing

  init(_ legend: PlotLegend, _ axes: AxesDrawing) {
    (self.legend, self.axes) = (legend, axes)
  }

  private var titleSize: Double { legend.titleSize ?? axes.axes.look.textSize }

  private func text(_ size: Double) -> TextStyle {
    TextStyle(size: size, color: axes.axes.look.textColor)
  }

  private typealias Entry = LegendEntry

  private var entries: [Entry] { legend.entries(of: axes.axes) }

  /// The entries in columns, the first ones longer where they don't come out even.
  private var columns: [ArraySlice<Entry>] {
    let entries = entries[...]
    let count = max(1, min(legend.columns, entries.count))
    let (rows, longer) = entries.count.quotientAndRemainder(dividingBy: count)
    var start = 0
    return (0..<count).map { column in
      defer { start += rows + (column < longer ? 1 : 0) }
      return entries[start..<start + rows + (column < longer ? 1 : 0)]
    }
  }

  // Lengths in sizes of the text, as Matplotlib has them: pads 0.4, handles 2, gaps 0.8 and 0.5.
  func draw(on svg: inout SVGText) {
    let (size, columns) = (legend.size, columns)
    let rows = columns.first?.count ?? 0
    guard rows > 0 else { return }
    let widths = columns.map { column in
      signRoom + (column.map { TextSize.width($0.text, size: size) }.max() ?? 0)
    }
    let titleWidth = legend.title.map { TextSize.width($0, size: titleSize) } ?? 0
    let inside = widths.reduce(0, +) + Double(columns.count - 1) * size * 2
    let width = max(inside, titleWidth) + size * 0.8
    let head =
      legend.title.map { TextSize.height($0, size: titleSize) + size * legend.spacing } ?? 0
    let heights = columns.map { column in height(column.map(\.text), size) }
    let room = (heights.max() ?? 0) + head + size * 0.8
    let frame = LegendPlace(legend, axes).frame(width, room)
    drawFrame(PageRectangle(x: frame.x, y: frame.y, width: width, height: frame.height), on: &svg)
    if let title = legend.title {
      svg.text(
        title, frame.x + width / 2, frame.y + size * 0.4, style: text(titleSize),
        .init(horizontal: "center", vertical: "top"))
    }
    var x = frame.x + (width - inside) / 2
    for (column, width) in zip(columns, widths) {
      draw(column, x, frame.y + size * 0.4 + head, on: &svg)
      x += width + size * 2
    }
  }

  /// From a sign's start to its text.
  private var signRoom: Double { legend.size * (legend.handleLength + 0.8) }

  private func drawFrame(_ frame: PageRectangle, on svg: inout SVGText) {
    svg.reach(frame)
    guard legend.hasFrame else { return }
    let face = legend.face ?? axes.axes.look.axesFace
    let radius = legend.isRound ? legend.size * 0.2 : 0
    if legend.hasShadow {
      let dark = PlotColor(face.red * 0.3, face.green * 0.3, face.blue * 0.3, 0.5)
      svg.rectangle(
        frame.x + 2, frame.y + 2, frame.width, frame.height, fill: dark, stroke: dark,
        radius: radius)
    }
    svg.rectangle(
      frame.x, frame.y, frame.width, frame.height, fill: face.with(alpha: legend.alpha),
      stroke: legend.edge.with(alpha: legend.alpha), radius: radius)
  }

  private func height(_ texts: [String], _ size: Double) -> Double {
    texts.map { TextSize.height($0, size: size) }.reduce(0, +)
      + Double(texts.count - 1) * size * legend.spacing
  }

  private func draw(
    _ column: ArraySlice<Entry>, _ x: Double, _ top: Double, on svg: inout SVGText
  ) {
    let size = legend.size
    var y = top
    for entry in column {
      let height = TextSize.height(entry.text, size: size)
      // Texts of several lines have their sign beside the middle.
      handle(entry.artist, x, y + height / 2 + size * 0.26, size, on: &svg)
      svg.text(
        entry.text, x + signRoom, y, style: text(size), .init(vertical: "top"))
      y += height + size * legend.spacing
    }
  }

  /// - Parameter ground: the text's baseline.
  private func handle(
    _ artist: PlotArtist, _ x: Double, _ ground: Double, _ size: Double, on svg: inout SVGText
  ) {
    let (middle, end) = (ground - size * 0.35, x + size * legend.handleLength)
    func patch(_ face: PlotColor?, _ edge: PlotColor?, _ width: Double) {
      svg.rectangle(
        x, ground - size * 0.7, size * legend.handleLength, size * 0.7, fill: face, stroke: edge,
        lineWidth: width)
    }
    func stroke(_ color: PlotColor, _ style: String, _ width: Double) {
      guard LineStyle.isVisible(style) else { return }
      svg.line(
        x, middle, end, middle, color, width: width,
        dashes: LineStyle.dashes(style, width: width), isProjecting: true)
    }
    switch artist {
    case .line(let line):
      stroke(line.color, line.style, line.width)
      guard LineStyle.isVisible(line.marker) else { return }
      svg.add(
        MarkerPath.element(
          line.marker, (x + end) / 2, middle, size: line.markerSize, line.markerPaint))
    case .rule(let rule): stroke(rule.color, rule.style, rule.width)
    case .bars(let bars): patch(bars.bars.first?.color, bars.bars.first?.edge, bars.lineWidth)
    case .area(let area): patch(area.color, area.edge, 1)
    case .shape(let shape) where shape.isClosed || shape.isPatch:
      patch(shape.face, shape.edge, shape.width)
    case .shape(let shape): stroke(shape.edge ?? .black, shape.style, shape.width)
    case .points(let points):
      let color = points.colors.first ?? .black
      svg.add(
        MarkerPath.element(
          points.marker, (x + end) / 2, ground - size * 0.2625,
          size: (points.areas.max() ?? 36).squareRoot(), points.paint(color)))
    case .image, .text, .wedges, .arrow: break
    }
  }
}
