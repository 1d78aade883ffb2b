/// A figure on its page: where axes lie, then axes one by one.
struct FigureDrawing {
  private let figure: PlotFigure
  private let prefix: String

  init(_ figure: PlotFigure, prefix: String) {
    (self.figure, self.prefix) = (figure, prefix)
  }

  private var width: Double { figure.width * 72 }
  private var height: Double { figure.height * 72 }

  var text: String {
    var svg = SVGText()
    let (w, h) = (SVGText.number(width), SVGText.number(height))
    svg.add(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(w)\" height=\"\(h)\" viewBox=\"0 0 \(w) \(h)\" font-family=\"DejaVu Sans, Verdana, sans-serif\">"
    )
    svg.rectangle(0, 0, width, height, fill: figure.face)
    let spacing = figure.isTight ? tightSpacing : figure.spacing
    for (index, axes) in figure.axes.enumerated() {
      let frame = frame(of: axes, spacing)
      AxesDrawing(axes, frame, id: "\(prefix)\(index)").draw(on: &svg)
      if let bar = axes.bar {
        ColorbarDrawing(bar, barFrame(beside: frame)).draw(on: &svg)
      }
    }
    if let title = figure.title {
      svg.text(
        title.text, width / 2, height * (1 - title.y) + title.style.size, style: title.style,
        anchor: "middle")
    }
    svg.add("</svg>")
    return svg.text
  }

  private func barFrame(beside frame: Frame) -> Frame {
    Frame(
      x: frame.x + frame.width * (frame.hasRoomForBar ? 1.05 : 1.03), y: frame.y,
      width: max(frame.cellWidth * 0.04, 4), height: frame.height)
  }

  /// The frame of axes in points from the upper left corner.
  private func frame(of axes: PlotAxes, _ spacing: PlotSpacing) -> Frame {
    let owner = axes.twinOf ?? axes
    if let place = owner.place, place.count == 4 {
      return Frame(
        x: place[0] * width, y: (1 - place[1] - place[3]) * height, width: place[2] * width,
        height: place[3] * height
      ).squared(owner)
    }
    let cell = owner.cell ?? PlotCell(rows: 1, columns: 1, row: 0...0, column: 0...0)
    let columns = Self.spans(cell.columns, spacing.between.x, spacing.left, spacing.right)
    let rows = Self.spans(cell.rows, spacing.between.y, 1 - spacing.top, 1 - spacing.bottom)
    let (left, right) = (columns[cell.column.lowerBound].0, columns[cell.column.upperBound].1)
    let (top, bottom) = (rows[cell.row.lowerBound].0, rows[cell.row.upperBound].1)
    var frame = Frame(
      x: left * width, y: top * height, width: (right - left) * width,
      height: (bottom - top) * height)
    frame.cellWidth = frame.width
    if owner.bar != nil {
      // The colors take a fifth of the room, as in Matplotlib.
      frame.width *= 0.8
      frame.hasRoomForBar = true
    }
    return frame.squared(owner)
  }

  /// The starts and ends of a grid's cells.
  private static func spans(
    _ count: Int, _ between: Double, _ low: Double, _ high: Double
  ) -> [(Double, Double)] {
    let size = (high - low) / (Double(count) + between * Double(count - 1))
    return (0..<count).map { index in
      let start = low + Double(index) * size * (1 + between)
      return (start, start + size)
    }
  }

  /// Room for what stands around the axes, and no more: Matplotlib's `tight_layout`.
  private var tightSpacing: PlotSpacing {
    let cells = figure.axes.compactMap { axes in axes.cell.map { (axes, $0) } }
    guard let grid = cells.first?.1 else { return figure.spacing }
    let pad = 1.08 * 10.0
    var (left, right, top, bottom) = (0.0, 0.0, 0.0, 0.0)
    var (gapX, gapY) = (0.0, 0.0)
    for (axes, cell) in cells {
      let around = AxesDrawing(axes, frame(of: axes, figure.spacing), id: "").surroundings
      if cell.column.lowerBound == 0 {
        left = max(left, around.left)
      } else {
        gapX = max(gapX, around.left + rightOf(cells, cell))
      }
      if cell.column.upperBound == grid.columns - 1 { right = max(right, around.right) }
      if cell.row.lowerBound == 0 {
        top = max(top, around.top)
      } else {
        gapY = max(gapY, around.top + below(cells, cell))
      }
      if cell.row.upperBound == grid.rows - 1 { bottom = max(bottom, around.bottom) }
    }
    if figure.title != nil { top += 0 }
    var spacing = PlotSpacing()
    spacing.left = (left + pad) / width
    spacing.right = 1 - (right + pad) / width
    spacing.top = 1 - (top + pad) / height
    spacing.bottom = (bottom + pad) / height
    let (columns, rows) = (Double(grid.columns), Double(grid.rows))
    let (roomX, roomY) = ((gapX + pad) / width, (gapY + pad) / height)
    let cellX = (spacing.right - spacing.left - roomX * (columns - 1)) / columns
    let cellY = (spacing.top - spacing.bottom - roomY * (rows - 1)) / rows
    guard cellX > 0, cellY > 0 else { return figure.spacing }
    spacing.between = (columns > 1 ? roomX / cellX : 0.2, rows > 1 ? roomY / cellY : 0.2)
    return spacing
  }

  private func rightOf(_ cells: [(PlotAxes, PlotCell)], _ cell: PlotCell) -> Double {
    cells.filter { $0.1.column.upperBound == cell.column.lowerBound - 1 }.map {
      AxesDrawing($0.0, frame(of: $0.0, figure.spacing), id: "").surroundings.right
    }.max() ?? 0
  }

  private func below(_ cells: [(PlotAxes, PlotCell)], _ cell: PlotCell) -> Double {
    cells.filter { $0.1.row.upperBound == cell.row.lowerBound - 1 }.map {
      AxesDrawing($0.0, frame(of: $0.0, figure.spacing), id: "").surroundings.bottom
    }.max() ?? 0
  }
}

/// The rectangle between the spines, in points from the page's upper left corner.
struct Frame {
  var x: Double
  var y: Double
  var width: Double
  var height: Double
  var cellWidth: Double
  var hasRoomForBar = false

  init(x: Double, y: Double, width: Double, height: Double) {
    (self.x, self.y, self.width, self.height, cellWidth) = (x, y, width, height, width)
  }

  /// The largest rectangle inside whose units are as wide as high, for axes with images.
  func squared(_ axes: PlotAxes) -> Frame {
    guard axes.isSquare else { return self }
    let view = AxesView(axes)
    let (unitsX, unitsY) = (abs(view.x.1 - view.x.0), abs(view.y.1 - view.y.0))
    guard unitsX > 0, unitsY > 0 else { return self }
    let unit = min(width / unitsX, height / unitsY)
    var frame = self
    frame.width = unit * unitsX
    frame.height = unit * unitsY
    frame.x = x + (width - frame.width) / 2
    frame.y = y + (height - frame.height) / 2
    return frame
  }
}
