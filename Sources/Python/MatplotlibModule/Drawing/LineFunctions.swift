internal import NumPyModule
internal import PythonRuntime
internal import Arrays
internal import Matplotlib

/// `plot` and its kin.
enum LineFunctions {
  static let style =
    "color=None, c=None, linestyle=None, ls=None, linewidth=None, lw=None, marker=None, markersize=None, ms=None, label=None, alpha=None, markerfacecolor=None, mfc=None, markeredgecolor=None, mec=None, markeredgewidth=None, mew=None, drawstyle=None, zorder=None"

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
      AxesFunction("step", "x, y, *args, where='pre', " + style) { axes, call throws(PyError) in
        let kind = try call.string("where") ?? "pre"
        guard ["pre", "post", "mid"].contains(kind) else {
          throw call.error(
            "ValueError",
            "'\(kind)' is not a valid value for where; supported values are 'pre', 'post', 'mid'")
        }
        return try draw(
          [call.required("x"), call.required("y")] + call.rest, steps: kind, axes, call)
      },
    ]
  }

  private static func plot(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    for name in ["scalex", "scaley"] {
      if let value = call.given(name), try !call.machine.isTrue(value) {
        throw call.unsupported(name, value)
      }
    }
    if let data = call.given("data") {
      // Names stand for the columns of a table.
      var values: [Value] = []
      for value in call.rest.prefix(2) {
        guard case .string = value else {
          values.append(value)
          continue
        }
        values.append(try call.machine.item(data, value))
      }
      return try draw(values + call.rest.dropFirst(2), steps: nil, axes, call)
    }
    return try draw(call.rest, steps: nil, axes, call)
  }

  /// The first letter of a format that stands for nothing in one.
  private static func unknown(_ text: String) -> Character {
    text.first { !"bgrcmykwC0123456789.,ov^<>sp*hH+xDdPX|_-:".contains($0) } ?? text.first ?? " "
  }

  /// Lines of `x, y, format` again and again, `x` and `format` where they are given.
  private static func draw(
    _ values: [Value], steps: String?, _ axes: PlotAxes, _ call: Call
  ) throws(PyError) -> Value {
    var rest = values[...]
    let before = axes.artists.count
    while let first = rest.popFirst() {
      var (x, y): (Value?, Value) = (nil, first)
      if first.asObject(DictObject.self) != nil {
        throw call.error("TypeError", "unhashable type: 'dict'")
      }
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
          throw call.error(
            "ValueError",
            "'\(text)' is not a valid format string (unrecognized character '\(unknown(text))')"
          )
        }
        rest.removeFirst()
      }
      try add(x, y, format, steps, axes, call)
    }
    let lines = axes.artists.indices.dropFirst(before).map { Value.object(LineObject(axes, $0)) }
    return .object(ListObject(lines))
  }

  private static func add(
    _ x: Value?, _ y: Value, _ format: LineFormat?, _ steps: String?, _ axes: PlotAxes,
    _ call: Call
  ) throws(PyError) {
    let machine = call.machine
    let array = try PlotNumbers.array(y, machine)
    let columns = array.ndim == 2 ? array.shape[1] : 1
    let values = array.reals()
    let count = values.count / max(columns, 1)
    var xs = (0..<count).map(Double.init)
    var (dtypes, texts) = ((x: "float64", y: array.dtype.rawValue), [String]?.none)
    if let x {
      if let names = try PlotNumbers.categories(x, machine) {
        (xs, texts) = (try Categories.places(names, on: axes, isHorizontal: true), names)
      } else {
        let given = try PlotNumbers.array(x, machine)
        (xs, dtypes.x) = (given.reals(), given.dtype.rawValue)
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
    let labels = try labels(columns, call)
    for column in 0..<columns {
      var line = PlotLine(
        x: xs, y: (0..<count).map { values[$0 * columns + column] },
        color: try StyleReading(call).color ?? format?.color ?? axes.takeColor())
      name(&line, format, axes, call)
      (line.dtypes, line.names) = (dtypes, texts)
      try StyleReading(call).apply(to: &line, format, axes.look)
      line.steps = steps ?? line.steps
      line.label = labels[column]
      axes.append(.line(line), order: try call.double("zorder"))
    }
  }

  /// Notes the color as the program can ask for it.
  private static func name(
    _ line: inout PlotLine, _ format: LineFormat?, _ axes: PlotAxes, _ call: Call
  ) {
    switch call.given("color") ?? call.given("c") {
    case .string(let name)?: line.colorName = name
    case .some: line.hasColorAlpha = (try? StyleReading(call).partCount) == 4
    case nil:
      line.colorName =
        format?.colorName
        ?? (axes.look.cycle == PlotColor.cycle ? nil : line.color.hexadecimal)
    }
  }

  /// One label for all lines, or one for each.
  private static func labels(_ count: Int, _ call: Call) throws(PyError) -> [String?] {
    guard let value = call.given("label") else { return Array(repeating: nil, count: count) }
    if count > 1, value.asObject(ListObject.self) != nil || value.asObject(TupleObject.self) != nil
    {
      let texts = try value.asTexts(call.machine)
      if texts.count == count { return texts }
    }
    return Array(repeating: try call.machine.str(value), count: count)
  }
}

extension PlotAxes {
  /// - Parameter order: Matplotlib's `zorder`; nil for that of its kind.
  func append(_ artist: PlotArtist, order: Double? = nil) {
    if let order { orders[artists.count] = order }
    artists.append(artist)
  }
}

/// Texts on an axis: places in the order in which they came first.
enum Categories {
  static func places(
    _ names: [String], on axes: PlotAxes, isHorizontal: Bool
  ) throws(PyError) -> [Double] {
    var axis = isHorizontal ? axes.x : axes.y
    var known = axis.categories
    var places: [Double] = []
    for name in names {
      if let place = known.firstIndex(of: name) {
        places.append(Double(place))
      } else {
        places.append(Double(known.count))
        known.append(name)
      }
    }
    (axis.categories, axis.ticks, axis.tickTexts) = (known, known.indices.map(Double.init), known)
    if isHorizontal { axes.x = axis } else { axes.y = axis }
    return places
  }
}
