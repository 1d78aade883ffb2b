internal import PythonRuntime
internal import Arrays
internal import Matplotlib

/// `hist`.
enum HistogramFunction {
  static func histogram(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    for name in ["weights", "bottom"] {
      if let value = call.given(name) { throw call.unsupported(name, value) }
    }
    let series = try series(call.required("x"), machine)
    let range = try call.given("range").map { value throws(PyError) in
      try PlotNumbers.list(value, machine)
    }
    let edges = try Bins.edges(
      series.flatMap(\.self), call.given("bins") ?? .int(10), range: range, call)
    var counts: [[Double]] = []
    for values in series { counts.append(try self.counts(values, edges, call)) }
    let isHorizontal = try call.string("orientation") == "horizontal"
    if try call.bool("log", or: false) {
      if isHorizontal { axes.x.isLogarithmic = true } else { axes.y.isLogarithmic = true }
    }
    let drawing = HistogramDrawing(axes, edges, isHorizontal: isHorizontal)
    let bars = try drawing.draw(counts, call)
    let table = counts.flatMap(\.self)
    let isSingle = series.count == 1
    let shown: Value =
      isSingle ? bars[0] : .object(ContainerList(bars))
    return .object(
      TupleObject([
        try PlotNumbers.array(
          table, shape: isSingle ? nil : [series.count, edges.count - 1], machine),
        try PlotNumbers.array(edges, machine), shown,
      ]))
  }

  /// One row of numbers, or several of them.
  private static func series(_ value: Value, _ machine: Machine) throws(PyError) -> [[Double]] {
    if value.asObject(ListObject.self) != nil || value.asObject(TupleObject.self) != nil {
      let items = try machine.array(value)
      if !items.isEmpty, items.allSatisfy({ $0.double == nil }) {
        var series: [[Double]] = []
        for item in items {
          series.append(try PlotNumbers.list(item, machine).filter(\.isFinite))
        }
        return series
      }
    }
    return [try PlotNumbers.array(value, machine).reals().filter(\.isFinite)]
  }

  private static func counts(
    _ values: [Double], _ edges: [Double], _ call: Call
  ) throws(PyError) -> [Double] {
    var counts = [Double](repeating: 0, count: edges.count - 1)
    for value in values { if let place = Bins.place(value, edges) { counts[place] += 1 } }
    let isDense = try call.bool("density", or: false)
    if isDense {
      let total = max(counts.reduce(0, +), 1)
      for index in counts.indices { counts[index] /= total * (edges[index + 1] - edges[index]) }
    }
    if try call.bool("cumulative", or: false) {
      var sum = 0.0
      for index in counts.indices {
        sum += counts[index] * (isDense ? edges[index + 1] - edges[index] : 1)
        counts[index] = sum
      }
    }
    return counts
  }
}

/// Draws counts over bins.
struct HistogramDrawing {
  private let axes: PlotAxes
  private let edges: [Double]
  private let isHorizontal: Bool

  init(_ axes: PlotAxes, _ edges: [Double], isHorizontal: Bool) {
    (self.axes, self.edges, self.isHorizontal) = (axes, edges, isHorizontal)
  }

  /// - Parameter counts: `[series, bins]`.
  /// - Returns: What stands for each series.
  func draw(_ counts: [[Double]], _ call: Call) throws(PyError) -> [Value] {
    let kind = try call.string("histtype") ?? "bar"
    guard ["bar", "barstacked", "step", "stepfilled"].contains(kind) else {
      throw call.error(
        "ValueError",
        "'\(kind)' is not a valid value for histtype; supported values are 'bar', 'barstacked', 'step', 'stepfilled'"
      )
    }
    if let value = call.given("align"), try call.string("align") != "mid" {
      throw call.unsupported("align", value)
    }
    let colors = try colors(counts.count, call)
    let labels = try labels(counts.count, call)
    let isStacked = kind == "barstacked" ? true : try call.bool("stacked", or: false)
    var (ground, drawn) = ([Double](repeating: 0, count: edges.count - 1), [Value]())
    for (index, row) in counts.enumerated() {
      let label = labels[index].map { Value.string($0) } ?? .none
      let own = call.with("label", label)
      if kind.hasPrefix("step") {
        drawn.append(
          steps(
            row, colors[index], labels[index], isFilled: kind == "stepfilled",
            try call.double("zorder")))
        continue
      }
      let share = try call.double("rwidth") ?? (counts.count > 1 && !isStacked ? 0.8 : 1)
      let bars = row.indices.map { bin -> PlotBars.Bar in
        let width = (edges[bin + 1] - edges[bin]) * share
        let free = edges[bin] + (edges[bin + 1] - edges[bin]) * (1 - share) / 2
        let part = isStacked ? width : width / Double(counts.count)
        let low = isStacked ? ground[bin] : 0
        return PlotBars.Bar(
          start: isStacked ? free : free + part * Double(index), extent: part, from: low,
          to: low + row[bin], color: colors[index])
      }
      if isStacked { ground = zip(ground, row).map { $0 + $1 } }
      drawn.append(
        .object(
          try BarFunctions.append(bars, axes, own, isHorizontal: isHorizontal, isContainer: false)))
    }
    return drawn
  }

  private func colors(_ count: Int, _ call: Call) throws(PyError) -> [PlotColor] {
    let alpha = try call.double("alpha")
    if let value = call.given("color") ?? call.given("facecolor") ?? call.given("fc") {
      let read = try PlotNumbers.colors(value, call.machine)
      guard read.count == count || read.count == 1 else {
        throw call.error(
          "ValueError",
          "The 'color' keyword argument must have one color per dataset, but \(count) datasets and \(read.count) colors were provided"
        )
      }
      return (0..<count).map { read[$0 % read.count].with(alpha: alpha) }
    }
    return (0..<count).map { _ in axes.takeColor().with(alpha: alpha) }
  }

  private func labels(_ count: Int, _ call: Call) throws(PyError) -> [String?] {
    guard let value = call.given("label") else { return Array(repeating: nil, count: count) }
    let texts = try value.asTexts(call.machine)
    return (0..<count).map { $0 < texts.count ? texts[$0] : nil }
  }

  /// An outline without lines between bins.
  private func steps(
    _ row: [Double], _ color: PlotColor, _ label: String?, isFilled: Bool, _ order: Double?
  ) -> Value {
    var (along, across) = ([edges[0]], [0.0])
    for bin in row.indices {
      along += [edges[bin], edges[bin + 1]]
      across += [row[bin], row[bin]]
    }
    along.append(edges[row.count])
    across.append(0)
    var shape = PlotShape(
      [isHorizontal ? .init(across, along) : .init(along, across)], isClosed: isFilled,
      face: isFilled ? color : nil, edge: isFilled ? nil : color)
    (shape.label, shape.isPatch) = (label, true)
    if isHorizontal { shape.stickyX = [0] } else { shape.stickyY = [0] }
    axes.append(.shape(shape), order: order ?? 1)
    return .object(ListObject([.object(ArtistObject(last: axes, ArtistObject.polygon))]))
  }
}

/// What `hist` gives for several series.
final class ContainerList: HostObject {
  private let items: [Value]
  init(_ items: [Value]) { self.items = items }

  deinit { LettingGo.hold(items) }

  override var hostType: TypeObject { Self.listType }
  override func repr(_ machine: Machine) -> String {
    "<a list of \(items.count) BarContainer objects>"
  }
  override func length(_ machine: Machine) -> Int? { items.count }
  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    try ListObject(items).item(index, machine)
  }
  override func iterator(_ machine: Machine) -> IteratorObject? { ItemIterator(items) }
  private static let listType = SharedType(
    "silent_list", module: "matplotlib.cbook")
}
