/// The box with the names of series.
struct LegendDrawing {
  private let legend: PlotLegend
  private let axes: AxesDrawing

  init(_ legend: PlotLegend, _ axes: AxesDrawing) {
    (self.legend, self.axes) = (legend, axes)
  }

  private struct Entry {
    var text: String
    var artist: PlotArtist
  }

  private var entries: [Entry] {
    let all = (axes.axes.twinOf.map { $0.artists } ?? []) + axes.axes.artists
    if let texts = legend.texts {
      let named = axes.axes.artists.filter { if case .text = $0 { false } else { true } }
      return zip(texts, named).map { Entry(text: $0, artist: $1) }
    }
    return all.compactMap { artist in
      artist.label.map { Entry(text: $0, artist: artist) }
    }.filter { !$0.text.isEmpty && !$0.text.hasPrefix("_") }
  }

  func draw(on svg: inout SVGText) {
    let entries = entries
    guard !entries.isEmpty else { return }
    let size = legend.size
    // Lengths in sizes of the text, as Matplotlib has them: pads 0.4, handles 2, gaps 0.8 and 0.5.
    let columns = max(1, min(legend.columns, entries.count))
    let rows = (entries.count + columns - 1) / columns
    let line = size * 1.164 + size * 0.5
    let textWidth = entries.map { TextSize.width($0.text, size: size) }.max() ?? 0
    let column = size * 2.8 + textWidth
    let width = Double(columns) * column + Double(columns - 1) * size * 2 + size * 0.8
    let head = legend.title == nil ? 0 : line
    let height = Double(rows) * line - size * 0.5 + size * 0.8 + head
    let corner = corner(width, height)
    if legend.hasFrame {
      svg.rectangle(
        corner.x, corner.y, width, height, fill: PlotColor(1, 1, 1, 0.8),
        stroke: PlotColor(0.8, 0.8, 0.8, 0.8), radius: size * 0.2)
    }
    if let title = legend.title {
      svg.text(
        title, corner.x + width / 2, corner.y + size * 1.2, style: TextStyle(size: size),
        anchor: "middle")
    }
    for (index, entry) in entries.enumerated() {
      let x = corner.x + size * 0.4 + Double(index / rows) * (column + size * 2)
      let y = corner.y + size * 0.4 + head + Double(index % rows) * line
      handle(entry.artist, x, y + size * 0.6, size, on: &svg)
      svg.text(entry.text, x + size * 2.8, y + size * 0.95, style: TextStyle(size: size))
    }
  }

  private func handle(
    _ artist: PlotArtist, _ x: Double, _ y: Double, _ size: Double, on svg: inout SVGText
  ) {
    let end = x + size * 2
    switch artist {
    case .line(let line):
      if LineStyle.isVisible(line.style) {
        svg.line(
          x, y, end, y, line.color, width: line.width,
          dashes: LineStyle.dashes(line.style, width: line.width))
      }
      if !line.marker.isEmpty, line.marker != "None" {
        svg.add(
          MarkerPath.element(
            line.marker, (x + end) / 2, y, size: line.markerSize, color: line.color))
      }
    case .rule(let rule):
      svg.line(
        x, y, end, y, rule.color, width: rule.width,
        dashes: LineStyle.dashes(rule.style, width: rule.width))
    case .bars(let bars):
      svg.rectangle(x, y - size * 0.35, size * 2, size * 0.7, fill: bars.bars.first?.color)
    case .area(let area): svg.rectangle(x, y - size * 0.35, size * 2, size * 0.7, fill: area.color)
    case .points(let points):
      svg.add(
        MarkerPath.element(
          points.marker, (x + end) / 2, y, size: 6, color: points.colors.first ?? .black))
    case .image, .text, .wedges: break
    }
  }

  /// The upper left corner.
  private func corner(_ width: Double, _ height: Double) -> (x: Double, y: Double) {
    let frame = axes.frame
    let pad = legend.size * 0.5
    if let anchor = legend.anchor, anchor.count >= 2 {
      let x = frame.x + anchor[0] * frame.width
      let y = frame.y + (1 - anchor[1]) * frame.height
      let name = legend.place == "best" ? "upper left" : legend.place
      let left =
        name.hasSuffix("right") ? x - width - pad : name.hasSuffix("left") ? x + pad : x - width / 2
      let top =
        name.hasPrefix("lower")
        ? y - height - pad : name.hasPrefix("upper") ? y + pad : y - height / 2
      return (left, top)
    }
    let name = legend.place == "best" ? best(width, height) : legend.place
    return corner(name, width, height)
  }

  private func corner(_ name: String, _ width: Double, _ height: Double) -> (x: Double, y: Double) {
    let frame = axes.frame
    let pad = legend.size * 0.5
    let x =
      name.hasSuffix("left")
      ? frame.x + pad
      : name.hasSuffix("right")
        ? frame.x + frame.width - width - pad : frame.x + (frame.width - width) / 2
    let y =
      name.hasPrefix("upper")
      ? frame.y + pad
      : name.hasPrefix("lower")
        ? frame.y + frame.height - height - pad : frame.y + (frame.height - height) / 2
    return (x, y)
  }

  /// The place whose box covers the fewest points of lines, in Matplotlib's order of places.
  private func best(_ width: Double, _ height: Double) -> String {
    let names = [
      "upper right", "upper left", "lower left", "lower right", "center right", "center left",
      "lower center", "upper center", "center",
    ]
    let points = axes.axes.artists.flatMap { artist -> [(Double, Double)] in
      switch artist {
      case .line(let line): between(zip(line.x, line.y).map { (axes.x($0), axes.y($1)) })
      case .points(let points): zip(points.x, points.y).map { (axes.x($0), axes.y($1)) }
      case .bars(let bars) where !bars.isHorizontal:
        bars.bars.flatMap { bar in
          [(axes.x(bar.start), axes.y(bar.to)), (axes.x(bar.start + bar.extent), axes.y(bar.to))]
        }
      default: []
      }
    }
    var winner = (name: names[0], count: Int.max)
    for name in names {
      let box = corner(name, width, height)
      let count = points.count {
        $0.0 >= box.x && $0.0 <= box.x + width && $0.1 >= box.y && $0.1 <= box.y + height
      }
      if count < winner.count { winner = (name, count) }
    }
    return winner.name
  }

  /// The points of a line, and some between them.
  private func between(_ points: [(Double, Double)]) -> [(Double, Double)] {
    guard points.count < 400 else { return points }
    return zip(points, points.dropFirst()).flatMap { a, b in
      (0..<8).map { step in
        let share = Double(step) / 8
        return (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share)
      }
    } + points.suffix(1)
  }
}

extension PlotArtist {
  /// The name in a legend.
  public var label: String? {
    switch self {
    case .line(let line): line.label
    case .bars(let bars): bars.label
    case .points(let points): points.label
    case .area(let area): area.label
    case .rule(let rule): rule.label
    case .image, .text, .wedges: nil
    }
  }
}
