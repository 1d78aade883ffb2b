internal import PythonRuntime
internal import Matplotlib

/// Something that axes can do: a method of `Axes`, and often a function of pyplot for the current ones.
struct AxesFunction: Sendable {
  let name: String
  let parameters: String
  let body: @Sendable (PlotAxes, Call) throws(PyError) -> Value

  init(
    _ name: String, _ parameters: String,
    _ body: @escaping @Sendable (PlotAxes, Call) throws(PyError) -> Value
  ) {
    (self.name, self.parameters, self.body) = (name, parameters, body)
  }
}

/// All that axes can do.
enum AxesFunctions {
  static var all: [AxesFunction] {
    LineFunctions.all + PointFunctions.all + AreaFunctions.all + RuleFunctions.all
      + BarFunctions.all + ImageFunctions.all + TextFunctions.all + LegendFunction.all
      + LimitFunctions.all + TickFunctions.all + AxesSettings.all
      + MeshFunctions.all + ContourFunctions.all + ErrorFunctions.all + BoxFunctions.all
      + PatchFunctions.all
  }

  /// The class `Axes`.
  static let type: SharedType = SharedType(
    "Axes", module: "matplotlib.axes",
    properties: [
      "figure", "xaxis", "yaxis", "title", "spines", "transAxes", "patches", "lines", "images",
      "collections", "containers", "axison",
    ],
    methods: all.map { function in
      .method(function.name, function.parameters) { (axes: AxesObject, call) throws(PyError) in
        try function.body(axes.axes, call)
      }
    } + [
      .method("twinx") { (axes: AxesObject, _) throws(PyError) in
        .object(twin(of: axes, sharesX: true))
      }.giving { _ in PlotForesight.axes },
      .method("twiny") { (axes: AxesObject, _) throws(PyError) in
        .object(twin(of: axes, sharesX: false))
      }.giving { _ in PlotForesight.axes },
      .method("get_xaxis") { (axes: AxesObject, _) throws(PyError) in
        .object(AxisObject(axes.axes, isHorizontal: true))
      }.giving { _ in .object(AxisObject.xType) },
      .method("get_yaxis") { (axes: AxesObject, _) throws(PyError) in
        .object(AxisObject(axes.axes, isHorizontal: false))
      }.giving { _ in .object(AxisObject.yType) },
      .method("get_position", "original=False") { (axes: AxesObject, call) throws(PyError) in
        guard let place = axes.owner.figure.place(of: axes.axes) else {
          throw call.error(
            "NotImplementedError",
            "get_position() beside a colorbar or in a tight layout is not supported by Caderno")
        }
        return .object(BoxObject(place))
      },
      .method("get_lines") { (axes: AxesObject, _) throws(PyError) in
        .object(SilentList("Line2D", axes.artists("lines")))
      },
      .method("get_images") { (axes: AxesObject, _) throws(PyError) in
        .object(SilentList("AxesImage", axes.artists("images")))
      },
      .method("has_data") { (axes: AxesObject, _) throws(PyError) in
        .bool(!axes.axes.artists.isEmpty)
      },
      .method("get_facecolor") { (axes: AxesObject, _) throws(PyError) in
        .object(axes.axes.face.parts(withAlpha: true))
      },
      .method("get_figure") { (axes: AxesObject, _) throws(PyError) in .object(axes.owner) },
    ])

  /// New axes in the place of others, with one axis in common.
  static func twin(of axes: AxesObject, sharesX: Bool) -> AxesObject {
    let twin = PlotAxes()
    axes.owner.session.look.apply(to: twin)
    (twin.x.grid, twin.y.grid) = (nil, nil)
    twin.twinOf = axes.axes.twinOf ?? axes.axes
    (twin.sharesX, twin.sharesY) = (sharesX, !sharesX)
    var axis = sharesX ? twin.y : twin.x
    (axis.isFar, axis.hasTicks) = (true, (false, true))
    if sharesX { twin.y = axis } else { twin.x = axis }
    axes.owner.figure.axes.append(twin)
    axes.owner.session.select(twin)
    return AxesObject(twin, axes.owner)
  }

  /// pyplot's names of what axes call otherwise.
  static let pyplotNames = [
    "title": "set_title", "xlabel": "set_xlabel", "ylabel": "set_ylabel", "xscale": "set_xscale",
    "yscale": "set_yscale",
  ]
}
