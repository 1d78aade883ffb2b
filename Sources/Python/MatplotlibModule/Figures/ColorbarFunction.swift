internal import PythonRuntime
internal import Matplotlib

/// `colorbar`.
enum ColorbarFunction {
  static let parameters =
    "mappable=None, cax=None, ax=None, *, label=None, fraction=None, pad=None, shrink=None, aspect=None, orientation=None, location=None, ticks=None, format=None, extend=None"

  static func colorbar(_ owner: FigureObject, _ call: Call) throws(PyError) -> Value {
    for name in ["format", "extend"] {
      if let value = call.given(name) { throw call.unsupported(name, value) }
    }
    let given: AxesObject? = call.given("ax")?.asObject()
    if let value = call.given("ax"), given == nil { throw call.unsupported("ax", value) }
    let mapped: MappedObject? = call.given("mappable")?.asObject()
    if let value = call.given("mappable"), mapped == nil {
      throw call.unsupported("mappable", value)
    }
    let axes = given?.axes ?? mapped?.axes ?? owner.session.currentAxes ?? owner.figure.current
    guard let mapping = mapped?.mapping ?? axes.mapping else {
      throw call.error(
        "RuntimeError",
        "No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow) or a contour set (with contourf)."
      )
    }
    var bar = PlotColorbar(mapping, isHorizontal: try isHorizontal(call))
    if let value = call.given("label") { bar.label = try call.machine.str(value) }
    bar.fraction = try call.double("fraction") ?? bar.fraction
    bar.pad = try call.double("pad") ?? bar.pad
    bar.shrink = try call.double("shrink") ?? bar.shrink
    bar.aspect = try call.double("aspect") ?? bar.aspect
    if let value = call.given("ticks") { bar.ticks = try PlotNumbers.list(value, call.machine) }
    guard bar.fraction > 0, bar.pad >= 0, bar.fraction + bar.pad < 1, bar.shrink > 0, bar.aspect > 0
    else { throw call.error("ValueError", "the colorbar leaves no room for its axes") }
    if let cax: AxesObject = call.given("cax")?.asObject() {
      cax.axes.content = bar
      return .object(ColorbarObject(cax.axes, isWhole: true, owner))
    }
    axes.bar = bar
    axes.anchor = bar.isHorizontal ? (0.5, 0) : (1, 0.5)
    if bar.isHorizontal { axes.anchor.y = 0 }
    return .object(ColorbarObject(axes, isWhole: false, owner))
  }

  private static func isHorizontal(_ call: Call) throws(PyError) -> Bool {
    if let place = try call.string("location") {
      guard place == "right" || place == "bottom" else {
        throw call.unsupported("location", .string(place))
      }
      return place == "bottom"
    }
    let text = try call.string("orientation") ?? "vertical"
    guard ["vertical", "horizontal"].contains(text) else {
      throw call.error(
        "ValueError",
        "'\(text)' is not a valid value for orientation; supported values are None, 'vertical', 'horizontal'"
      )
    }
    return text == "horizontal"
  }
}

extension PlotAxes {
  /// The colors of the last thing that has a mapping.
  var mapping: ColorMapping? {
    for artist in artists.reversed() { if let mapping = artist.mapping { return mapping } }
    return nil
  }
}

/// What `colorbar` gives.
final class ColorbarObject: HostObject {
  private let axes: PlotAxes
  /// Whether the axes are all bar.
  private let isWhole: Bool
  private let owner: FigureObject

  init(_ axes: PlotAxes, isWhole: Bool, _ owner: FigureObject) {
    (self.axes, self.isWhole, self.owner) = (axes, isWhole, owner)
  }

  private func change(_ body: (inout PlotColorbar) -> Void) {
    guard var bar = isWhole ? axes.content : axes.bar else { return }
    body(&bar)
    if isWhole { axes.content = bar } else { axes.bar = bar }
  }

  override var hostType: TypeObject { Self.barType }
  private static let barType = SharedType(
    "Colorbar", module: "matplotlib.colorbar",
    methods: [
      .method("set_label", "label") { (bar: ColorbarObject, call) throws(PyError) in
        let text = try call.machine.str(call.required("label"))
        bar.change { $0.label = text }
        return .none
      },
      .method("set_ticks", "ticks, *, labels=None") { (bar: ColorbarObject, call) throws(PyError) in
        let ticks = try PlotNumbers.list(call.required("ticks"), call.machine)
        let texts = try call.given("labels").map { value throws(PyError) in
          try value.asTexts(call.machine)
        }
        bar.change { ($0.ticks, $0.tickTexts) = (ticks, texts) }
        return .none
      },
      .method("set_ticklabels", "ticklabels") { (bar: ColorbarObject, call) throws(PyError) in
        let texts = try call.required("ticklabels").asTexts(call.machine)
        bar.change { $0.tickTexts = texts }
        return .none
      },
    ])
}
