internal import PythonRuntime
internal import Arrays
internal import Matplotlib

/// The functions of pyplot that make, choose and show figures.
struct FigureControl {
  let session: PlotSession

  var functions: [BuiltinFunction] { making + choosing + showing + shared }

  private var making: [BuiltinFunction] {
    [
      BuiltinFunction(
        "figure",
        "num=None, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, frameon=True, clear=False, tight_layout=None, constrained_layout=None, layout=None"
      ) { call throws(PyError) in
        let figure = try made(call.given("num"), call)
        if try call.bool("clear", or: false) { figure.clear() }
        if try !call.bool("frameon", or: true) { figure.figure.face.alpha = 0 }
        for name in ["tight_layout", "constrained_layout", "layout"] {
          guard let value = call.given(name), try call.machine.isTrue(value) else { continue }
          figure.figure.isTight = true
        }
        return .object(figure)
      },
      BuiltinFunction("subplots", SubplotFunctions.gridParameters) { call throws(PyError) in
        let figure = try made(call.given("num"), call)
        return .object(
          TupleObject([.object(figure), try SubplotFunctions.grid(figure, call)]))
      },
      BuiltinFunction("subplot2grid", "shape, loc, rowspan=1, colspan=1, fig=None") {
        [session] call throws(PyError) in
        let shape = try PlotNumbers.list(call.required("shape"), call.machine).compactMap {
          Int(exactly: $0)
        }
        let place = try PlotNumbers.list(call.required("loc"), call.machine).compactMap {
          Int(exactly: $0)
        }
        let (down, across) = (try call.int("rowspan", or: 1), try call.int("colspan", or: 1))
        guard shape.count == 2, place.count == 2, place[0] >= 0, place[1] >= 0, down > 0,
          across > 0, shape[0] <= 100, shape[1] <= 100, down <= 100, across <= 100,
          place[0] <= 100, place[1] <= 100, place[0] + down <= shape[0],
          place[1] + across <= shape[1]
        else {
          throw call.error("IndexError", "the cells are beyond the grid")
        }
        let current = try session.figure(call.machine)
        let owner = call.given("fig")?.asObject(FigureObject.self) ?? current
        let cell = PlotCell(
          rows: shape[0], columns: shape[1], row: place[0]...place[0] + down - 1,
          column: place[1]...place[1] + across - 1)
        return .object(AxesObject(session.select(cell, in: owner), owner))
      },
      BuiltinFunction("axes", "arg=None") { [session] call throws(PyError) in
        let figure = try session.figure(call.machine)
        guard let value = call.given("arg") else {
          let cell = PlotCell(rows: 1, columns: 1, row: 0...0, column: 0...0)
          return .object(AxesObject(session.select(cell, in: figure), figure))
        }
        return .object(try FigureFunctions.addAxes(figure, value, call))
      },
      BuiltinFunction(
        "matshow",
        "A, fignum=None, *, cmap=None, norm=None, interpolation=None, alpha=None, vmin=None, vmax=None",
        matshow),
      GridObject.constructor,
    ]
      + PatchFunctions.constructors.filter {
        $0.name == "Rectangle" || $0.name == "Circle"
          || $0.name == "Polygon"
      }
  }

  /// A figure of a size, a color and a density.
  private func made(_ number: Value?, _ call: Call) throws(PyError) -> FigureObject {
    let size = try call.given("figsize").map { value throws(PyError) in
      try PlotNumbers.list(value, call.machine)
    }
    let text = try call.given("figsize").map { value throws(PyError) in
      try call.machine.repr(.object(TupleObject(call.machine.array(value))))
    }
    let figure = try session.newFigure(number, size: size, sizeText: text, call.machine)
    if let value = call.given("facecolor") {
      figure.figure.face = try PlotNumbers.color(value, call.machine)
    }
    if let value = call.given("dpi") {
      figure.figure.dotsPerInch = try FigureFunctions.dots(value, call)
    }
    return figure
  }

  /// A matrix in a figure of its own whose shape is the matrix' (`figaspect`).
  private func matshow(_ call: Call) throws(PyError) -> Value {
    let owner: FigureObject
    let array = call.required("A")
    if let number = call.given("fignum"), number.smallInt == 0 {
      owner = try session.figure(call.machine)
    } else {
      let shape = try PlotNumbers.array(array, call.machine).shape
      let height = session.look.figureSize[1]
      var size = [height, height]
      if shape.count > 1, shape[0] > 0, shape[1] > 0 {
        size[0] = height / (Double(shape[0]) / Double(shape[1]))
      }
      let small = min(1, size[0] / 4, size[1] / 2)
      size = size.map { $0 / small }
      let large = max(1, size[0] / 16, size[1] / 16)
      size = size.map { $0 / large }
      size = [min(max(size[0], 4), 16), min(max(size[1], 2), 16)]
      owner = try session.newFigure(call.given("fignum"), size: size, call.machine)
    }
    // Room for the ticks at the top.
    var axes = owner.figure.axes.last
    if axes == nil {
      axes = try FigureFunctions.addAxes(
        owner, .object(TupleObject([.float(0.15), .float(0.09), .float(0.775), .float(0.775)])),
        call
      ).axes
    }
    guard let axes, let function = AxesFunctions.all.first(where: { $0.name == "matshow" }) else {
      return .none
    }
    return try function.body(axes, call.with("Z", array))
  }

  private var choosing: [BuiltinFunction] {
    [
      BuiltinFunction("gca", "") { [session] call throws(PyError) in
        .object(AxesObject(try session.axes(call.machine), try session.figure(call.machine)))
      },
      BuiltinFunction("gcf", "") { [session] call throws(PyError) in
        .object(try session.figure(call.machine))
      },
      BuiltinFunction("sca", "ax") { [session] call throws(PyError) in
        guard let axes: AxesObject = call.required("ax").asObject() else {
          throw call.error("TypeError", "sca() takes axes")
        }
        session.select(axes.axes)
        return .none
      },
      BuiltinFunction("delaxes", "ax=None") { [session] call throws(PyError) in
        let owner = try session.figure(call.machine)
        let given: AxesObject? = call.given("ax")?.asObject()
        let current = try session.axes(call.machine)
        session.remove(given?.axes ?? current, from: owner)
        return .none
      },
      BuiltinFunction("get_fignums", "") { [session] _ in
        .object(ListObject(session.figures.map(\.number).sorted().map { .int($0) }))
      },
      BuiltinFunction("fignum_exists", "num") { [session] call throws(PyError) in
        let number = try call.machine.integer(call.required("num"), "num")
        return .bool(session.figures.contains { $0.number == number })
      },
      twin("twinx", sharesX: true), twin("twiny", sharesX: false),
    ]
  }

  private func twin(_ name: String, sharesX: Bool) -> BuiltinFunction {
    BuiltinFunction(name, "ax=None") { [session] call throws(PyError) in
      if let given: AxesObject = call.given("ax")?.asObject() {
        return .object(AxesFunctions.twin(of: given, sharesX: sharesX))
      }
      let current = AxesObject(
        try session.axes(call.machine), try session.figure(call.machine))
      return .object(AxesFunctions.twin(of: current, sharesX: sharesX))
    }
  }

  private var showing: [BuiltinFunction] {
    [
      BuiltinFunction("show", "*args, block=None") { [session] _ in
        session.flush()
        return .none
      },
      BuiltinFunction("close", "fig=None") { [session] call throws(PyError) in
        switch call["fig"] {
        case .string("all")?: session.close(all: true)
        case nil, Value.none?: session.close(all: false)
        case let value?:
          if let figure: FigureObject = value.asObject() {
            session.close(figure)
          } else if let number = value.smallInt {
            session.close(number: number)
          } else {
            throw call.unsupported("fig", value)
          }
        }
        return .none
      },
      BuiltinFunction("clf", "") { [session] call throws(PyError) in
        try session.figure(call.machine).clear()
        return .none
      },
      // No file is written; the figure is in the outputs.
      BuiltinFunction("savefig", "fname, *args, **kwargs") { call throws(PyError) in
        try SavedFigure.check(call)
        return .none
      },
      BuiltinFunction("setp", "obj, *args, **kwargs") { call throws(PyError) in
        guard let labels: TickLabelsObject = call.required("obj").asObject() else {
          throw call.unsupported("obj", call.required("obj"))
        }
        try labels.set(call)
        return .object(ListObject(labels.ticks.texts.map { _ in .none }))
      },
      BuiltinFunction("ion", "") { _ in .none },
      BuiltinFunction("ioff", "") { _ in .none },
      BuiltinFunction("pause", "interval") { _ in .none },
      BuiltinFunction("draw", "") { _ in .none },
      BuiltinFunction("imread", "fname, format=None") { call throws(PyError) in
        throw call.error("FileNotFoundError", "Caderno's cells read no files")
      },
    ]
  }

  /// What figures do, for the current one.
  private var shared: [BuiltinFunction] {
    let table: [(String, String, (FigureObject, Call) throws(PyError) -> Value)] = [
      ("subplot", SubplotFunctions.parameters, SubplotFunctions.add),
      ("suptitle", FigureFunctions.suptitleParameters, FigureFunctions.suptitle),
      ("figtext", FigureFunctions.textParameters, FigureFunctions.text),
      ("tight_layout", FigureFunctions.tightParameters, FigureFunctions.tight),
      ("subplots_adjust", FigureFunctions.adjustParameters, FigureFunctions.adjust),
      ("colorbar", ColorbarFunction.parameters, ColorbarFunction.colorbar),
    ]
    return table.map { [session] name, parameters, body in
      BuiltinFunction(name, parameters) { call throws(PyError) in
        try body(session.figure(call.machine), call)
      }
    }
  }
}
