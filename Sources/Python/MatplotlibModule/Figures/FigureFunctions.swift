internal import PythonRuntime
internal import Matplotlib

/// The class `Figure`, and what it shares with pyplot.
enum FigureFunctions {
  static let type: SharedType = SharedType(
    "Figure", module: "matplotlib.figure", properties: ["axes", "canvas", "dpi", "number"],
    methods: [
      .method("add_subplot", SubplotFunctions.parameters) {
        (figure: FigureObject, call) throws(PyError) in try SubplotFunctions.add(figure, call)
      }.giving { _ in PlotForesight.axes },
      .method("add_axes", "rect") { (figure: FigureObject, call) throws(PyError) in
        .object(try addAxes(figure, call.required("rect"), call))
      }.giving { _ in PlotForesight.axes },
      .method("add_gridspec", "nrows=1, ncols=1, *, " + GridObject.parameters) {
        (figure: FigureObject, call) throws(PyError) in
        let grid = try GridObject.made(call)
        grid.owner = figure
        return .object(grid)
      },
      .method("subplots", SubplotFunctions.gridParameters) {
        (figure: FigureObject, call) throws(PyError) in try SubplotFunctions.grid(figure, call)
      }.giving { PlotForesight.subplots($0) },
      .method("gca") { (figure: FigureObject, _) throws(PyError) in
        .object(AxesObject(figure.figure.current, figure))
      }.giving { _ in PlotForesight.axes },
      .method("delaxes", "ax") { (figure: FigureObject, call) throws(PyError) in
        guard let axes: AxesObject = call.required("ax").asObject() else {
          throw call.error("TypeError", "delaxes() takes axes")
        }
        figure.session.remove(axes.axes, from: figure)
        return .none
      },
      .method("suptitle", suptitleParameters) { (figure: FigureObject, call) throws(PyError) in
        try suptitle(figure, call)
      },
      .method("text", textParameters) { (figure: FigureObject, call) throws(PyError) in
        try text(figure, call)
      },
      .method("tight_layout", tightParameters) { (figure: FigureObject, call) throws(PyError) in
        try tight(figure, call)
      },
      .method("subplots_adjust", adjustParameters) { (figure: FigureObject, call) throws(PyError) in
        try adjust(figure, call)
      },
      .method("colorbar", ColorbarFunction.parameters) {
        (figure: FigureObject, call) throws(PyError) in try ColorbarFunction.colorbar(figure, call)
      },
      // No file is written; the figure is in the outputs.
      .method("savefig", "fname, *args, **kwargs") { (_: FigureObject, call) throws(PyError) in
        try SavedFigure.check(call)
        return .none
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
      .method("get_figwidth") { (figure: FigureObject, _) throws(PyError) in
        .float(figure.figure.width)
      },
      .method("get_figheight") { (figure: FigureObject, _) throws(PyError) in
        .float(figure.figure.height)
      },
      .method("get_size_inches") { (figure: FigureObject, call) throws(PyError) in
        try PlotNumbers.array([figure.figure.width, figure.figure.height], call.machine)
      },
      .method("get_dpi") { (figure: FigureObject, _) throws(PyError) in
        .float(figure.figure.dotsPerInch)
      },
      .method("get_axes") { (figure: FigureObject, _) throws(PyError) in
        .object(ListObject(figure.figure.axes.map { .object(AxesObject($0, figure)) }))
      },
      .method("get_facecolor") { (figure: FigureObject, _) throws(PyError) in
        .object(figure.figure.face.parts(withAlpha: true))
      },
      number("set_figwidth", "val", \.width), number("set_figheight", "val", \.height),
      .method("set_facecolor", "color") { (figure: FigureObject, call) throws(PyError) in
        figure.figure.face = try PlotNumbers.color(call.required("color"), call.machine)
        return .none
      },
      .method("set_dpi", "val") { (figure: FigureObject, call) throws(PyError) in
        figure.figure.dotsPerInch = try dots(call.required("val"), call)
        return .none
      },
      .method("autofmt_xdate", "*, rotation=30, ha='right'") {
        (figure: FigureObject, call) throws(PyError) in
        for axes in figure.figure.axes {
          axes.x.tickRotation = try call.double("rotation", or: 30)
          axes.x.tickAlignment = try call.string("ha") ?? "right"
        }
        return .none
      },
      .method("clf") { (figure: FigureObject, _) throws(PyError) in
        figure.clear()
        return .none
      },
      .method("clear") { (figure: FigureObject, _) throws(PyError) in
        figure.clear()
        return .none
      },
    ])

  static let suptitleParameters =
    "t, *, x=None, y=0.98, fontsize=None, size=None, color=None, fontweight=None, weight=None, alpha=None"
  static let textParameters =
    "x, y, s, fontdict=None, *, ha=None, va=None, horizontalalignment=None, verticalalignment=None, rotation=None, bbox=None, fontsize=None, size=None, color=None, c=None, fontweight=None, weight=None, alpha=None"
  static let tightParameters = "*, pad=1.08, h_pad=None, w_pad=None, rect=None"
  static let adjustParameters =
    "left=None, bottom=None, right=None, top=None, wspace=None, hspace=None"

  private static func number(
    _ name: String, _ parameter: String,
    _ path: any ReferenceWritableKeyPath<PlotFigure, Double> & Sendable
  ) -> Method {
    .method(name, parameter) { (figure: FigureObject, call) throws(PyError) in
      let size = try call.machine.number(call.required(parameter), parameter)
      guard size > 0, size <= 200 else {
        throw call.error("ValueError", "figure size must be positive")
      }
      figure.figure[keyPath: path] = size
      return .none
    }
  }

  /// Pixels an inch.
  static func dots(_ value: Value, _ call: Call) throws(PyError) -> Double {
    let dots = try call.machine.number(value, "dpi")
    guard dots > 0, dots <= 2000 else { throw call.error("ValueError", "dpi must be positive") }
    return dots
  }

  /// Axes at a place in shares of the figure.
  static func addAxes(
    _ owner: FigureObject, _ place: Value, _ call: Call
  ) throws(PyError) -> AxesObject {
    let axes = PlotAxes()
    let numbers = try PlotNumbers.list(place, call.machine)
    guard numbers.count == 4 else {
      throw call.error("ValueError", "rect must have four numbers: left, bottom, width and height")
    }
    owner.session.look.apply(to: axes)
    axes.place = numbers
    owner.figure.axes.append(axes)
    owner.session.select(axes)
    return AxesObject(axes, owner)
  }

  static func suptitle(_ owner: FigureObject, _ call: Call) throws(PyError) -> Value {
    if let value = call.given("x"), value.double != 0.5 { throw call.unsupported("x", value) }
    let look = owner.session.look
    let style = try StyleReading(call).text(look.text(look.figureTitleSize))
    let y = try call.double("y", or: 0.98)
    owner.figure.title = (try call.machine.str(call.required("t")), style, y)
    return .object(
      TextObject((.float(0.5), .float(y))) {
        (owner.figure.title?.text ?? "", owner.figure.title?.style ?? TextStyle(size: 12))
      } write: { text, style in
        owner.figure.title = (text, style, owner.figure.title?.y ?? 0.98)
      })
  }

  static func text(_ owner: FigureObject, _ call: Call) throws(PyError) -> Value {
    var text = PlotText(
      x: try call.machine.number(call.required("x"), "x"),
      y: try call.machine.number(call.required("y"), "y"),
      text: try call.machine.str(call.required("s")))
    try TextFunctions.hold(&text, owner.session.look, call)
    let index = owner.figure.texts.count
    owner.figure.texts.append(text)
    return .object(
      TextObject((call.required("x"), call.required("y"))) {
        (owner.figure.texts[index].text, owner.figure.texts[index].style)
      } write: { words, style in
        (owner.figure.texts[index].text, owner.figure.texts[index].style) = (words, style)
      })
  }

  static func tight(_ owner: FigureObject, _ call: Call) throws(PyError) -> Value {
    var room = PlotRoom()
    room.pad = try call.double("pad", or: 1.08)
    room.between = (try call.double("w_pad"), try call.double("h_pad"))
    if let value = call.given("rect") {
      let area = try PlotNumbers.list(value, call.machine)
      guard area.count == 4 else { throw call.error("ValueError", "rect has four numbers") }
      room.area = area
    }
    owner.figure.isTight = false
    owner.figure.layOutTightly(room)
    return .none
  }

  static func adjust(_ owner: FigureObject, _ call: Call) throws(PyError) -> Value {
    let figure = owner.figure
    var spacing = figure.spacing
    figure.isTight = false
    spacing.left = try call.double("left", or: spacing.left)
    spacing.right = try call.double("right", or: spacing.right)
    spacing.bottom = try call.double("bottom", or: spacing.bottom)
    spacing.top = try call.double("top", or: spacing.top)
    spacing.between.x = try call.double("wspace", or: spacing.between.x)
    spacing.between.y = try call.double("hspace", or: spacing.between.y)
    guard spacing.left < spacing.right else {
      throw call.error("ValueError", "left cannot be >= right")
    }
    guard spacing.bottom < spacing.top else {
      throw call.error("ValueError", "bottom cannot be >= top")
    }
    figure.spacing = spacing
    return .none
  }
}
