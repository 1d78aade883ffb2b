internal import PythonRuntime
internal import Matplotlib

/// seaborn's plots of tables.
struct SeabornPlots {
  let session: PlotSession
  private static let common =
    "data=None, *, x=None, y=None, hue=None, palette=None, color=None, ax=None, alpha=None, label=None, legend='auto'"

  var functions: [BuiltinFunction] {
    [
      plot("countplot", ", order=None, saturation=0.75, stat='count', width=0.8") {
        axes, data, call throws(PyError) in
        try SeabornBars(axes, data, session, call).drawCounts()
      },
      plot("barplot", ", order=None, errorbar='ci', ci='default', saturation=0.75, width=0.8") {
        axes, data, call throws(PyError) in
        try SeabornBars(axes, data, session, call).drawMeans()
      },
      plot("lineplot", ", errorbar='ci', ci='default', linewidth=None, linestyle=None, marker=None")
      {
        axes, data, call throws(PyError) in try line(axes, data, call)
      },
      plot("scatterplot", ", s=36, marker='o', edgecolor='w', linewidth=None") {
        axes, data, call throws(PyError) in try scatter(axes, data, call)
      },
      plot("histplot", ", bins='auto', stat='count', kde=False, edgecolor=None") {
        axes, data, call throws(PyError) in
        try SeabornHistogram(axes, data, call).draw()
      },
      plot("boxplot", ", order=None, saturation=0.75, width=0.8, whis=1.5, showfliers=True") {
        axes, data, call throws(PyError) in try boxes(axes, data, call)
      },
    ]
  }

  private func plot(
    _ name: String, _ parameters: String,
    _ draw: @escaping (PlotAxes, SeabornData, Call) throws(PyError) -> Void
  ) -> BuiltinFunction {
    BuiltinFunction(name, Self.common + parameters) { [session] call throws(PyError) in
      let object = try session.axes(call)
      try draw(object.axes, try SeabornData(call), call)
      return .object(object)
    }
  }

  /// Labels of axes by the names of columns, where none are there yet.
  static func setLabels(_ axes: PlotAxes, x: String?, y: String?) {
    let style = axes.look.text(axes.look.labelSize, color: axes.look.labelColor)
    if axes.x.label == nil, let x { axes.x.label = (x, style) }
    if axes.y.label == nil, let y { axes.y.label = (y, style) }
  }

  /// The rows of each level of the hue, with its color; one nameless level where there is no hue.
  static func levels(
    _ data: SeabornData, _ count: Int, _ session: PlotSession, _ call: Call
  ) throws(PyError) -> [(name: String?, rows: [Int], color: PlotColor?)] {
    guard let hue = data.hue else {
      if let value = call.given("palette") { throw call.unsupported("palette", value) }
      return [(nil, Array(0..<count), try call.color("color"))]
    }
    let names = try hue.levels(call.machine)
    let texts = try hue.texts(call.machine)
    if hue.numbers() != nil, call.given("palette") == nil {
      // Numbers get their colors from a map of seaborn's own.
      throw call.error(
        "NotImplementedError",
        "\(call.name)(): hue of numbers without a palette is not supported by Caderno")
    }
    let colors = try SeabornThemes.palette(
      call.given("palette"), count: names.count, session, call)
    return names.enumerated().map { index, name in
      (name, texts.indices.filter { texts[$0] == name }, colors[index % colors.count])
    }
  }

  static func addLegend(_ axes: PlotAxes, _ data: SeabornData, _ call: Call) throws(PyError) {
    if case .bool(false)? = call["legend"] { return }
    guard let hue = data.hue else { return }
    var legend = PlotLegend()
    legend.size = axes.look.points(axes.look.legendSize)
    legend.title = hue.name
    legend.hasFrame = axes.look.legendHasFrame
    axes.legend = legend
  }

  private func line(_ axes: PlotAxes, _ data: SeabornData, _ call: Call) throws(PyError) {
    let y = try Self.numbers(data.y ?? data.x, "y", call)
    let x = data.y == nil ? y.indices.map(Double.init) : try Self.numbers(data.x, "x", call)
    for level in try Self.levels(data, y.count, session, call) {
      var groups: [Double: [Double]] = [:]
      for row in level.rows where x[row].isFinite && y[row].isFinite {
        groups[x[row], default: []].append(y[row])
      }
      if groups.values.contains(where: { $0.count > 1 }) { try Self.refuseIntervals(call) }
      let places = groups.keys.sorted()
      let color = level.color ?? axes.takeColor()
      var line = PlotLine(
        x: places,
        y: places.map { place in
          let values = groups[place] ?? []
          return values.reduce(0, +) / Double(max(values.count, 1))
        }, color: color)
      try StyleReading(call).apply(to: &line, nil, axes.look)
      line.markerEdge = .white
      let label = try StyleReading(call).label
      line.label = level.name ?? label
      axes.append(.line(line))
    }
    Self.setLabels(
      axes, x: data.y == nil ? nil : data.x?.name, y: data.y == nil ? data.x?.name : data.y?.name)
    try Self.addLegend(axes, data, call)
  }

  private func scatter(_ axes: PlotAxes, _ data: SeabornData, _ call: Call) throws(PyError) {
    let (x, y) = (try Self.numbers(data.x, "x", call), try Self.numbers(data.y, "y", call))
    let area = try call.double("s", or: 36)
    for level in try Self.levels(data, y.count, session, call) {
      let color = level.color ?? axes.takeColor(isPatch: true)
      let label = try StyleReading(call).label
      var points = PlotPoints(
        x: level.rows.map { x[$0] }, y: level.rows.map { y[$0] },
        colors: [color.with(alpha: try call.double("alpha"))], areas: [area],
        marker: try call.string("marker") ?? "o",
        label: level.name ?? label)
      points.edge = try call.color("edgecolor") ?? .white
      points.edgeWidth = try call.double("linewidth") ?? 0.08 * area.squareRoot()
      axes.append(.points(points))
    }
    Self.setLabels(axes, x: data.x?.name, y: data.y?.name)
    try Self.addLegend(axes, data, call)
  }

  private func boxes(_ axes: PlotAxes, _ data: SeabornData, _ call: Call) throws(PyError) {
    if let value = call.given("hue") { throw call.unsupported("hue", value) }
    let isHorizontal = data.y == nil || (data.y?.numbers() == nil && data.x?.numbers() != nil)
    let (values, groups) = isHorizontal ? (data.x, data.y) : (data.y, data.x)
    let numbers = try Self.numbers(values, isHorizontal ? "x" : "y", call)
    let texts = try groups?.texts(call.machine) ?? numbers.map { _ in "" }
    var names = try groups?.levels(call.machine) ?? [""]
    if let order = call.given("order") { names = try order.asTexts(call.machine) }
    let given = try call.color("color") ?? axes.takeColor(isPatch: true)
    var drawing = BoxDrawing(
      axes, isHorizontal: isHorizontal, width: try call.double("width", or: 0.8))
    drawing.isFilled = true
    drawing.fill = given.desaturated(try call.double("saturation", or: 0.75))
    let grey = drawing.fill.lightness * 0.6
    drawing.edge = PlotColor(grey, grey, grey)
    drawing.median = drawing.edge
    drawing.showsFliers = try call.bool("showfliers", or: true)
    for (place, name) in names.enumerated() {
      let own = texts.indices.filter { texts[$0] == name }.map { numbers[$0] }
      guard !own.isEmpty else { continue }
      drawing.draw(BoxNumbers(own, reach: try call.double("whis", or: 1.5)), at: Double(place))
    }
    let ticks = names.indices.map(Double.init)
    if isHorizontal {
      (axes.y.ticks, axes.y.tickTexts) = (ticks, names)
      axes.y.isInverted = true
    } else {
      (axes.x.ticks, axes.x.tickTexts) = (ticks, names)
    }
    Self.setLabels(axes, x: data.x?.name, y: data.y?.name)
  }

  static func numbers(
    _ column: SeabornData.Column?, _ name: String, _ call: Call
  ) throws(PyError) -> [Double] {
    guard let column else { throw call.error("TypeError", "\(call.name)() needs \(name)") }
    guard let numbers = column.numbers() else {
      throw call.error("TypeError", "\(call.name)(): \(name) must be numbers")
    }
    return numbers
  }

  /// Intervals come from random draws of seaborn's that can't be had again.
  static func refuseIntervals(_ call: Call) throws(PyError) {
    for name in ["errorbar", "ci"] { if case .none? = call[name] { return } }
    throw call.error(
      "NotImplementedError",
      "\(call.name)(): intervals of several values at one place are not supported by Caderno; errorbar=None draws their mean"
    )
  }
}
