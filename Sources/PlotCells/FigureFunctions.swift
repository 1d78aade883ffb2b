internal import Cells
internal import Plots

/// The class `Figure`, and what it shares with pyplot.
enum FigureFunctions {
  static let subplotParameters =
    "*args, sharex=None, sharey=None, projection=None, frameon=None, title=None, xticks=None, yticks=None, xlabel=None, ylabel=None, facecolor=None, label=None, aspect=None"

  nonisolated(unsafe) static let type = TypeObject(
    "Figure", module: "matplotlib.figure", properties: ["axes", "canvas"],
    methods: [
      .method("add_subplot", subplotParameters) { (figure: FigureObject, call) throws(PyError) in
        try addSubplot(figure, call)
      },
      .method("add_axes", "rect, **kwargs") { (figure: FigureObject, call) throws(PyError) in
        let axes = PlotAxes()
        axes.place = try PlotNumbers.list(call.required("rect"), call.machine)
        figure.figure.axes.append(axes)
        figure.session.select(axes)
        return .object(AxesObject(axes, figure))
      },
      .method("subplots", subplotsParameters) { (figure: FigureObject, call) throws(PyError) in
        try grid(figure, call)
      },
      .method("gca") { (figure: FigureObject, call) throws(PyError) in
        .object(AxesObject(figure.figure.current, figure))
      },
      .method("suptitle", suptitleParameters) { (figure: FigureObject, call) throws(PyError) in
        try suptitle(figure, call)
      },
      .method("tight_layout", tightParameters) { (figure: FigureObject, call) throws(PyError) in
        try tight(figure, call)
      },
      .method("subplots_adjust", adjustParameters) { (figure: FigureObject, call) throws(PyError) in
        try adjust(figure, call)
      },
      .method("colorbar", colorbarParameters) { (figure: FigureObject, call) throws(PyError) in
        try colorbar(figure, call)
      },
      .method("savefig", "fname, *args, **kwargs") { (_: FigureObject, _) throws(PyError) in .none
      },
      .method("show") { (figure: FigureObject, _) throws(PyError) in
        figure.session.flush()
        return .none
      },
      .method("set_size_inches", "w, h=None, forward=True") {
        (figure: FigureObject, call) throws(PyError) in
        var size = try PlotNumbers.list(call.required("w"), call.machine)
        if let height = try call.double("h") { size.append(height) }
        guard size.count == 2, size.allSatisfy({ $0 > 0 && $0 <= 200 }) else {
          throw call.error("ValueError", "figure size must be positive")
        }
        (figure.figure.width, figure.figure.height) = (size[0], size[1])
        return .none
      },
      .method(
        "text", "x, y, s, fontdict=None, *, ha=None, va=None, fontsize=None, size=None, color=None"
      ) {
        (_: FigureObject, call) throws(PyError) in
        throw call.error("NotImplementedError", "Figure.text() is not supported by Caderno")
      },
      .method("autofmt_xdate") { (_: FigureObject, _) throws(PyError) in .none },
      .method("clf") { (figure: FigureObject, _) throws(PyError) in
        figure.figure.axes = []
        return .none
      },
    ])

  static let subplotsParameters =
    "nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, figsize=None, subplot_kw=None, gridspec_kw=None, dpi=None, facecolor=None, tight_layout=None, constrained_layout=None, num=None"
  static let suptitleParameters =
    "t, *, x=None, y=0.98, fontsize=None, size=None, color=None, fontweight=None, weight=None, alpha=None, va=None, ha=None"
  static let tightParameters = "*, pad=1.08, h_pad=None, w_pad=None, rect=None"
  static let adjustParameters =
    "left=None, bottom=None, right=None, top=None, wspace=None, hspace=None"
  static let colorbarParameters =
    "mappable=None, cax=None, ax=None, *, label=None, fraction=None, pad=None, shrink=None, orientation=None, ticks=None"

  /// `subplot(2, 3, 1)`, `subplot(231)`.
  static func addSubplot(_ owner: FigureObject, _ call: Call) throws(PyError) -> Value {
    var numbers: [ClosedRange<Int>] = []
    for value in call.rest {
      if let pair = value.asObject(TupleObject.self)?.items, pair.count == 2 {
        let ends = try (
          call.machine.integer(pair[0], "index"), call.machine.integer(pair[1], "index")
        )
        guard ends.0 <= ends.1 else { throw call.error("ValueError", "subplot indices go upwards") }
        numbers.append(ends.0...ends.1)
      } else {
        let number = try call.machine.integer(value, "index")
        numbers.append(number...number)
      }
    }
    if numbers.isEmpty { numbers = [1...1, 1...1, 1...1] }
    if numbers.count == 1, (111...999).contains(numbers[0].lowerBound) {
      let code = numbers[0].lowerBound
      numbers = [code / 100, code / 10 % 10, code % 10].map { $0...$0 }
    }
    guard numbers.count == 3 else {
      throw call.error(
        "TypeError", "subplot() takes 1 or 3 positional arguments but \(numbers.count) were given")
    }
    let (rows, columns, place) = (numbers[0].lowerBound, numbers[1].lowerBound, numbers[2])
    guard rows > 0, columns > 0, rows * columns <= 10_000, place.lowerBound >= 1,
      place.upperBound <= rows * columns
    else {
      throw call.error(
        "ValueError",
        "num must be an integer with 1 <= num <= \(rows * columns), not \(place.lowerBound)")
    }
    let (first, last) = (place.lowerBound - 1, place.upperBound - 1)
    let cell = PlotCell(
      rows: rows, columns: columns, row: first / columns...last / columns,
      column: min(first % columns, last % columns)...max(first % columns, last % columns))
    let axes = owner.session.select(cell, in: owner)
    try settings(axes, call)
    return .object(AxesObject(axes, owner))
  }

  /// What a subplot is told when it is made.
  private static func settings(_ axes: PlotAxes, _ call: Call) throws(PyError) {
    let machine = call.machine
    for (name, isHorizontal) in [("xticks", true), ("yticks", false)] {
      guard let value = call.given(name) else { continue }
      let places = try PlotNumbers.list(value, machine)
      if isHorizontal { axes.x.ticks = places } else { axes.y.ticks = places }
    }
    if let title = call.given("title") {
      axes.title = (try machine.str(title), TextStyle(size: 12))
    }
    if let label = call.given("xlabel") { axes.x.label = (try machine.str(label), TextStyle()) }
    if let label = call.given("ylabel") { axes.y.label = (try machine.str(label), TextStyle()) }
    if let value = call.given("projection") { throw call.unsupported("projection", value) }
  }

  /// All axes of a grid: one, a row of them, or rows.
  static func grid(_ owner: FigureObject, _ call: Call) throws(PyError) -> Value {
    let (rows, columns) = (try call.int("nrows", or: 1), try call.int("ncols", or: 1))
    guard rows > 0, columns > 0, rows * columns <= 2500 else {
      throw call.error(
        "ValueError", "Number of rows and columns must be positive, at most 2500 in all")
    }
    var items: [Value] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = PlotCell(
          rows: rows, columns: columns, row: row...row, column: column...column)
        let axes = owner.session.select(cell, in: owner)
        if let keywords: DictObject = call["subplot_kw"]?.asObject() {
          for (key, value) in keywords.pairs {
            let name = try call.machine.str(key)
            guard ["xticks", "yticks"].contains(name) else {
              throw call.unsupported("subplot_kw", .object(keywords))
            }
            let places = try PlotNumbers.list(value, call.machine)
            if name == "xticks" { axes.x.ticks = places } else { axes.y.ticks = places }
          }
        }
        items.append(.object(AxesObject(axes, owner)))
      }
    }
    if let spacing: DictObject = call["gridspec_kw"]?.asObject() {
      for (key, value) in spacing.pairs {
        let size = try call.machine.number(value, "gridspec_kw")
        switch try call.machine.str(key) {
        case "wspace": owner.figure.spacing.between.x = size
        case "hspace": owner.figure.spacing.between.y = size
        default: throw call.unsupported("gridspec_kw", .object(spacing))
        }
      }
    }
    if try call.bool("tight_layout", or: false) { owner.figure.isTight = true }
    if try call.bool("constrained_layout", or: false) { owner.figure.isTight = true }
    let squeezes = try call.bool("squeeze", or: true)
    if squeezes, rows == 1, columns == 1 { return items[0] }
    if squeezes, rows == 1 || columns == 1 {
      return .object(AxesGrid(items, shape: [items.count]))
    }
    return .object(AxesGrid(items, shape: [rows, columns]))
  }

  static func suptitle(_ owner: FigureObject, _ call: Call) throws(PyError) -> Value {
    let style = try StyleReading(call).text(size: 12)
    owner.figure.title = (
      try call.machine.str(call.required("t")), style, try call.double("y", or: 0.98)
    )
    return .none
  }

  static func tight(_ owner: FigureObject, _ call: Call) throws(PyError) -> Value {
    owner.figure.isTight = true
    return .none
  }

  static func adjust(_ owner: FigureObject, _ call: Call) throws(PyError) -> Value {
    let figure = owner.figure
    figure.isTight = false
    figure.spacing.left = try call.double("left", or: figure.spacing.left)
    figure.spacing.right = try call.double("right", or: figure.spacing.right)
    figure.spacing.bottom = try call.double("bottom", or: figure.spacing.bottom)
    figure.spacing.top = try call.double("top", or: figure.spacing.top)
    figure.spacing.between.x = try call.double("wspace", or: figure.spacing.between.x)
    figure.spacing.between.y = try call.double("hspace", or: figure.spacing.between.y)
    return .none
  }

  static func colorbar(_ owner: FigureObject, _ call: Call) throws(PyError) -> Value {
    if let value = call.given("orientation"), case .string("horizontal") = value {
      throw call.unsupported("orientation", value)
    }
    let given = call["ax"]?.asObject(AxesObject.self)?.axes
    let mapped = call["mappable"]?.asObject(MappedObject.self)
    let axes = given ?? mapped?.axes ?? owner.session.currentAxes ?? owner.figure.current
    guard let mapping = mapped?.mapping ?? axes.mapping else {
      throw call.error(
        "RuntimeError",
        "No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow)."
      )
    }
    let label = try call.given("label").map { value throws(PyError) in
      try call.machine.str(value)
    }
    axes.bar = PlotColorbar(mapping, label: label)
    return .object(ColorbarObject(axes))
  }
}

extension PlotAxes {
  /// The colors of the last image or points that have a mapping.
  var mapping: ColorMapping? {
    for artist in artists.reversed() {
      switch artist {
      case .image(let image): if let mapping = image.mapping { return mapping }
      case .points(let points): if let mapping = points.mapping { return mapping }
      default: break
      }
    }
    return nil
  }
}

/// What `colorbar` gives.
final class ColorbarObject: HostObject {
  private let axes: PlotAxes
  init(_ axes: PlotAxes) { self.axes = axes }
  override var hostType: TypeObject { Self.barType }
  nonisolated(unsafe) private static let barType = TypeObject(
    "Colorbar", module: "matplotlib.colorbar",
    methods: [
      .method("set_label", "label, **kwargs") { (bar: ColorbarObject, call) throws(PyError) in
        bar.axes.bar?.label = try call.machine.str(call.required("label"))
        return .none
      }
    ])
}
