internal import ArrayCells
internal import Cells
internal import NumericArrays
internal import Plots

/// `plot` and its kin.
enum LineFunctions {
  static let style =
    "color=None, c=None, linestyle=None, ls=None, linewidth=None, lw=None, marker=None, markersize=None, ms=None, label=None, alpha=None, markerfacecolor=None, mfc=None, markeredgecolor=None, zorder=None"

  static var all: [AxesFunction] {
    [
      AxesFunction("plot", "*args, scalex=True, scaley=True, data=None, " + style, plot),
      AxesFunction("semilogy", "*args, " + style) { axes, call throws(PyError) in
        axes.y.isLogarithmic = true
        return try plot(axes, call)
      },
      AxesFunction("semilogx", "*args, " + style) { axes, call throws(PyError) in
        axes.x.isLogarithmic = true
        return try plot(axes, call)
      },
      AxesFunction("loglog", "*args, " + style) { axes, call throws(PyError) in
        (axes.x.isLogarithmic, axes.y.isLogarithmic) = (true, true)
        return try plot(axes, call)
      },
      AxesFunction(
        "scatter",
        "x, y, s=None, c=None, marker=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None, linewidths=None, *, edgecolors=None, label=None, color=None, zorder=None",
        scatter),
      AxesFunction("fill_between", "x, y1, y2=0, where=None, *, color=None, alpha=None, label=None")
      {
        axes, call throws(PyError) in
        let machine = call.machine
        let x = try PlotNumbers.list(call.required("x"), machine)
        let low = try PlotNumbers.list(call["y2"] ?? .int(0), machine)
        let high = try PlotNumbers.list(call.required("y1"), machine)
        func full(_ values: [Double]) -> [Double] {
          values.count == 1 ? x.map { _ in values[0] } : values
        }
        let color = try StyleReading(call).color ?? axes.takeColor()
        axes.artists.append(
          .area(
            PlotArea(
              x: x, low: full(low), high: full(high),
              color: color.with(alpha: try call.double("alpha")),
              label: try StyleReading(call).label)))
        return .none
      },
      rule("axhline", isHorizontal: true), rule("axvline", isHorizontal: false),
    ]
  }

  private static func rule(_ name: String, isHorizontal: Bool) -> AxesFunction {
    let place = isHorizontal ? "y=0, xmin=0, xmax=1" : "x=0, ymin=0, ymax=1"
    return AxesFunction(name, place + ", *, " + style) { axes, call throws(PyError) in
      let reading = StyleReading(call)
      axes.artists.append(
        .rule(
          PlotRule(
            try call.double(isHorizontal ? "y" : "x", or: 0), isHorizontal: isHorizontal,
            color: try reading.color ?? axes.takeColor(), style: try reading.lineStyle ?? "-",
            width: try reading.width ?? 1.5, label: try reading.label)))
      return .none
    }
  }

  private static func plot(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    var rest = call.rest[...]
    let before = axes.artists.count
    while let first = rest.popFirst() {
      var (x, y): (Value?, Value) = (nil, first)
      if let next = rest.first {
        if case .string = next {
        } else {
          (x, y) = (first, next)
          rest.removeFirst()
        }
      }
      var format: LineFormat?
      if case .string(let text)? = rest.first {
        format = LineFormat(text)
        if format == nil {
          throw call.error("ValueError", "'\(text)' is not a valid format string")
        }
        rest.removeFirst()
      }
      try add(x, y, format, axes, call)
    }
    let lines = axes.artists.indices.dropFirst(before).map { Value.object(LineObject(axes, $0)) }
    return .object(ListObject(lines))
  }

  private static func add(
    _ x: Value?, _ y: Value, _ format: LineFormat?, _ axes: PlotAxes, _ call: Call
  ) throws(PyError) {
    let machine = call.machine
    let array = try PlotNumbers.array(y, machine)
    let columns = array.ndim == 2 ? array.shape[1] : 1
    let values = array.reals()
    let count = values.count / max(columns, 1)
    var xs = (0..<count).map(Double.init)
    if let x {
      if let names = try PlotNumbers.categories(x, machine) {
        (axes.x.ticks, axes.x.tickTexts) = (names.indices.map(Double.init), names)
      } else {
        xs = try PlotNumbers.list(x, machine)
      }
    }
    // A run with fewer epochs than the lesson asks for has shorter histories.
    if xs.count > count, PyplotModule.session(of: machine)?.cutsLines == true {
      machine.write("--max-epochs: \(count) of \(xs.count) points drawn\n")
      xs = Array(xs.prefix(count))
    }
    guard xs.count == count else {
      throw call.error(
        "ValueError",
        "x and y must have same first dimension, but have shapes (\(xs.count),) and (\(count),)")
    }
    let reading = StyleReading(call)
    for column in 0..<columns {
      let own = try reading.color ?? format?.color ?? axes.takeColor()
      axes.artists.append(
        .line(
          PlotLine(
            x: xs, y: (0..<count).map { values[$0 * columns + column] },
            color: own.with(alpha: try call.double("alpha")),
            style: try reading.lineStyle ?? format?.style ?? "-", width: try reading.width ?? 1.5,
            marker: try reading.marker ?? format?.marker ?? "",
            markerSize: try reading.markerSize ?? 6, label: try reading.label)))
    }
  }

  private static func scatter(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    let x = try PlotNumbers.list(call.required("x"), machine)
    let y = try PlotNumbers.list(call.required("y"), machine)
    guard x.count == y.count else {
      throw call.error("ValueError", "x and y must be the same size")
    }
    var mapping: ColorMapping?
    var colors: [PlotColor] = []
    if let given = call.given("c") ?? call.given("color") {
      let numbers = try isNumbers(given, x.count, machine)
      if let numbers {
        let map = try PlotNumbers.colormap(call.given("cmap"), "viridis", machine)
        let low = try call.double("vmin") ?? numbers.min() ?? 0
        let high = try call.double("vmax") ?? numbers.max() ?? 1
        let made = ColorMapping(map, low: low, high: high)
        colors = numbers.map { made.color($0) }
        mapping = made
      } else {
        colors = try PlotNumbers.colors(given, machine)
      }
    }
    if colors.isEmpty { colors = [axes.takeColor()] }
    let alpha = try call.double("alpha")
    let areas = try call.given("s").map { value throws(PyError) in
      try PlotNumbers.list(value, machine)
    }
    axes.artists.append(
      .points(
        PlotPoints(
          x: x, y: y, colors: colors.map { $0.with(alpha: alpha) }, areas: areas ?? [36],
          marker: try call.string("marker") ?? "o", label: try StyleReading(call).label,
          mapping: mapping)))
    return .object(MappedObject(axes, mapping))
  }

  /// One number for each point; nil for colors.
  private static func isNumbers(
    _ value: Value, _ count: Int, _ machine: Machine
  ) throws(PyError) -> [Double]? {
    if case .string = value { return nil }
    if try PlotNumbers.categories(value, machine) != nil { return nil }
    let array = try PlotNumbers.array(value, machine)
    return array.ndim == 1 && array.size == count ? array.reals() : nil
  }
}

/// Arguments that lines and bars share.
struct StyleReading {
  private let call: Call
  init(_ call: Call) { self.call = call }

  var color: PlotColor? {
    get throws(PyError) {
      guard let value = call.given("color") ?? call.given("c") else { return nil }
      return try PlotNumbers.color(value, call.machine)
    }
  }

  var label: String? {
    get throws(PyError) {
      guard let value = call.given("label") else { return nil }
      return try call.machine.str(value)
    }
  }

  var lineStyle: String? {
    get throws(PyError) { try first(["linestyle", "ls"]) }
  }

  var marker: String? { get throws(PyError) { try call.string("marker") } }

  var width: Double? {
    get throws(PyError) {
      if let width = try call.double("linewidth") { return width }
      return try call.double("lw")
    }
  }

  var markerSize: Double? {
    get throws(PyError) {
      if let size = try call.double("markersize") { return size }
      return try call.double("ms")
    }
  }

  private func first(_ names: [String]) throws(PyError) -> String? {
    for name in names { if let text = try call.string(name) { return text } }
    return nil
  }

  /// A text's size, color and weight.
  func text(size: Double) throws(PyError) -> TextStyle {
    var style = TextStyle(size: size)
    if let fonts: DictObject = call["fontdict"]?.asObject() {
      for (key, value) in fonts.pairs {
        try apply(try call.machine.str(key), value, to: &style)
      }
    }
    for name in ["fontsize", "size", "color", "c", "fontweight", "weight", "alpha"] {
      if let value = call.given(name) { try apply(name, value, to: &style) }
    }
    return style
  }

  private func apply(_ name: String, _ value: Value, to style: inout TextStyle) throws(PyError) {
    let machine = call.machine
    switch name {
    case "fontsize", "size": style.size = try PlotNumbers.size(value, machine)
    case "color", "c": style.color = try PlotNumbers.color(value, machine)
    case "fontweight", "weight":
      let text = try machine.str(value)
      style.isBold =
        ["bold", "heavy", "black", "semibold", "extra bold"].contains(text)
        || (Int(text) ?? 400) >= 600
    case "alpha": style.color.alpha = try machine.number(value, name)
    case "family", "style": break
    default: throw call.unsupported(name, value)
    }
  }
}
