internal import Cells
internal import Plots

/// Something that axes can do: a method of `Axes`, and often a function of pyplot for the current ones.
struct AxesFunction {
  let name: String
  let parameters: String
  let body: (PlotAxes, Call) throws(PyError) -> Value

  init(
    _ name: String, _ parameters: String,
    _ body: @escaping (PlotAxes, Call) throws(PyError) -> Value
  ) {
    (self.name, self.parameters, self.body) = (name, parameters, body)
  }
}

/// All that axes can do.
enum AxesFunctions {
  static var all: [AxesFunction] {
    LineFunctions.all + BarFunctions.all + ImageFunctions.all + TextFunctions.all
      + LimitFunctions.all
  }

  /// The class `Axes`.
  nonisolated(unsafe) static let type = TypeObject(
    "Axes", module: "matplotlib.axes",
    properties: ["figure", "xaxis", "yaxis", "title", "spines", "transAxes"],
    methods: all.map { function in
      .method(function.name, function.parameters) { (axes: AxesObject, call) throws(PyError) in
        try function.body(axes.axes, call)
      }
    } + [
      .method("twinx") { (axes: AxesObject, _) throws(PyError) in
        let twin = PlotAxes()
        (twin.isTwin, twin.twinOf) = (true, axes.axes)
        axes.owner.figure.axes.append(twin)
        return .object(AxesObject(twin, axes.owner))
      },
      .method("get_figure") { (axes: AxesObject, _) throws(PyError) in .object(axes.owner) },
    ])

  /// pyplot's names of what axes call otherwise.
  static let pyplotNames = [
    "title": "set_title", "xlabel": "set_xlabel", "ylabel": "set_ylabel", "xscale": "set_xscale",
    "yscale": "set_yscale",
  ]
}
