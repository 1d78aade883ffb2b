internal import PythonRuntime
internal import Matplotlib

/// `Line2D([0], [0], …)`: a line that is made for a legend.
enum LegendLine {
  static var constructor: BuiltinFunction {
    BuiltinFunction("Line2D", "xdata, ydata, *, " + LineFunctions.style) { call throws(PyError) in
      let axes = PlotAxes()
      var line = PlotLine(
        x: try PlotNumbers.list(call.required("xdata"), call.machine),
        y: try PlotNumbers.list(call.required("ydata"), call.machine),
        color: try StyleReading(call).color ?? PlotColor("C0") ?? .black)
      try StyleReading(call).apply(to: &line, nil, axes.look)
      line.label = try StyleReading(call).label
      axes.append(.line(line))
      return .object(LineObject(axes, 0))
    }
  }
}
