internal import PythonRuntime
internal import Matplotlib

/// What `plot` gives: a line that can still be changed.
final class LineObject: ArtistObject {
  init(_ axes: PlotAxes, _ place: Int) { super.init(axes, place, Self.lineType) }

  private var line: PlotLine? {
    guard axes.artists.indices.contains(place), case .line(let line) = axes.artists[place] else {
      return nil
    }
    return line
  }

  override func str(_ machine: Machine) throws(PyError) -> String {
    "Line2D(\(line?.label ?? "_child\(place)"))"
  }

  private static func setter(
    _ names: [String],
    _ change: @escaping @Sendable (inout PlotLine, Value, Machine) throws(PyError) -> Void
  ) -> [Method] {
    names.map { name in
      .method(name, "value") { (object: LineObject, call) throws(PyError) in
        guard var line = object.line else { return .none }
        try change(&line, call.required("value"), call.machine)
        object.axes.artists[object.place] = .line(line)
        return .none
      }
    }
  }

  private static let lineType = SharedType(
    "Line2D", module: "matplotlib.lines",
    methods: setter(["set_label"]) { (line, value, machine) throws(PyError) in
      line.label = try machine.str(value)
    }
      + setter(["set_color", "set_c"]) { (line, value, machine) throws(PyError) in
        line.color = try PlotNumbers.color(value, machine)
      }
      + setter(["set_linewidth", "set_lw"]) { (line, value, machine) throws(PyError) in
        line.width = try machine.number(value, "linewidth")
      }
      + setter(["set_linestyle", "set_ls"]) { (line, value, machine) throws(PyError) in
        line.style = try machine.str(value)
      }
      + setter(["set_marker"]) { (line, value, machine) throws(PyError) in
        line.marker = try machine.str(value)
      }
      + setter(["set_alpha"]) { (line, value, machine) throws(PyError) in
        line.color.alpha = try machine.number(value, "alpha")
      }
      + [
        .method("get_linestyle") { (object: LineObject, _) throws(PyError) in
          .string(object.line.map { $0.style.isEmpty ? "None" : $0.style } ?? "")
        },
        .method("get_linewidth") { (object: LineObject, _) throws(PyError) in
          .float(object.line?.width ?? 0)
        },
        .method("get_marker") { (object: LineObject, _) throws(PyError) in
          .string(object.line.map { $0.marker.isEmpty ? "None" : $0.marker } ?? "")
        },
        .method("get_xdata") { (object: LineObject, call) throws(PyError) in
          try PlotNumbers.array(object.line?.x ?? [], call.machine)
        },
        .method("get_ydata") { (object: LineObject, call) throws(PyError) in
          try PlotNumbers.array(object.line?.y ?? [], call.machine)
        },
        .method("get_color") { (object: LineObject, _) throws(PyError) in
          .string(object.line?.color.hexadecimal ?? "")
        },
        .method("get_label") { (object: LineObject, _) throws(PyError) in
          .string(object.line?.label ?? "_child\(object.place)")
        },
      ])
}
