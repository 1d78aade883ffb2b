internal import Diagnostics
internal import RunRecords

/// A chart with axes, grid, ticks and legend.
struct ChartDrawing: PanelDrawing {
  let chart: Figure.Chart
  let title: String
  let language: Language
  let extent: Extent
  private let x: Scale
  private let y: Scale
  private let titleLines: [String]
  private let legendRows: [[Int]]
  private let names: PlaceNames?
  /// How far apart the places of bars are.
  private let barRoom: Double
  /// Below the title.
  private let head: Double
  /// Whether the vertical axis says what the title doesn't.
  private let hasOwnLabel: Bool
  /// Where the axes meet: behind the widest tick.
  private let left: Double

  private static let leastLeft = 58.0
  private static let right = 20.0
  private static let leastBottom = 46.0

  /// - Parameter width: the panel's width; its height follows.
  init(_ chart: Figure.Chart, title: String?, width: Double, language: Language) {
    self.chart = chart
    self.title = title ?? ""
    self.language = language
    hasOwnLabel = chart.yLabel.lowercased() != self.title.lowercased()
    let hasBars = chart.series.contains { $0.style == .bars }
    let ys = chart.series.flatMap(\.y) + (hasBars ? [0] : [])
    left = Self.left(for: Scale(values: ys, from: 0, to: 1, ticks: 5), language)
    legendRows = Self.legend(chart.series.map(\.label), width: width - left - Self.right)
    titleLines = TextExtent.wrap(title ?? "", width: width - left, size: 14, most: 2)
    head = titleLines.isEmpty ? 12 : 16 + 18 * Double(titleLines.count)
    let top = head + (hasOwnLabel ? 20 : 6) + Double(legendRows.count) * 20
    let room = width - left - Self.right
    names = chart.xNames.map { PlaceNames($0, width: room) }
    let bottom = Self.leastBottom + (names?.height ?? 0)
    let height = top + (width * 0.5).rounded() + bottom
    extent = Extent(width: width, height: height)
    let xs = chart.series.flatMap(\.x)
    let isWhole = xs.allSatisfy { $0 == $0.rounded() }
    barRoom = Self.barRoom(chart.series)
    // Half a bar's width stands beyond the first and the last one.
    let shifts = hasBars ? [-0.6 * barRoom, 0.6 * barRoom] : [0]
    let reach = shifts.flatMap { shift in xs.map { $0 + shift } }
    x = Scale(
      values: reach, from: left, to: width - Self.right, ticks: width > 400 ? 7 : 5,
      isWhole: isWhole, isTight: true)
    y = Scale(values: ys, from: height - bottom, to: top, ticks: 5)
  }

  func draw(on canvas: inout Canvas) {
    for (index, line) in titleLines.enumerated() {
      canvas.label(line, x: left, y: 22 + 18 * Double(index), class: "cf-text cf-title")
    }
    drawLegend(on: &canvas)
    drawGrid(on: &canvas)
    for (index, series) in chart.series.enumerated() {
      draw(series, color: index % Palette.series.count, on: &canvas)
    }
    drawAxis(on: &canvas)
  }

  private func drawGrid(on canvas: inout Canvas) {
    if hasOwnLabel { canvas.label(chart.yLabel, x: 12, y: y.end - 12, class: "cf-muted") }
    for tick in y.ticks {
      let place = y.position(tick)
      canvas.line(from: (x.start, place), to: (x.end, place), class: "cf-grid")
      canvas.label(
        NumberForm.drawn(digits: y.digits, in: language).text(tick), x: x.start - 8,
        y: place + 4, class: "cf-muted cf-end")
    }
  }

  private func drawAxis(on canvas: inout Canvas) {
    canvas.line(from: (x.start, y.start), to: (x.end, y.start), class: "cf-axis")
    if let names {
      names.draw(at: x.position, y: y.start, on: &canvas)
    } else {
      drawTicks(on: &canvas)
    }
    canvas.label(
      chart.xLabel, x: (x.start + x.end) / 2, y: y.start + 38 + (names?.height ?? 0),
      class: "cf-muted cf-mid")
  }

  private func drawTicks(on canvas: inout Canvas) {
    for tick in x.ticks {
      let place = x.position(tick)
      canvas.line(from: (place, y.start), to: (place, y.start + 5), class: "cf-axis")
      canvas.label(
        NumberForm.drawn(digits: x.digits, in: language).text(tick), x: place,
        y: y.start + 19, class: "cf-muted cf-mid")
    }
  }

  private func drawLegend(on canvas: inout Canvas) {
    for (row, indices) in legendRows.enumerated() {
      var place = left
      let base = head + Double(row) * 20 + 8
      for index in indices {
        let series = chart.series[index]
        let color = index % Palette.series.count
        switch series.style {
        case .line, .dashed:
          let dash = series.style == .dashed ? " cf-dash" : ""
          canvas.line(
            from: (place, base - 4), to: (place + 22, base - 4),
            class: "cf-line cf-s\(color)\(dash)")
        case .points: canvas.circle(x: place + 11, y: base - 4, radius: 4, class: "cf-f\(color)")
        case .bars:
          canvas.rectangle(
            x: place + 5, y: base - 10, width: 12, height: 12, class: "cf-f\(color)")
        }
        canvas.label(series.label, x: place + 29, y: base, class: "cf-text")
        place += 47 + TextExtent.width(series.label, size: 12)
      }
    }
  }

  /// The smallest distance between neighboring bars; 1 where there are no neighbors.
  private static func barRoom(_ series: [Figure.Series]) -> Double {
    let distances = series.filter { $0.style == .bars }.flatMap { series in
      zip(series.x, series.x.dropFirst()).map { abs($1 - $0) }
    }
    return distances.filter { $0.isFinite && $0 > 0 }.min() ?? 1
  }

  /// The room that the ticks of a vertical axis need.
  private static func left(for scale: Scale, _ language: Language) -> Double {
    let form = NumberForm.drawn(digits: scale.digits, in: language)
    let widths = scale.ticks.map { TextExtent.width(form.text($0), size: 12) }
    return max(leastLeft, (widths.max() ?? 0).rounded(.up) + 8)
  }

  /// The legend's entries in rows that fit; one series needs no legend.
  private static func legend(_ labels: [String], width: Double) -> [[Int]] {
    guard labels.count > 1 else { return [] }
    var rows: [[Int]] = [[]]
    var used = 0.0
    for (index, label) in labels.enumerated() {
      let entry = 47 + TextExtent.width(label, size: 12)
      if used + entry > width, !rows[rows.count - 1].isEmpty {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(index)
      used += entry
    }
    return rows
  }
}

extension ChartDrawing {
  private typealias Point = (x: Double, y: Double)

  /// More points than pixels only make the file large.
  private static let mostPoints = 1500

  private func draw(_ series: Figure.Series, color: Int, on canvas: inout Canvas) {
    let pieces = pieces(of: series)
    switch series.style {
    case .line, .dashed:
      let dash = series.style == .dashed ? " cf-dash" : ""
      canvas.polyline(pieces, class: "cf-line cf-s\(color)\(dash)")
      // A few points are shown as such: an epoch is a point, not a stretch.
      let points = pieces.flatMap { $0 }
      guard points.count <= 30 else { return }
      for point in points {
        canvas.circle(x: point.x, y: point.y, radius: 3.2, class: "cf-f\(color)")
      }
    case .points:
      for point in pieces.flatMap({ $0 }) {
        canvas.circle(x: point.x, y: point.y, radius: 3.5, class: "cf-f\(color)")
      }
    case .bars: drawBars(pieces.flatMap { $0 }, color: color, on: &canvas)
    }
  }

  private func drawBars(_ points: [Point], color: Int, on canvas: inout Canvas) {
    let groups = chart.series.indices.filter { chart.series[$0].style == .bars }
    let slot = abs(x.position(barRoom) - x.position(0)) * 0.8
    let width = max(1, slot / Double(max(1, groups.count)))
    let order = groups.firstIndex { $0 % Palette.series.count == color } ?? 0
    let zero = y.position(0)
    for point in points {
      canvas.rectangle(
        x: point.x - slot / 2 + Double(order) * width, y: min(point.y, zero), width: width,
        height: abs(point.y - zero), class: "cf-f\(color)")
    }
  }

  /// Points in pixels; a value that isn't finite ends a piece.
  private func pieces(of series: Figure.Series) -> [[Point]] {
    let all = Array(zip(series.x, series.y))
    let stride = max(1, (all.count + Self.mostPoints - 1) / Self.mostPoints)
    var pieces: [[Point]] = [[]]
    for (index, (px, py)) in all.enumerated() where index % stride == 0 || index == all.count - 1 {
      if px.isFinite, py.isFinite {
        pieces[pieces.count - 1].append((x.position(px), y.position(py)))
      } else if pieces.last?.isEmpty == false {
        pieces.append([])
      }
    }
    return pieces.filter { !$0.isEmpty }
  }
}
