internal import PythonRuntime
internal import Matplotlib

/// `ax.spines`: the four lines around axes by their names.
final class SpinesObject: HostObject {
  fileprivate static let names = ["left", "right", "bottom", "top"]
  private let axes: PlotAxes
  init(_ axes: PlotAxes) { self.axes = axes }

  override var hostType: TypeObject { Self.spinesType }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    if index.asObject(SliceObject.self) != nil { return .object(SpineObject(axes, Self.names)) }
    var names: [String] = []
    if case .string(let name) = index {
      names = [name]
    } else {
      names = try machine.strings(index, "spines")
    }
    for name in names where !Self.names.contains(name) {
      throw machine.error("KeyError", try machine.repr(.string(name)))
    }
    return .object(SpineObject(axes, names))
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    Self.names.contains(name) ? .object(SpineObject(axes, [name])) : nil
  }

  private var all: [Value] { Self.names.map { .object(SpineObject(axes, [$0])) } }

  private static let spinesType = SharedType(
    "Spines", module: "matplotlib.spines", properties: Set(names),
    methods: [
      .method("values") { (spines: SpinesObject, _) throws(PyError) in
        .object(ListObject(spines.all))
      },
      .method("items") { (spines: SpinesObject, _) throws(PyError) in
        .object(
          ListObject(
            zip(names, spines.all).map { .object(TupleObject([.string($0), $1])) }))
      },
    ])
}

/// One or several of these lines.
final class SpineObject: HostObject {
  private let axes: PlotAxes
  private let names: [String]
  init(_ axes: PlotAxes, _ names: [String]) { (self.axes, self.names) = (axes, names) }
  override var hostType: TypeObject { Self.spineType }

  private func change(_ body: (inout PlotSpine) -> Void) {
    for name in names {
      var spine = axes.spines[name] ?? PlotSpine()
      body(&spine)
      axes.spines[name] = spine
    }
  }

  private static let spineType = SharedType(
    "Spine", module: "matplotlib.spines",
    methods: [
      .method("set_visible", "b") { (spine: SpineObject, call) throws(PyError) in
        let isVisible = try call.machine.isTrue(call.required("b"))
        spine.change { $0.isVisible = isVisible }
        return .none
      },
      .method("set_color", "c") { (spine: SpineObject, call) throws(PyError) in
        let color = try PlotNumbers.color(call.required("c"), call.machine)
        spine.change { $0.color = color }
        return .none
      },
      .method("set_linewidth", "w") { (spine: SpineObject, call) throws(PyError) in
        let width = try call.machine.number(call.required("w"), "w")
        spine.change { $0.width = width }
        return .none
      },
    ])
}
