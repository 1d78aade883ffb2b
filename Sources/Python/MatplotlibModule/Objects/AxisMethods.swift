internal import PythonRuntime
internal import Matplotlib

/// Methods of `ax.xaxis` that are methods of the axes under other names: `set_ticks` is `set_xticks`.
enum AxisMethods {
  static var all: [Method] {
    [
      ("set_ticks", "ticks"), ("set_ticklabels", "ticklabels"), ("get_ticklocs", "get_ticks"),
      ("get_ticklabels", "get_ticklabels"), ("set_inverted", "invert_axis"),
    ].compactMap { own, name in
      own == "set_inverted" ? inverted : method(own, name)
    } + labels + sides
  }

  /// The axes' function for one of the two axes.
  private static func function(_ name: String, isHorizontal: Bool) -> AxesFunction? {
    let letter = isHorizontal ? "x" : "y"
    let full = name.hasPrefix("get_") ? "get_\(letter)\(name.dropFirst(4))" : "set_\(letter)\(name)"
    return AxesFunctions.all.first { $0.name == full }
  }

  private static func method(_ own: String, _ name: String) -> Method? {
    guard let sample = function(name, isHorizontal: true) else { return nil }
    return .method(own, sample.parameters) { (axis: AxisObject, call) throws(PyError) in
      guard let function = function(name, isHorizontal: axis.isHorizontal) else { return .none }
      return try function.body(axis.axes, call)
    }
  }

  private static let inverted = Method.method("set_inverted", "inverted") {
    (axis: AxisObject, call) throws(PyError) in
    let isInverted = try call.machine.isTrue(call.required("inverted"))
    let limits = axis.isHorizontal ? axis.axes.limits.x : axis.axes.limits.y
    if isInverted != (limits.0 > limits.1) { axis.change { $0.invert() } }
    return .none
  }

  private static let labels: [Method] = [
    .method("get_label") { (axis: AxisObject, _) throws(PyError) in
      .object(TextObject(labelOf: axis.axes, isHorizontal: axis.isHorizontal))
    },
    .method("get_label_text") { (axis: AxisObject, _) throws(PyError) in
      .string((axis.isHorizontal ? axis.axes.x : axis.axes.y).label?.text ?? "")
    },
  ]

  /// `set_ticks_position('top')`.
  private static let sides: [Method] = [
    .method("set_ticks_position", "position") { (axis: AxisObject, call) throws(PyError) in
      let place = try call.machine.str(call.required("position"))
      let (near, far) = axis.isHorizontal ? ("bottom", "top") : ("left", "right")
      guard [near, far, "both", "none", "default"].contains(place) else {
        throw call.error(
          "ValueError",
          "'\(place)' is not a valid value for position. Supported values are '\(far)', '\(near)', 'both', 'default', 'none'"
        )
      }
      axis.change {
        $0.isFar = place == far
        $0.hasTicks = (
          place == near || place == "both" || place == "default", place == far || place == "both"
        )
      }
      return .none
    }
  ]
}
