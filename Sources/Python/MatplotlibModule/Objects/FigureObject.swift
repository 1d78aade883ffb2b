internal import PythonRuntime
internal import Matplotlib

/// `Figure`.
final class FigureObject: HostObject {
  let figure: PlotFigure
  let session: PlotSession

  init(_ figure: PlotFigure, _ session: PlotSession) {
    (self.figure, self.session) = (figure, session)
  }

  override var hostType: TypeObject { FigureFunctions.type }

  /// Takes off all that was drawn.
  func clear() {
    for axes in figure.axes { session.remove(axes, from: self) }
    (figure.title, figure.texts, figure.spacing) = (nil, [], PlotSpacing())
  }
  override func repr(_ machine: Machine) -> String { figure.summary }
  override func str(_ machine: Machine) -> String {
    "Figure(\(Int(figure.width * figure.dotsPerInch))x\(Int(figure.height * figure.dotsPerInch)))"
  }
  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "axes": .object(ListObject(figure.axes.map { .object(AxesObject($0, self)) }))
    case "canvas": .object(CanvasObject())
    case "dpi": .float(figure.dotsPerInch)
    case "number": session.number(of: self).map { .int($0) }
    default: nil
    }
  }
}

/// `fig.canvas`, as far as lessons touch it.
final class CanvasObject: HostObject {
  override var hostType: TypeObject { Self.canvasType }
  private static let canvasType = SharedType(
    "FigureCanvas", module: "matplotlib.backend_bases",
    methods: ["draw", "flush_events"].map { name in
      .method(name) { (_: CanvasObject, _) throws(PyError) in .none }
    })
}

extension PlotFigure {
  /// What Jupyter says where a figure can't be seen; pixels at a hundred an inch.
  var summary: String {
    "<Figure size \(Int(width * dotsPerInch))x\(Int(height * dotsPerInch)) with \(axesCount) Axes>"
  }
}
