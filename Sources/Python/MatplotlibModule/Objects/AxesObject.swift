internal import PythonRuntime
internal import Matplotlib

/// `Axes`.
final class AxesObject: HostObject {
  let axes: PlotAxes
  let owner: FigureObject

  init(_ axes: PlotAxes, _ owner: FigureObject) { (self.axes, self.owner) = (axes, owner) }

  override var hostType: TypeObject { AxesFunctions.type }
  override func repr(_ machine: Machine) throws(PyError) -> String {
    var parts: [String] = []
    if let title = axes.title, !title.text.isEmpty {
      parts.append("title={'\(title.place)': \(try machine.repr(.string(title.text)))}")
    }
    for (name, label) in [("xlabel", axes.x.label), ("ylabel", axes.y.label)] {
      guard let label, !label.text.isEmpty else { continue }
      parts.append("\(name)=\(try machine.repr(.string(label.text)))")
    }
    return "<Axes: \(parts.joined(separator: ", "))>"
  }
  /// The place in the figure, where it is known.
  override func str(_ machine: Machine) throws(PyError) -> String {
    guard let place = owner.figure.place(of: axes) else { return try repr(machine) }
    let parts = try place.map { part throws(PyError) in try machine.format(.float(part), "g") }
    return "Axes(\(parts[0]),\(parts[1]);\(parts[2])x\(parts[3]))"
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "figure": .object(owner)
    case "xaxis": .object(AxisObject(axes, isHorizontal: true))
    case "yaxis": .object(AxisObject(axes, isHorizontal: false))
    case "title": .object(TextObject(title: axes))
    case "spines": .object(SpinesObject(axes))
    case "transAxes": .object(ShareTransform.only)
    case "patches", "lines", "images", "collections": .object(ListObject(artists(name)))
    case "containers": .object(ListObject(artists(name)))
    case "axison": .bool(axes.isOn)
    default: nil
    }
  }

  /// What was drawn, one kind of it.
  func artists(_ kind: String) -> [Value] {
    axes.artists.indices.flatMap { index -> [Value] in
      switch axes.artists[index] {
      case .line where kind == "lines": [.object(LineObject(axes, index))]
      case .image where kind == "images": [.object(MappedObject(axes, index))]
      case .points where kind == "collections": [.object(MappedObject(axes, index, .points))]
      case .bars where kind == "containers": [.object(BarsObject(axes, index))]
      case .bars(let bars) where kind == "patches":
        bars.bars.indices.map { .object(BarObject(BarsObject(axes, index), $0)) }
      default: []
      }
    }
  }

  override func isEqual(_ other: Value, _ machine: Machine) -> Bool? {
    other.asObject(AxesObject.self).map { $0.axes === axes }
  }
}

/// `ax.transAxes`: places in shares of the axes; it has no state.
final class ShareTransform: Object, @unchecked Sendable {
  static let only = ShareTransform()
}
