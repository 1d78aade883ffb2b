internal import Cells
internal import Plots

/// The functions of pyplot that make, choose and show figures.
struct FigureControl {
  let session: PlotSession

  var functions: [BuiltinFunction] { making + showing }

  private var making: [BuiltinFunction] {
    [
      BuiltinFunction(
        "figure",
        "num=None, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, frameon=True, clear=False, tight_layout=None, constrained_layout=None, layout=None"
      ) { [session] call throws(PyError) in
        let size = try call.given("figsize").map { value throws(PyError) in
          try PlotNumbers.list(value, call.machine)
        }
        let number = call.given("num")?.smallInt
        let figure = try session.newFigure(number, size: size, call.machine)
        if let value = call.given("facecolor") {
          figure.figure.face = try PlotNumbers.color(value, call.machine)
        }
        return .object(figure)
      },
      BuiltinFunction("subplots", FigureFunctions.subplotsParameters) {
        [session] call throws(PyError) in
        let size = try call.given("figsize").map { value throws(PyError) in
          try PlotNumbers.list(value, call.machine)
        }
        let figure = try session.newFigure(nil, size: size, call.machine)
        return .object(
          TupleObject([.object(figure), try FigureFunctions.grid(figure, call)]))
      },
      BuiltinFunction("axes", "arg=None, **kwargs") { [session] call throws(PyError) in
        let figure = try session.figure(call.machine)
        guard let value = call.given("arg") else {
          return .object(AxesObject(try session.axes(call.machine), figure))
        }
        let axes = PlotAxes()
        axes.place = try PlotNumbers.list(value, call.machine)
        figure.figure.axes.append(axes)
        session.select(axes)
        return .object(AxesObject(axes, figure))
      },
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
    ]
  }

  private var showing: [BuiltinFunction] {
    [
      BuiltinFunction("show", "*args, block=None") { [session] _ in
        session.flush()
        return .none
      },
      BuiltinFunction("close", "fig=None") { [session] call throws(PyError) in
        var isAll = false
        if case .string("all")? = call["fig"] { isAll = true }
        session.close(all: isAll)
        return .none
      },
      BuiltinFunction("clf", "") { [session] call throws(PyError) in
        try session.figure(call.machine).figure.axes = []
        session.close(all: false)
        return .none
      },
      // No file is written; the figure is in the outputs.
      BuiltinFunction("savefig", "fname, *args, **kwargs") { _ in .none },
      BuiltinFunction("setp", "obj, *args, **kwargs") { call throws(PyError) in
        guard let labels: TickLabelsObject = call.required("obj").asObject() else {
          throw call.unsupported("obj", call.required("obj"))
        }
        try labels.set(call)
        return .none
      },
      BuiltinFunction("ion", "") { _ in .none },
      BuiltinFunction("ioff", "") { _ in .none },
      BuiltinFunction("pause", "interval") { _ in .none },
      BuiltinFunction("draw", "") { _ in .none },
      BuiltinFunction("gray", "") { [session] call throws(PyError) in
        try session.settings.set(.string("image.cmap"), .string("gray"), call.machine)
        return .none
      },
      BuiltinFunction("set_cmap", "cmap") { [session] call throws(PyError) in
        try session.settings.set(
          .string("image.cmap"), .string(call.machine.str(call.required("cmap"))), call.machine)
        return .none
      },
      BuiltinFunction("rc", "group, **kwargs") { [session] call throws(PyError) in
        let group = try call.string("group") ?? ""
        for (name, value) in call.others {
          try session.settings.set(.string("\(group).\(name)"), value, call.machine)
        }
        return .none
      },
      BuiltinFunction("imread", "fname, format=None") { call throws(PyError) in
        throw call.error("FileNotFoundError", "Caderno's cells read no files")
      },
    ]
  }
}
