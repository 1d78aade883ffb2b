internal import PythonRuntime
internal import Matplotlib

/// A text that was drawn: what `title`, `xlabel`, `text` and the like give.
final class TextObject: HostObject {
  /// Where it is kept: read, and written with what changed.
  private let read: () -> (text: String, style: TextStyle)
  private let write: (String, TextStyle) -> Void
  private let place: (x: Value, y: Value)

  init(
    _ place: (x: Value, y: Value), read: @escaping () -> (text: String, style: TextStyle),
    write: @escaping (String, TextStyle) -> Void
  ) {
    (self.place, self.read, self.write) = (place, read, write)
  }

  deinit { LettingGo.hold(place) }

  /// A text that is only shown.
  convenience init(_ text: String, _ place: (x: Value, y: Value)) {
    self.init(place, read: { (text, TextStyle()) }, write: { _, _ in })
  }

  /// A title of axes.
  convenience init(title axes: PlotAxes) {
    self.init((.float(0.5), .float(1))) {
      (axes.title?.text ?? "", axes.title?.style ?? TextStyle(size: 12))
    } write: { text, style in
      var title = axes.title ?? PlotTitle(text)
      (title.text, title.style) = (text, style)
      axes.title = title
    }
  }

  /// The label of an axis.
  convenience init(labelOf axes: PlotAxes, isHorizontal: Bool) {
    let path: ReferenceWritableKeyPath<PlotAxes, PlotAxis> = isHorizontal ? \.x : \.y
    self.init(isHorizontal ? (.float(0.5), .int(0)) : (.int(0), .float(0.5))) {
      axes[keyPath: path].label ?? ("", TextStyle())
    } write: { text, style in
      axes[keyPath: path].label = (text, style)
    }
  }

  override var hostType: TypeObject { Self.textType }
  override func repr(_ machine: Machine) throws(PyError) -> String {
    let (x, y) = (try machine.str(place.x), try machine.str(place.y))
    return "Text(\(x), \(y), \(try machine.repr(.string(read().text))))"
  }

  private static func styled(
    _ name: String,
    _ change: @escaping @Sendable (inout TextStyle, Value, Machine) throws(PyError) -> Void
  ) -> Method {
    .method(name, "value") { (text: TextObject, call) throws(PyError) in
      let words = text.read().text
      var style = text.read().style
      try change(&style, call.required("value"), call.machine)
      text.write(words, style)
      return .none
    }
  }

  private static let textType = SharedType(
    "Text", module: "matplotlib.text",
    methods: [
      .method("get_text") { (text: TextObject, _) throws(PyError) in .string(text.read().text) },
      .method("get_position") { (text: TextObject, _) throws(PyError) in
        .object(TupleObject([text.place.x, text.place.y]))
      },
      .method("get_fontsize") { (text: TextObject, _) throws(PyError) in
        .float(text.read().style.size)
      },
      .method("get_size") { (text: TextObject, _) throws(PyError) in
        .float(text.read().style.size)
      },
      .method("set_text", "s") { (text: TextObject, call) throws(PyError) in
        text.write(try call.machine.str(call.required("s")), text.read().style)
        return .none
      },
      styled("set_color") { (style, value, machine) throws(PyError) in
        style.color = try PlotNumbers.color(value, machine)
      },
      styled("set_fontsize") { (style, value, machine) throws(PyError) in
        style.size = try PlotNumbers.size(value, machine)
      },
      styled("set_size") { (style, value, machine) throws(PyError) in
        style.size = try PlotNumbers.size(value, machine)
      },
      styled("set_fontweight") { (style, value, machine) throws(PyError) in
        style.isBold = try StyleReading.isBold(value, machine)
      },
    ])
}
