internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// A picture of a frame's columns, drawn by `matplotlib`.
struct TablePlot {
  private let frame: FrameObject
  private let isSeries: Bool
  private let call: Call

  private var machine: Machine { call.machine }

  static let kinds = ["line", "bar", "barh", "hist", "scatter"]

  init(_ frame: FrameObject, isSeries: Bool, _ call: Call) {
    (self.frame, self.isSeries, self.call) = (frame, isSeries, call)
  }

  /// Draws, and gives the axes.
  func drawn(_ kind: String) throws(PyError) -> Value {
    let known = Self.kinds + ["kde", "density", "area", "box", "pie", "hexbin"]
    guard known.contains(kind) else {
      throw call.error("ValueError", "\(kind) is not a valid plot kind")
    }
    guard Self.kinds.contains(kind) else { throw call.unsupported("kind", .string(kind)) }
    guard kind != "scatter" else { return try scattered() }
    let x = try call.given("x").map { name throws(PyError) in
      try frame.place(named: name, machine)
    }
    let places = try self.places(without: x)
    guard !places.isEmpty else { throw call.error("TypeError", "no numeric data to plot") }
    guard let axes = try axes() else { return .none }
    var index = frame.index
    if let x {
      index = TableIndex(
        .values(try frame.column(x).items(machine)), name: try machine.str(frame.columnIndex[x]))
    }
    let plot = KindPlot(
      frame: frame, places: places, labels: try labels(places), index: index, axes: axes,
      call: call)
    switch kind {
    case "line": try plot.lines()
    case "hist": try plot.histograms()
    default: try plot.bars(areVertical: kind == "bar")
    }
    try finish(axes, hasLegend: !isSeries)
    return axes
  }

  /// The columns that are drawn: those of numbers, or those that were asked for.
  private func places(without x: Int?) throws(PyError) -> [Int] {
    var places = Array(0..<frame.columnIndex.count)
    if let wanted = call.given("y") {
      places = []
      for name in wanted.asObject(ListObject.self)?.items ?? [wanted] {
        places.append(try frame.place(named: name, machine))
      }
    }
    return places.filter { place in
      place != x && (frame.column(place).numbers.map { $0.dtype != .bool } ?? false)
    }
  }

  private func labels(_ places: [Int]) throws(PyError) -> [String] {
    if let given = call.given("label") {
      let labels = given.asObject(ListObject.self)?.items ?? [given]
      if labels.count == places.count {
        return try labels.map { label throws(PyError) in try machine.str(label) }
      }
    }
    return try places.map { place throws(PyError) in try machine.str(frame.columnIndex[place]) }
  }

  private func scattered() throws(PyError) -> Value {
    guard let x = call.given("x"), let y = call.given("y") else {
      throw call.error("TypeError", "scatter() missing 1 required argument: 'x' or 'y'")
    }
    guard let axes = try axes() else { return .none }
    var keywords = call.given("s") == nil ? [(name: "s", value: Value.int(20))] : []
    for name in ["s", "c", "color", "alpha", "marker", "label"] {
      if let value = call.given(name) { keywords.append((name, value)) }
    }
    let columns = try [x, y].map { name throws(PyError) in
      try frame.column(frame.place(named: name, machine)).array(machine)
    }
    _ = try tell(axes, "scatter", columns, keywords)
    for (name, label) in [("set_xlabel", x), ("set_ylabel", y)] {
      _ = try tell(axes, name, [.string(try machine.str(label))])
    }
    try finish(axes, hasLegend: call.given("label") != nil)
    return axes
  }

  // MARK: Around the picture

  @discardableResult
  private func tell(
    _ object: Value, _ name: String, _ values: [Value] = [],
    _ keywords: [(name: String, value: Value)] = []
  ) throws(PyError) -> Value {
    try machine.callMethod(object, name, Arguments(values, keywords: keywords))
  }

  /// The axes that were given; of a Series the current ones, else those of a new figure. Nil where nothing can draw.
  private func axes() throws(PyError) -> Value? {
    guard let pyplot = machine.modules["matplotlib.pyplot"]?.members else { return nil }
    func ask(_ name: String, _ keywords: [(name: String, value: Value)] = []) throws(PyError)
      -> Value
    {
      guard let function = pyplot[name] else { return .none }
      return try machine.call(function, Arguments(keywords: keywords))
    }
    let size = call.given("figsize")
    var axes = call.given("ax")
    if axes == nil, isSeries, try machine.isTrue(ask("get_fignums")) { axes = try ask("gca") }
    if let axes {
      if let size {
        try tell(machine.attribute(axes, "figure"), "set_size_inches", [size])
      }
      return axes
    }
    _ = try ask("figure", size.map { [("figsize", $0)] } ?? [])
    return try ask("gca")
  }

  private func finish(_ axes: Value, hasLegend: Bool) throws(PyError) {
    for (flag, names) in [("logx", ["x"]), ("logy", ["y"]), ("loglog", ["x", "y"])]
    where try call.bool(flag, or: false) {
      for name in names { try tell(axes, "set_\(name)scale", [.string("log")]) }
    }
    if try call.bool("legend", or: hasLegend) {
      let title = frame.columnName.map { [("title", Value.string($0))] } ?? []
      try tell(axes, "legend", [], title)
    }
    for name in ["title", "xlabel", "ylabel", "xlim", "ylim", "xticks", "yticks"] {
      if let value = call.given(name) { try tell(axes, "set_\(name)", [value]) }
    }
    if let angle = call.given("rot") {
      try tell(axes, "tick_params", [], [("axis", .string("x")), ("rotation", angle)])
    }
    if let grid = call.given("grid") { try tell(axes, "grid", [grid]) }
  }
}
