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

  /// Its places in the dtype in which they were given.
  private func data(isHorizontal: Bool, _ machine: Machine) throws(PyError) -> Value {
    guard let line else { return .none }
    if isHorizontal, let names = line.names { return try PlotNumbers.texts(names, machine) }
    return try PlotNumbers.array(
      isHorizontal ? line.x : line.y, dtype: isHorizontal ? line.dtypes.x : line.dtypes.y, machine)
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
        line.colorName = if case .string(let name) = value { name } else { nil }
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
        .method("get_xdata", "orig=True") { (object: LineObject, call) throws(PyError) in
          try object.data(isHorizontal: true, call.machine)
        },
        .method("get_ydata", "orig=True") { (object: LineObject, call) throws(PyError) in
          try object.data(isHorizontal: false, call.machine)
        },
        .method("get_data", "orig=True") { (object: LineObject, call) throws(PyError) in
          .object(
            TupleObject([
              try object.data(isHorizontal: true, call.machine),
              try object.data(isHorizontal: false, call.machine),
            ]))
        },
        .method("get_xydata") { (object: LineObject, call) throws(PyError) in
          let (x, y) = (object.line?.x ?? [], object.line?.y ?? [])
          return try PlotNumbers.array(
            zip(x, y).flatMap { [$0, $1] }, shape: [x.count, 2], call.machine)
        },
        .method("get_color") { (object: LineObject, _) throws(PyError) in
          guard let line = object.line else { return .none }
          return line.colorName.map(Value.string)
            ?? .object(line.color.parts(withAlpha: line.hasColorAlpha))
        },
        .method("get_markersize") { (object: LineObject, _) throws(PyError) in
          .float(object.line?.markerSize ?? 0)
        },
        .method("get_label") { (object: LineObject, _) throws(PyError) in
          .string(object.line?.label ?? "_child\(object.place)")
        },
      ])
}
