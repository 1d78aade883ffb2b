/// Room for what stands around the axes, and no more: Matplotlib's `tight_layout`.
struct TightLayout {
  private let figure: PlotFigure
  private let room: PlotRoom
  private let layout: FigureLayout

  init(_ figure: PlotFigure, _ room: PlotRoom) {
    (self.figure, self.room) = (figure, room)
    layout = FigureLayout(figure: figure, spacing: figure.spacing)
  }

  /// Axes at one place of the grid, and how far they reach out of it, in shares of the figure.
  private struct Group {
    var rows: Range<Int>
    var columns: Range<Int>
    var out: (left: Double, right: Double, top: Double, bottom: Double)
  }

  /// Edges in shares of the figure.
  private struct Margins {
    var left = 0.0
    var right = 0.0
    var top = 0.0
    var bottom = 0.0
  }

  /// The new edges and gaps; nil where there is no room.
  var spacing: PlotSpacing? {
    let cells = figure.axes.compactMap(\.cell)
    let grid = (rows: cells.map(\.rows).max() ?? 0, columns: cells.map(\.columns).max() ?? 0)
    guard cells.allSatisfy({ grid.rows % $0.rows == 0 && grid.columns % $0.columns == 0 }),
      !cells.isEmpty
    else { return nil }
    let groups = groups(grid)
    guard let area = room.area, area.count == 4 else {
      return spacing(grid, groups, margins(grid, groups))
    }
    let free = margins(grid, groups)
    // What lies between the area and the axes is as in the whole figure.
    var set = Margins()
    set.left = area[0] + free.left
    set.bottom = area[1] + free.bottom
    set.right = 1 - (area[2] - free.right)
    set.top = 1 - (area[3] - free.top)
    return spacing(grid, groups, set)
  }

  private func groups(_ grid: (rows: Int, columns: Int)) -> [Group] {
    var found: [(cell: PlotCell, frame: PageRectangle)] = []
    for axes in figure.axes {
      guard let cell = (axes.twinOf ?? axes).cell, (axes.twinOf ?? axes).place == nil else {
        continue
      }
      let around = around(axes)
      if let place = found.firstIndex(where: { $0.cell == cell }) {
        found[place].frame = found[place].frame.union(around)
      } else {
        found.append((cell, around))
      }
    }
    return found.map { cell, frame in
      let (down, across) = (grid.rows / cell.rows, grid.columns / cell.columns)
      var owner = PlotAxes()
      owner = figure.axes.first { $0.cell == cell } ?? owner
      let slot = layout.slot(of: owner)
      return Group(
        rows: cell.row.lowerBound * down..<(cell.row.upperBound + 1) * down,
        columns: cell.column.lowerBound * across..<(cell.column.upperBound + 1) * across,
        out: (
          (slot.x - frame.x) / layout.width, (frame.right - slot.right) / layout.width,
          (slot.y - frame.y) / layout.height, (frame.bottom - slot.bottom) / layout.height
        ))
    }
  }

  /// What axes and their bar reach to.
  private func around(_ axes: PlotAxes) -> PageRectangle {
    var svg = SVGText()
    svg.isMeasuring = true
    let frame = layout.frame(of: axes)
    AxesDrawing(axes, frame, id: "").draw(on: &svg)
    if let bar = axes.bar {
      ColorbarDrawing(bar, layout.frame(of: bar, beside: axes), axes.look).draw(on: &svg)
    }
    return svg.bounds ?? frame
  }

  private var pad: (x: Double, y: Double) {
    (room.pad * 10 / layout.width, room.pad * 10 / layout.height)
  }

  private func margins(_ grid: (rows: Int, columns: Int), _ groups: [Group]) -> Margins {
    var margins = Margins()
    for group in groups {
      if group.columns.lowerBound == 0 { margins.left = max(margins.left, group.out.left) }
      if group.columns.upperBound == grid.columns {
        margins.right = max(margins.right, group.out.right)
      }
      if group.rows.lowerBound == 0 { margins.top = max(margins.top, group.out.top) }
      if group.rows.upperBound == grid.rows {
        margins.bottom = max(margins.bottom, group.out.bottom)
      }
    }
    margins.left += pad.x
    margins.right += pad.x
    margins.top += pad.y
    margins.bottom += pad.y
    if let title = figure.title {
      margins.top += TextSize.height(title.text, size: title.style.size) / layout.height + pad.y
    }
    return margins
  }

  private func spacing(
    _ grid: (rows: Int, columns: Int), _ groups: [Group], _ margins: Margins
  ) -> PlotSpacing? {
    var spacing = figure.spacing
    spacing.left = margins.left
    spacing.right = 1 - margins.right
    spacing.top = 1 - margins.top
    spacing.bottom = margins.bottom
    guard spacing.left < spacing.right, spacing.bottom < spacing.top else { return nil }
    if grid.columns > 1 {
      let own = room.between.x.map { $0 * 10 / layout.width } ?? pad.x
      let gap =
        gap(grid.columns, grid.rows, groups, \.columns, \.rows) { ($0.left, $0.right) } + own
      let extent =
        (spacing.right - spacing.left - gap * Double(grid.columns - 1)) / Double(grid.columns)
      guard extent > 0 else { return nil }
      spacing.between.x = gap / extent
    }
    if grid.rows > 1 {
      let own = room.between.y.map { $0 * 10 / layout.height } ?? pad.y
      let gap =
        gap(grid.rows, grid.columns, groups, \.rows, \.columns) { ($0.top, $0.bottom) } + own
      let extent = (spacing.top - spacing.bottom - gap * Double(grid.rows - 1)) / Double(grid.rows)
      guard extent > 0 else { return nil }
      spacing.between.y = gap / extent
    }
    return spacing
  }

  /// The most that neighbors need between them.
  private func gap(
    _ count: Int, _ across: Int, _ groups: [Group], _ along: KeyPath<Group, Range<Int>>,
    _ beside: KeyPath<Group, Range<Int>>,
    _ out: ((left: Double, right: Double, top: Double, bottom: Double)) -> (Double, Double)
  ) -> Double {
    var needs = [[Double]](repeating: [Double](repeating: 0, count: across), count: count + 1)
    for group in groups {
      let (before, after) = out(group.out)
      for place in group[keyPath: beside] {
        needs[group[keyPath: along].lowerBound][place] += before
        needs[group[keyPath: along].upperBound][place] += after
      }
    }
    return needs[1..<count].joined().max() ?? 0
  }
}
