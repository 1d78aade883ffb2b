/// Where axes and bars of colors lie in a figure.
struct FigureLayout {
  let figure: PlotFigure
  let spacing: PlotSpacing

  var width: Double { figure.width * 72 }
  var height: Double { figure.height * 72 }

  /// The axes' own room, before a bar of colors takes its part and images are made square.
  func slot(of axes: PlotAxes) -> PageRectangle {
    let owner = axes.twinOf ?? axes
    if let place = owner.place, place.count == 4 {
      return PageRectangle(
        x: place[0] * width, y: (1 - place[1] - place[3]) * height, width: place[2] * width,
        height: place[3] * height)
    }
    let cell = owner.cell ?? PlotCell(rows: 1, columns: 1, row: 0...0, column: 0...0)
    let columns = Self.spans(
      cell.columns, spacing.between.x, spacing.left, spacing.right, spacing.ratios.columns)
    let rows = Self.spans(
      cell.rows, spacing.between.y, 1 - spacing.top, 1 - spacing.bottom, spacing.ratios.rows)
    let (left, right) = (columns[cell.column.lowerBound].0, columns[cell.column.upperBound].1)
    let (top, bottom) = (rows[cell.row.lowerBound].0, rows[cell.row.upperBound].1)
    return PageRectangle(
      x: left * width, y: top * height, width: (right - left) * width,
      height: (bottom - top) * height)
  }

  /// The rectangle between the spines.
  func frame(of axes: PlotAxes) -> PageRectangle {
    let owner = axes.twinOf ?? axes
    var frame = slot(of: owner)
    guard let bar = owner.bar else { return frame.squared(owner) }
    let share = 1 - bar.fraction - bar.pad
    if bar.isHorizontal { frame.height *= share } else { frame.width *= share }
    return frame.squared(owner)
  }

  /// The rectangle of a bar: as long as the axes' room, unless it got too wide for its own.
  func frame(of bar: PlotColorbar, beside axes: PlotAxes) -> PageRectangle {
    var room = slot(of: axes)
    if bar.isHorizontal {
      let own = room.height * bar.fraction
      room = PageRectangle(
        x: room.x + room.width * (1 - bar.shrink) / 2, y: room.bottom - own,
        width: room.width * bar.shrink, height: own)
      let length = min(room.width, own * bar.aspect)
      return room.placing(length, length / bar.aspect, anchor: (0.5, 1))
    }
    let own = room.width * bar.fraction
    room = PageRectangle(
      x: room.right - own, y: room.y + room.height * (1 - bar.shrink) / 2, width: own,
      height: room.height * bar.shrink)
    let length = min(room.height, own * bar.aspect)
    return room.placing(length / bar.aspect, length, anchor: (0, 0.5))
  }

  /// The starts and ends of a grid's cells.
  private static func spans(
    _ count: Int, _ between: Double, _ low: Double, _ high: Double, _ ratios: [Double]
  ) -> [(Double, Double)] {
    let size = (high - low) / (Double(count) + between * Double(count - 1))
    let total = ratios.reduce(0, +)
    let sizes =
      ratios.count == count && total > 0
      ? ratios.map { $0 / total * size * Double(count) } : Array(repeating: size, count: count)
    var start = low
    return sizes.map { extent in
      defer { start += extent + size * between }
      return (start, start + extent)
    }
  }
}
