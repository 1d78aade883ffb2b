internal import PythonRuntime
internal import Arrays
internal import Matplotlib

/// `bar`, `barh`, `hist` and `pie`.
enum BarFunctions {
  private static let style =
    "color=None, edgecolor=None, label=None, alpha=None, linewidth=None, tick_label=None, yerr=None, xerr=None, capsize=None, ecolor=None, facecolor=None, ec=None, fc=None, lw=None, zorder=None"

  static var all: [AxesFunction] {
    [
      AxesFunction("bar", "x, height, width=0.8, bottom=None, *, align='center', " + style) {
        axes, call throws(PyError) in try bars(axes, call, isHorizontal: false)
      },
      AxesFunction("barh", "y, width, height=0.8, left=None, *, align='center', " + style) {
        axes, call throws(PyError) in try bars(axes, call, isHorizontal: true)
      },
      AxesFunction(
        "hist",
        "x, bins=None, range=None, density=False, weights=None, cumulative=False, bottom=None, histtype='bar', align='mid', orientation='vertical', rwidth=None, log=False, stacked=False, "
          + style, HistogramFunction.histogram),
      AxesFunction(
        "pie",
        "x, explode=None, labels=None, colors=None, autopct=None, pctdistance=0.6, shadow=False, labeldistance=1.1, startangle=0, radius=1, counterclock=True, wedgeprops=None, textprops=None",
        PieFunction.pie),
    ]
  }

  private static func bars(
    _ axes: PlotAxes, _ call: Call, isHorizontal: Bool
  ) throws(PyError) -> Value {
    let machine = call.machine
    let places = call.required(isHorizontal ? "y" : "x")
    var lengths = try PlotNumbers.list(call.required(isHorizontal ? "width" : "height"), machine)
    var starts: [Double]
    if let names = try PlotNumbers.categories(places, machine) {
      starts = try Categories.places(names, on: axes, isHorizontal: !isHorizontal)
    } else {
      starts = try PlotNumbers.list(places, machine)
    }
    if lengths.count == 1 { lengths = starts.map { _ in lengths[0] } }
    if starts.count == 1 { starts = lengths.map { _ in starts[0] } }
    guard starts.count == lengths.count else {
      // Matplotlib names the horizontal one first.
      let parts =
        isHorizontal
        ? [("width", lengths), ("y", starts)] : [("x", starts), ("height", lengths)]
      let texts = parts.map { name, numbers in "'\(name)' with shape \(shapeText([numbers.count]))"
      }
      throw call.error(
        "ValueError",
        "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between \(texts[0]) and \(texts[1])."
      )
    }
    if let names = try call.given("tick_label").map({ value throws(PyError) in
      try PlotNumbers.categories(value, machine) ?? []
    }) {
      setTicks(names, starts, on: axes, isHorizontal: isHorizontal)
    }
    let extents = try PlotNumbers.list(
      call.given(isHorizontal ? "height" : "width") ?? .float(0.8), machine)
    let grounds = try PlotNumbers.list(
      call.given(isHorizontal ? "left" : "bottom") ?? .float(0), machine)
    let isCentered = try call.string("align") ?? "center" == "center"
    let colors = try colors(axes, call)
    let made = starts.indices.map { index in
      let extent = extents[min(index, extents.count - 1)]
      let ground = grounds[min(index, grounds.count - 1)]
      return PlotBars.Bar(
        start: starts[index] - (isCentered ? extent / 2 : 0), extent: extent, from: ground,
        to: ground + lengths[index], color: colors[index % colors.count])
    }
    let drawn = try append(made, axes, call, isHorizontal: isHorizontal)
    let areWhole = try isWhole(call.required(isHorizontal ? "width" : "height"), machine)
    let isGrounded = try isWhole(call.given(isHorizontal ? "left" : "bottom") ?? .int(0), machine)
    drawn.bars?.areWhole = areWhole && isGrounded
    try addErrors(made, axes, call, isHorizontal: isHorizontal)
    return .object(drawn)
  }

  private static func isWhole(_ value: Value, _ machine: Machine) throws(PyError) -> Bool {
    try PlotNumbers.array(value, machine).dtype.isInteger
  }

  /// Bars of errors at the ends of bars.
  private static func addErrors(
    _ bars: [PlotBars.Bar], _ axes: PlotAxes, _ call: Call, isHorizontal: Bool
  ) throws(PyError) {
    guard call.given("yerr") != nil || call.given("xerr") != nil else { return }
    let middles = try PlotNumbers.array(bars.map { $0.start + $0.extent / 2 }, call.machine)
    let ends = try PlotNumbers.array(bars.map(\.to), call.machine)
    guard let function = ErrorFunctions.all.first(where: { $0.name == "errorbar" }) else { return }
    var keywords: [(name: String, value: Value)] = [("fmt", .string("none"))]
    for name in ["yerr", "xerr", "capsize", "ecolor"] {
      if let value = call.given(name) { keywords.append((name, value)) }
    }
    if call.given("ecolor") == nil { keywords.append(("ecolor", .string("k"))) }
    let made = BuiltinFunction(function.name, function.parameters) { call throws(PyError) in
      try function.body(axes, call)
    }
    let places = isHorizontal ? [ends, middles] : [middles, ends]
    _ = try made.call(Arguments(places, keywords: keywords), call.machine)
  }

  /// Adds bars with the edges and the name that a call asks for.
  static func append(
    _ bars: [PlotBars.Bar], _ axes: PlotAxes, _ call: Call, isHorizontal: Bool,
    isContainer: Bool = true
  ) throws(PyError) -> BarsObject {
    let edges = try (call.given("edgecolor") ?? call.given("ec")).map { value throws(PyError) in
      try PlotNumbers.colors(value, call.machine)
    }
    var all = PlotBars(bars, isHorizontal: isHorizontal, label: try StyleReading(call).label)
    if let edges, !edges.isEmpty {
      for index in all.bars.indices { all.bars[index].edge = edges[index % edges.count] }
    }
    if edges == nil, axes.look.hasPatchEdges {
      for index in all.bars.indices { all.bars[index].edge = axes.look.patchEdge }
    }
    all.lineWidth = try call.number("linewidth", "lw") ?? axes.look.patchWidth
    all.isContainer = isContainer
    axes.append(.bars(all), order: try call.double("zorder"))
    return BarsObject(axes, axes.artists.count - 1)
  }

  private static func colors(_ axes: PlotAxes, _ call: Call) throws(PyError) -> [PlotColor] {
    let alpha = try call.double("alpha")
    if let value = call.given("color") ?? call.given("facecolor") ?? call.given("fc") {
      let read = try PlotNumbers.colors(value, call.machine)
      if !read.isEmpty {
        return read.map { $0.alpha == 0 ? $0 : $0.with(alpha: alpha ?? $0.alpha) }
      }
    }
    return [axes.takeColor(isPatch: true).with(alpha: alpha)]
  }

  private static func setTicks(
    _ names: [String], _ places: [Double], on axes: PlotAxes, isHorizontal: Bool
  ) {
    if isHorizontal {
      (axes.y.ticks, axes.y.tickTexts) = (places, names)
    } else {
      (axes.x.ticks, axes.x.tickTexts) = (places, names)
    }
  }
}
