internal import ArrayCells
internal import Cells
internal import NumPyModule
internal import NumericArrays
internal import Plots

/// `bar`, `barh`, `hist` and `pie`.
enum BarFunctions {
  private static let style =
    "color=None, edgecolor=None, label=None, alpha=None, linewidth=None, tick_label=None, yerr=None, xerr=None, ec=None, fc=None, lw=None, zorder=None"

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
        "x, bins=None, range=None, density=False, weights=None, cumulative=False, bottom=None, histtype='bar', align='mid', orientation='vertical', rwidth=None, log=False, "
          + style, histogram),
      AxesFunction(
        "pie",
        "x, explode=None, labels=None, colors=None, autopct=None, pctdistance=0.6, shadow=False, labeldistance=1.1, startangle=0",
        pie),
    ]
  }

  private static func bars(
    _ axes: PlotAxes, _ call: Call, isHorizontal: Bool
  ) throws(PyError) -> Value {
    let machine = call.machine
    for name in ["yerr", "xerr"] {
      if let value = call.given(name) { throw call.unsupported(name, value) }
    }
    let places = call.required(isHorizontal ? "y" : "x")
    var lengths = try PlotNumbers.list(call.required(isHorizontal ? "width" : "height"), machine)
    var starts: [Double]
    if let names = try PlotNumbers.categories(places, machine) {
      starts = names.indices.map(Double.init)
      setTicks(names, on: axes, isHorizontal: isHorizontal)
    } else {
      starts = try PlotNumbers.list(places, machine)
    }
    if lengths.count == 1 { lengths = starts.map { _ in lengths[0] } }
    if starts.count == 1 { starts = lengths.map { _ in starts[0] } }
    guard starts.count == lengths.count else {
      throw call.error(
        "ValueError", "shape mismatch: objects cannot be broadcast to a single shape")
    }
    if let names = try call.given("tick_label").map({ value throws(PyError) in
      try PlotNumbers.categories(value, machine) ?? []
    }) {
      setTicks(names, on: axes, isHorizontal: isHorizontal)
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
    return .object(try append(made, axes, call, isHorizontal: isHorizontal))
  }

  private static func append(
    _ bars: [PlotBars.Bar], _ axes: PlotAxes, _ call: Call, isHorizontal: Bool
  ) throws(PyError) -> BarsObject {
    let edge = try (call.given("edgecolor") ?? call.given("ec")).map { value throws(PyError) in
      try PlotNumbers.color(value, call.machine)
    }
    axes.artists.append(
      .bars(
        PlotBars(
          bars, isHorizontal: isHorizontal, edge: edge, label: try StyleReading(call).label)))
    return BarsObject(axes, axes.artists.count - 1)
  }

  private static func colors(_ axes: PlotAxes, _ call: Call) throws(PyError) -> [PlotColor] {
    let alpha = try call.double("alpha")
    guard let value = call.given("color") ?? call.given("fc") else {
      return [axes.takeColor().with(alpha: alpha)]
    }
    let read = try PlotNumbers.colors(value, call.machine)
    return read.isEmpty ? [axes.takeColor()] : read.map { $0.with(alpha: alpha ?? $0.alpha) }
  }

  private static func setTicks(_ names: [String], on axes: PlotAxes, isHorizontal: Bool) {
    let places = names.indices.map(Double.init)
    if isHorizontal {
      (axes.y.ticks, axes.y.tickTexts) = (places, names)
    } else {
      (axes.x.ticks, axes.x.tickTexts) = (places, names)
    }
  }

  private static func histogram(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    for name in ["weights", "bottom"] {
      if let value = call.given(name) { throw call.unsupported(name, value) }
    }
    let values = try PlotNumbers.array(call.required("x"), machine).reals().filter(\.isFinite)
    let edges = try edges(values, call)
    let count = edges.count - 1
    var counts = [Double](repeating: 0, count: count)
    let (low, high) = (edges[0], edges[count])
    for value in values where value >= low && value <= high {
      // The last bin has its upper edge too.
      let place = edges.lastIndex { $0 <= value } ?? 0
      counts[min(place, count - 1)] += 1
    }
    if try call.bool("density", or: false) {
      let total = counts.reduce(0, +)
      for index in counts.indices {
        counts[index] /= max(total, 1) * (edges[index + 1] - edges[index])
      }
    }
    if try call.bool("log", or: false) { axes.y.isLogarithmic = true }
    let color = try colors(axes, call)[0]
    let share = try call.double("rwidth", or: 1)
    let made = counts.indices.map { index in
      let width = edges[index + 1] - edges[index]
      return PlotBars.Bar(
        start: edges[index] + width * (1 - share) / 2, extent: width * share, from: 0,
        to: counts[index], color: color)
    }
    let isHorizontal = try call.string("orientation") == "horizontal"
    let bars = try append(made, axes, call, isHorizontal: isHorizontal)
    let session = NumPyCells.session(of: machine)
    func array(_ numbers: [Double]) throws(PyError) -> Value {
      Value(
        .array(try machine.raising { () throws(ArrayError) in try NumericArray(reals: numbers) }),
        session)
    }
    return .object(TupleObject([try array(counts), try array(edges), .object(bars)]))
  }

  private static func edges(_ values: [Double], _ call: Call) throws(PyError) -> [Double] {
    let machine = call.machine
    if let given = call.given("bins"), given.smallInt == nil {
      if case .string = given { throw call.unsupported("bins", given) }
      let edges = try PlotNumbers.list(given, machine)
      guard edges.count > 1, zip(edges, edges.dropFirst()).allSatisfy({ $0 <= $1 }) else {
        throw call.error("ValueError", "`bins` must increase monotonically, when an array")
      }
      return edges
    }
    let count = try call.int("bins", or: 10)
    guard (1...100_000).contains(count) else {
      throw call.error("ValueError", "`bins` must be positive, when an integer")
    }
    var (low, high) = (values.min() ?? 0, values.max() ?? 1)
    if let range = call.given("range") {
      let ends = try PlotNumbers.list(range, machine)
      if ends.count == 2 { (low, high) = (ends[0], ends[1]) }
    }
    if low == high { (low, high) = (low - 0.5, high + 0.5) }
    return (0...count).map { low + (high - low) * Double($0) / Double(count) }
  }

  private static func pie(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    for name in ["explode"] {
      if let value = call.given(name) { throw call.unsupported(name, value) }
    }
    let shares = try PlotNumbers.list(call.required("x"), machine)
    let total = max(shares.reduce(0, +), .leastNormalMagnitude)
    var insides: [String] = []
    if let format = try call.string("autopct") {
      for share in shares {
        insides.append(
          try machine.str(
            machine.binary(.remainder, .string(format), .float(share / total * 100))))
      }
    }
    let labels = try call.given("labels").map { value throws(PyError) in
      try PlotNumbers.categories(value, machine) ?? []
    }
    let colors = try call.given("colors").map { value throws(PyError) in
      try PlotNumbers.colors(value, machine)
    }
    axes.artists.append(
      .wedges(
        PlotWedges(
          shares: shares, labels: labels ?? [],
          colors: colors ?? (0..<10).compactMap { PlotColor("C\($0)") }, insides: insides,
          startAngle: try call.double("startangle", or: 0))))
    (axes.isSquare, axes.isOn) = (true, false)
    return .none
  }
}
