/// Where a legend lies.
struct LegendPlace {
  private let legend: PlotLegend
  private let axes: AxesDrawing

  init(_ legend: PlotLegend, _ axes: AxesDrawing) { (self.legend, self.axes) = (legend, axes) }

  /// In Matplotlib's order, in which the first wins among equals.
  private static let names = [
    "upper right", "upper left", "lower left", "lower right", "right", "center left",
    "center right", "lower center", "upper center", "center",
  ]

  func frame(_ width: Double, _ height: Double) -> PageRectangle {
    let name = legend.place == "best" ? best(width, height) : legend.place
    return place(name, width, height)
  }

  /// What it is placed in: the axes, or the anchor.
  private var room: PageRectangle {
    let frame = axes.frame
    guard let anchor = legend.anchor, anchor.count >= 2 else { return frame }
    let size = anchor.count == 4 ? (anchor[2], anchor[3]) : (0, 0)
    return PageRectangle(
      x: frame.x + anchor[0] * frame.width,
      y: frame.bottom - (anchor[1] + size.1) * frame.height, width: size.0 * frame.width,
      height: size.1 * frame.height)
  }

  private func place(_ name: String, _ width: Double, _ height: Double) -> PageRectangle {
    let across = name.hasSuffix("left") ? 0 : name.hasSuffix("right") ? 1 : 0.5
    let up = name.hasPrefix("upper") ? 1 : name.hasPrefix("lower") ? 0 : 0.5
    return room.padded(-legend.pad * legend.size).placing(width, height, anchor: (across, up))
  }

  /// Where the fewest points, lines and bars are covered.
  private func best(_ width: Double, _ height: Double) -> String {
    let things = things
    var winner = (name: Self.names[0], count: Int.max)
    for name in Self.names where winner.count > 0 {
      let box = place(name, width, height)
      let count =
        things.points.count(where: box.contains)
        + things.boxes.count(where: box.overlaps) + things.lines.count { Self.crosses($0, box) }
      if count < winner.count { winner = (name, count) }
    }
    return winner.name
  }

  private struct Things {
    var points: [(x: Double, y: Double)] = []
    var lines: [[(x: Double, y: Double)]] = []
    var boxes: [PageRectangle] = []
  }

  private var things: Things {
    var things = Things()
    for artist in axes.axes.artists {
      switch artist {
      case .line(let line):
        let (xs, ys) = LineSteps.points(line)
        let points = zip(xs, ys).map { (x: axes.x($0), y: axes.y($1)) }
        things.points += points
        things.lines.append(points)
      case .points(let points):
        things.points += zip(points.x, points.y).map { (axes.x($0), axes.y($1)) }
      case .bars(let bars):
        for bar in bars.bars {
          let along = (bar.start, bar.start + bar.extent)
          things.boxes.append(
            bars.isHorizontal
              ? PageRectangle(around: [
                (axes.x(bar.from), axes.y(along.0)), (axes.x(bar.to), axes.y(along.1)),
              ])
              : PageRectangle(around: [
                (axes.x(along.0), axes.y(bar.from)), (axes.x(along.1), axes.y(bar.to)),
              ]))
        }
      case .area(let area):
        let outline = zip(area.x + area.x.reversed(), area.high + area.low.reversed())
          .map { (x: axes.x($0), y: axes.y($1)) }
        things.points += outline
        things.lines.append(outline)
      case .rule(let rule):
        let frame = axes.frame
        let ends: [(x: Double, y: Double)] =
          rule.isHorizontal
          ? [(frame.x, axes.y(rule.value)), (frame.right, axes.y(rule.value))]
          : [(axes.x(rule.value), frame.bottom), (axes.x(rule.value), frame.y)]
        things.points += ends
        things.lines.append(ends)
      case .text(let text):
        guard !text.isInShares else { continue }
        let alignment = TextPlacement.Alignment(
          horizontal: text.horizontal, vertical: text.vertical, rotation: text.rotation)
        things.boxes.append(
          TextPlacement(
            text.text, size: text.style.size, at: (axes.x(text.x), axes.y(text.y)), alignment
          ).box)
      case .image, .wedges, .shape, .arrow: break
      }
    }
    return things
  }

  /// Whether any part of a line is inside of a box.
  private static func crosses(_ line: [(x: Double, y: Double)], _ box: PageRectangle) -> Bool {
    zip(line, line.dropFirst()).contains { a, b in
      guard a.x.isFinite, a.y.isFinite, b.x.isFinite, b.y.isFinite else { return false }
      // The part of the way from a to b that is inside (Liang and Barsky, 1984).
      var (from, to) = (0.0, 1.0)
      for (start, step, low, high) in [
        (a.x, b.x - a.x, box.x, box.right), (a.y, b.y - a.y, box.y, box.bottom),
      ] {
        if step == 0 {
          if start < low || start > high { return false }
          continue
        }
        let (first, second) = ((low - start) / step, (high - start) / step)
        from = max(from, min(first, second))
        to = min(to, max(first, second))
      }
      return from <= to
    }
  }
}
