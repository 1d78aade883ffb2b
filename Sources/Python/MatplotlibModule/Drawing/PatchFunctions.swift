internal import PythonRuntime
internal import Matplotlib

/// Rectangles, circles and polygons, which programs make and then add to axes.
enum PatchFunctions {
  private static let style =
    "color=None, facecolor=None, fc=None, edgecolor=None, ec=None, linewidth=None, lw=None, linestyle=None, ls=None, fill=True, alpha=None, label=None, zorder=None"

  static var all: [AxesFunction] {
    [
      AxesFunction("add_patch", "p", add), AxesFunction("add_artist", "a", add),
    ]
  }

  private static func add(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let name = call.name == "add_artist" ? "a" : "p"
    guard let patch: PatchObject = call.required(name).asObject() else {
      throw call.unsupported(name, call.required(name))
    }
    axes.append(.shape(patch.shape), order: patch.order)
    return call.required(name)
  }

  /// The classes of `matplotlib.patches` that are understood.
  static var constructors: [BuiltinFunction] {
    [
      BuiltinFunction("Rectangle", "xy, width, height, *, angle=0.0, " + style) {
        call throws(PyError) in
        if let value = call.given("angle"), value.double != 0 {
          throw call.unsupported("angle", value)
        }
        let corner = try point(call.required("xy"), call)
        let (width, height) = (
          try call.machine.number(call.required("width"), "width"),
          try call.machine.number(call.required("height"), "height")
        )
        let (right, top) = (corner.x + width, corner.y + height)
        return try made(
          ArtistObject.rectangle,
          .init([corner.x, right, right, corner.x], [corner.y, corner.y, top, top]), call)
      },
      BuiltinFunction("Circle", "xy, radius=5, *, " + style) { call throws(PyError) in
        let radius = try call.double("radius", or: 5)
        return try made(
          ArtistObject.kind("Circle", module: "patches"),
          ellipse(try point(call.required("xy"), call), radius, radius), call)
      },
      BuiltinFunction("Patch", style) { call throws(PyError) in
        try made(ArtistObject.kind("Patch", module: "patches"), .init([], []), call)
      },
      BuiltinFunction("Ellipse", "xy, width, height, *, angle=0, " + style) {
        call throws(PyError) in
        if let value = call.given("angle"), value.double != 0 {
          throw call.unsupported("angle", value)
        }
        let (width, height) = (
          try call.machine.number(call.required("width"), "width"),
          try call.machine.number(call.required("height"), "height")
        )
        return try made(
          ArtistObject.kind("Ellipse", module: "patches"),
          ellipse(try point(call.required("xy"), call), width / 2, height / 2), call)
      },
      BuiltinFunction("Polygon", "xy, *, closed=True, " + style) { call throws(PyError) in
        var (xs, ys): ([Double], [Double]) = ([], [])
        for item in try call.machine.array(call.required("xy")) {
          let place = try point(item, call)
          xs.append(place.x)
          ys.append(place.y)
        }
        return try made(ArtistObject.polygon, .init(xs, ys), call)
      },
    ]
  }

  private static func point(_ value: Value, _ call: Call) throws(PyError) -> (x: Double, y: Double)
  {
    let numbers = try PlotNumbers.list(value, call.machine)
    guard numbers.count == 2 else { throw call.error("ValueError", "a point has two numbers") }
    return (numbers[0], numbers[1])
  }

  private static func ellipse(
    _ center: (x: Double, y: Double), _ wide: Double, _ high: Double
  ) -> PlotShape.Path {
    let unit = PlotShape.circle
    return .init(unit.x.map { center.x + wide * $0 }, unit.y.map { center.y + high * $0 })
  }

  private static func made(
    _ kind: TypeObject, _ path: PlotShape.Path, _ call: Call
  ) throws(PyError) -> Value {
    let paint = try PatchPaint(call, nil)
    var shape = PlotShape([path], isClosed: true, face: paint.face, edge: paint.edge)
    shape.width = paint.width
    shape.style = try call.word("linestyle", "ls") ?? "-"
    shape.label = try StyleReading(call).label
    shape.isAdded = true
    return .object(PatchObject(shape, kind, order: try call.double("zorder")))
  }
}

/// A shape that can be added to axes.
final class PatchObject: HostObject {
  let shape: PlotShape
  let order: Double?
  private let kind: TypeObject
  init(_ shape: PlotShape, _ kind: TypeObject, order: Double?) {
    (self.shape, self.kind, self.order) = (shape, kind, order)
  }
  override var hostType: TypeObject { kind }
}
