internal import PythonRuntime
internal import Matplotlib

/// Something that was drawn, by its place among what its axes show.
class ArtistObject: HostObject {
  let axes: PlotAxes
  let place: Int
  private let kind: TypeObject

  init(_ axes: PlotAxes, _ place: Int, _ kind: TypeObject) {
    (self.axes, self.place, self.kind) = (axes, place, kind)
  }

  /// The last that was drawn.
  convenience init(last axes: PlotAxes, _ kind: TypeObject) {
    self.init(axes, axes.artists.count - 1, kind)
  }

  override var hostType: TypeObject { kind }

  /// A class that Matplotlib has and of which programs only see the name.
  static func kind(_ name: String, module: String) -> SharedType {
    SharedType(name, module: "matplotlib.\(module)")
  }

  static let rectangle = kind("Rectangle", module: "patches")
  static let polygon = kind("Polygon", module: "patches")
  static let area = kind("FillBetweenPolyCollection", module: "collections")
  static let segments = kind("LineCollection", module: "collections")
  static let pie = kind("PieContainer", module: "container")
}

/// Several things that were drawn in one call, which Matplotlib shows by their number.
final class ContainerObject: HostObject {
  private let name: String
  private let parts: [Value]
  init(_ name: String, _ parts: [Value]) { (self.name, self.parts) = (name, parts) }

  deinit { LettingGo.hold(parts) }

  override var hostType: TypeObject { Self.containerType }
  override func repr(_ machine: Machine) -> String {
    "<\(name) object of \(parts.count) artists>"
  }
  override func length(_ machine: Machine) -> Int? { parts.count }
  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    try TupleObject(parts).item(index, machine)
  }
  override func iterator(_ machine: Machine) -> IteratorObject? { ItemIterator(parts) }
  private static let containerType = SharedType(
    "Container", module: "matplotlib.container")
}
