internal import PythonRuntime
internal import Matplotlib

/// `contour` and `contourf`.
enum ContourFunctions {
  static var all: [AxesFunction] {
    [contour("contour", isFilled: false), contour("contourf", isFilled: true)]
  }

  private static func contour(_ name: String, isFilled: Bool) -> AxesFunction {
    AxesFunction(
      name,
      "*args, levels=None, colors=None, linewidths=None, linestyles=None, " + MeshFunctions.colors
    ) { axes, call throws(PyError) in
      var values = call.rest[...]
      var levels = call.given("levels")
      if values.count == 2 || values.count == 4 { levels = values.popLast() }
      let plane = try Plane.read(values, call)
      guard plane.x.count == plane.columns, plane.y.count == plane.rows else {
        throw call.error("TypeError", "Length of x must match number of columns in z")
      }
      var steps = ContourLevels.chosen(plane.values)
      if let count = levels?.smallInt {
        steps = ContourLevels.chosen(plane.values, count: max(1, min(count, 1000)))
      } else if let levels {
        steps = try PlotNumbers.list(levels, call.machine)
      }
      guard zip(steps, steps.dropFirst()).allSatisfy({ $0 < $1 }) else {
        throw call.error("ValueError", "Contour levels must be increasing")
      }
      let middles = isFilled ? zip(steps, steps.dropFirst()).map { ($0 + $1) / 2 } : steps
      var mapping = try Plane.mapping(steps, call)
      mapping.levels = isFilled ? steps : []
      try draw(plane, steps, middles, mapping, isFilled: isFilled, axes, call)
      return .object(MappedObject(axes, axes.artists.count - 1, .contours))
    }
  }

  private static func draw(
    _ plane: Plane, _ steps: [Double], _ middles: [Double], _ mapping: ColorMapping,
    isFilled: Bool, _ axes: PlotAxes, _ call: Call
  ) throws(PyError) {
    let grid = ContourGrid(x: plane.x, y: plane.y, values: plane.values)
    let given = try call.given("colors").map { value throws(PyError) in
      try PlotNumbers.colors(value, call.machine)
    }
    let alpha = try call.double("alpha")
    let width = try call.double("linewidths") ?? 1.5
    for (index, middle) in middles.enumerated() {
      var color = mapping.color(middle)
      if let given, !given.isEmpty { color = given[index % given.count] }
      color = color.with(alpha: alpha)
      let paths =
        isFilled ? grid.band(from: steps[index], to: steps[index + 1]) : grid.line(at: middle)
      var shape = PlotShape(
        paths, isClosed: isFilled, face: isFilled ? color : nil,
        // The thin edge closes the seams between cells.
        edge: isFilled && (alpha ?? 1) < 1 ? nil : color)
      shape.width = isFilled ? 0.3 : width
      shape.style = try call.string("linestyles") ?? "-"
      shape.mapping = mapping
      shape.isReached = false
      axes.append(.shape(shape), order: try call.double("zorder"))
    }
    Plane.reach([plane.x, plane.y], on: axes, mapping)
  }
}
