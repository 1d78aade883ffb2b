internal import PythonRuntime
internal import Matplotlib

/// What `legend` gives: its texts can be read.
final class LegendObject: HostObject {
  private let axes: PlotAxes
  init(_ axes: PlotAxes) { self.axes = axes }

  override var hostType: TypeObject { Self.legendType }

  /// The texts as they are now; they lie in the box, whose place is known when all is drawn.
  private var texts: [Value] {
    (axes.legend?.entries(of: axes) ?? []).map { entry in
      .object(TextObject(entry.text, (.float(0), .float(0))))
    }
  }

  private static let legendType = SharedType(
    "Legend", module: "matplotlib.legend",
    methods: [
      .method("get_texts") { (legend: LegendObject, _) throws(PyError) in
        .object(SilentList("Text", legend.texts))
      },
      .method("get_title") { (legend: LegendObject, _) throws(PyError) in
        .object(TextObject(legend.axes.legend?.title ?? "", (.float(0), .float(0))))
      },
      .method("remove") { (legend: LegendObject, _) throws(PyError) in
        legend.axes.legend = nil
        return .none
      },
    ])
}

/// A list of which Matplotlib shows only how long it is.
final class SilentList: HostObject {
  private let kind: String
  private let items: [Value]

  /// - Parameter kind: the name of the items' class.
  init(_ kind: String, _ items: [Value]) { (self.kind, self.items) = (kind, items) }

  deinit { LettingGo.hold(items) }

  override var hostType: TypeObject { Self.listType }
  override func repr(_ machine: Machine) -> String { "<a list of \(items.count) \(kind) objects>" }
  override func length(_ machine: Machine) -> Int? { items.count }
  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    try ListObject(items).item(index, machine)
  }
  override func iterator(_ machine: Machine) -> IteratorObject? { ItemIterator(items) }

  private static let listType = SharedType("silent_list", module: "matplotlib.cbook")
}
