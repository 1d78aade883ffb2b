internal import PythonRuntime
internal import Matplotlib

/// seaborn's `countplot` and `barplot`.
struct SeabornBars {
  private let axes: PlotAxes
  private let data: SeabornData
  private let session: PlotSession
  private let call: Call

  init(_ axes: PlotAxes, _ data: SeabornData, _ session: PlotSession, _ call: Call) {
    (self.axes, self.data, self.session, self.call) = (axes, data, session, call)
  }

  func drawCounts() throws(PyError) {
    let isHorizontal = data.x == nil
    guard let column = data.x ?? data.y else {
      throw call.error("TypeError", "countplot() takes the values to count")
    }
    let stat = try call.string("stat") ?? "count"
    guard stat == "count" else { throw call.unsupported("stat", .string(stat)) }
    try draw(column, isHorizontal: isHorizontal) { rows in Double(rows.count) }
    SeabornPlots.setLabels(
      axes, x: isHorizontal ? "count" : column.name, y: isHorizontal ? column.name : "count")
  }

  func drawMeans() throws(PyError) {
    let isHorizontal = data.y?.numbers() == nil && data.x?.numbers() != nil
    let column = isHorizontal ? data.y : data.x
    let values = try SeabornPlots.numbers(isHorizontal ? data.x : data.y, "y", call)
    let own = column ?? SeabornData.Column(values: values.map { _ in .string("") }, name: nil)
    var hasSeveral = false
    try draw(own, isHorizontal: isHorizontal) { rows in
      hasSeveral = hasSeveral || rows.count > 1
      return rows.isEmpty ? .nan : rows.map { values[$0] }.reduce(0, +) / Double(rows.count)
    }
    if hasSeveral { try SeabornPlots.refuseIntervals(call) }
    SeabornPlots.setLabels(axes, x: data.x?.name, y: data.y?.name)
  }

  /// One bar for each level, side by side where there is a hue.
  private func draw(
    _ column: SeabornData.Column, isHorizontal: Bool, _ height: ([Int]) -> Double
  ) throws(PyError) {
    let texts = try column.texts(call.machine)
    var names = try column.levels(call.machine)
    if let order = call.given("order") { names = try order.asTexts(call.machine) }
    let saturation = try call.double("saturation", or: 0.75)
    let levels = try levels(texts.count)
    let width = try call.double("width", or: 0.8)
    let part = width / Double(levels.count)
    for (index, level) in levels.enumerated() {
      let base = level.color ?? axes.takeColor(isPatch: true)
      let bars = names.enumerated().map { place, name -> PlotBars.Bar in
        let rows = level.rows.filter { texts[$0] == name }
        let color = (level.colors.map { $0[place % $0.count] } ?? base).desaturated(saturation)
        var bar = PlotBars.Bar(
          start: Double(place) - width / 2 + part * Double(index), extent: part, from: 0,
          to: height(rows), color: color)
        if axes.look.hasPatchEdges { bar.edge = axes.look.patchEdge }
        return bar
      }
      var drawn = PlotBars(bars, isHorizontal: isHorizontal, label: level.name)
      drawn.lineWidth = axes.look.patchWidth
      axes.append(.bars(drawn))
    }
    let places = names.indices.map(Double.init)
    if isHorizontal {
      (axes.y.ticks, axes.y.tickTexts, axes.y.isInverted) = (places, names, true)
      axes.y.grid = nil
    } else {
      (axes.x.ticks, axes.x.tickTexts) = (places, names)
      axes.x.grid = nil
    }
    try SeabornPlots.addLegend(axes, data, call)
  }

  private struct Level {
    var name: String?
    var rows: [Int]
    var color: PlotColor?
    /// One for each bar.
    var colors: [PlotColor]?
  }

  private func levels(_ count: Int) throws(PyError) -> [Level] {
    if data.hue == nil, call.given("palette") != nil {
      // A palette without a hue colors the bars one by one.
      let colors = try SeabornThemes.palette(
        call.given("palette"), count: try (data.x ?? data.y)?.levels(call.machine).count, session,
        call)
      return [Level(name: nil, rows: Array(0..<count), color: colors.first, colors: colors)]
    }
    return try SeabornPlots.levels(data, count, session, call).map {
      Level(name: $0.name, rows: $0.rows, color: $0.color, colors: nil)
    }
  }
}
