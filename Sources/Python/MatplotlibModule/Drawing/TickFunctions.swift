internal import PythonRuntime
internal import Matplotlib

/// Ticks, their texts, and grids.
enum TickFunctions {
  private static let style =
    "rotation=None, fontsize=None, size=None, color=None, fontdict=None, ha=None, horizontalalignment=None, rotation_mode=None, weight=None, fontweight=None"

  static var all: [AxesFunction] {
    [
      ticks("set_xticks", isHorizontal: true), ticks("set_yticks", isHorizontal: false),
      texts("set_xticklabels", isHorizontal: true), texts("set_yticklabels", isHorizontal: false),
      AxesFunction("get_xticklabels", "") { axes, _ in
        .object(TickLabelsObject(axes, isHorizontal: true))
      },
      AxesFunction("get_yticklabels", "") { axes, _ in
        .object(TickLabelsObject(axes, isHorizontal: false))
      },
      AxesFunction("get_xticks", "") { axes, call throws(PyError) in
        try PlotNumbers.array(axes.allTicks(isHorizontal: true).places, call.machine)
      },
      AxesFunction("get_yticks", "") { axes, call throws(PyError) in
        try PlotNumbers.array(axes.allTicks(isHorizontal: false).places, call.machine)
      },
      AxesFunction(
        "grid",
        "visible=None, which='major', axis='both', *, b=None, color=None, c=None, linestyle=None, ls=None, linewidth=None, lw=None, alpha=None",
        grid),
      AxesFunction(
        "tick_params",
        "axis='both', *, which='major', labelsize=None, labelcolor=None, labelbottom=None, labelleft=None, labeltop=None, labelright=None, bottom=None, left=None, top=None, right=None, length=None, colors=None, labelrotation=None, rotation=None",
        parameters),
      AxesFunction("minorticks_on", "") { axes, _ in
        (axes.x.hasMinorTicks, axes.y.hasMinorTicks) = (true, true)
        return .none
      },
      AxesFunction("minorticks_off", "") { axes, _ in
        (axes.x.hasMinorTicks, axes.y.hasMinorTicks) = (false, false)
        return .none
      },
    ]
  }

  private static func change(
    _ axes: PlotAxes, isHorizontal: Bool, _ body: (inout PlotAxis) throws(PyError) -> Void
  ) throws(PyError) {
    if isHorizontal { try body(&axes.x) } else { try body(&axes.y) }
  }

  private static func ticks(_ name: String, isHorizontal: Bool) -> AxesFunction {
    AxesFunction(name, "ticks=None, labels=None, *, minor=False, " + style) {
      axes, call throws(PyError) in
      if try call.bool("minor", or: false) { throw call.unsupported("minor", .bool(true)) }
      var places: [Value]?
      if let value = call.given("ticks") {
        let numbers = try PlotNumbers.list(value, call.machine)
        places = try call.machine.array(value)
        try change(axes, isHorizontal: isHorizontal) { (axis) throws(PyError) in
          axis.ticks = numbers
          axis.tickTexts = nil
        }
        if !call.name.hasPrefix("set_") || !numbers.isEmpty {
          axes.reach(numbers, isHorizontal: isHorizontal)
        }
      }
      if let value = call.given("labels") {
        let texts = try value.asTexts(call.machine)
        let count = (isHorizontal ? axes.x : axes.y).ticks?.count
        if let count, count != texts.count, !texts.isEmpty {
          throw call.error(
            "ValueError",
            "The number of FixedLocator locations (\(count)), usually from a call to set_ticks, does not match the number of labels (\(texts.count))."
          )
        }
        try change(axes, isHorizontal: isHorizontal) { (axis) throws(PyError) in
          axis.tickTexts = texts
        }
      }
      try setStyle(axes, isHorizontal, call)
      return try shown(axes, places, isHorizontal: isHorizontal, call)
    }
  }

  /// What pyplot's function and the method give back.
  private static func shown(
    _ axes: PlotAxes, _ places: [Value]?, isHorizontal: Bool, _ call: Call
  ) throws(PyError) -> Value {
    let ticks = axes.allTicks(isHorizontal: isHorizontal)
    let kind = isHorizontal ? AxisObject.xTick : AxisObject.yTick
    let objects = ListObject((places ?? []).map { _ in .object(ArtistObject(axes, 0, kind)) })
    if call.name.hasPrefix("set_") { return .object(objects) }
    var texts: [Value] = []
    for (index, text) in ticks.texts.enumerated() {
      let place = places.map { index < $0.count ? $0[index] : .none } ?? .float(ticks.places[index])
      texts.append(
        .object(TextObject(text, isHorizontal ? (place, .int(0)) : (.int(0), place))))
    }
    let first: Value =
      places == nil ? try PlotNumbers.array(ticks.places, call.machine) : .object(objects)
    return .object(TupleObject([first, .object(ListObject(texts))]))
  }

  private static func texts(_ name: String, isHorizontal: Bool) -> AxesFunction {
    AxesFunction(name, "labels, *, minor=False, " + style) { axes, call throws(PyError) in
      if try call.bool("minor", or: false) { throw call.unsupported("minor", .bool(true)) }
      let texts = try call.required("labels").asTexts(call.machine)
      let places = axes.allTicks(isHorizontal: isHorizontal).places
      let areSet = (isHorizontal ? axes.x : axes.y).ticks != nil
      if areSet, places.count != texts.count, !texts.isEmpty {
        throw call.error(
          "ValueError",
          "The number of FixedLocator locations (\(places.count)), usually from a call to set_ticks, does not match the number of labels (\(texts.count))."
        )
      }
      try change(axes, isHorizontal: isHorizontal) { (axis) throws(PyError) in
        axis.tickTexts = texts
      }
      try setStyle(axes, isHorizontal, call)
      let made = places.enumerated().map { index, place -> Value in
        let text = index < texts.count ? texts[index] : ""
        let own = areSet ? Value(plain: place) : .float(place)
        return .object(TextObject(text, isHorizontal ? (own, .int(0)) : (.int(0), own)))
      }
      return .object(ListObject(made))
    }
  }

  private static func setStyle(
    _ axes: PlotAxes, _ isHorizontal: Bool, _ call: Call
  ) throws(PyError) {
    let reading = StyleReading(call)
    let rotation = try reading.rotation
    let held = try call.word("ha", "horizontalalignment")
    let mode = try call.string("rotation_mode")
    let axis = isHorizontal ? axes.x : axes.y
    let text = try reading.text(axis.tickStyle)
    try change(axes, isHorizontal: isHorizontal) { (axis) throws(PyError) in
      axis.tickRotation = rotation ?? axis.tickRotation
      axis.tickAlignment = held ?? axis.tickAlignment
      if let mode { axis.areTicksAlignedFirst = mode == "anchor" }
      axis.tickStyle = text
    }
  }

  private static func grid(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let reading = StyleReading(call)
    var grid = axes.look.grid
    let isStyled = ["color", "c", "linestyle", "ls", "linewidth", "lw", "alpha"].contains {
      call.given($0) != nil
    }
    grid.color = try reading.color ?? grid.color
    grid.style = try reading.lineStyle ?? grid.style
    grid.width = try reading.width ?? grid.width
    grid.color = grid.color.with(alpha: try call.double("alpha"))
    let which = try call.string("which") ?? "major"
    guard ["major", "both"].contains(which) else { throw call.unsupported("which", .string(which)) }
    grid.hasMinor = which == "both"
    let wanted = call.given("visible") ?? call.given("b")
    let axis = try call.string("axis") ?? "both"
    // Without a word the grid is switched.
    var isOn = isStyled || (axis == "y" ? axes.y.grid : axes.x.grid) == nil
    if let wanted { isOn = try call.machine.isTrue(wanted) }
    if axis != "y" { axes.x.grid = isOn ? grid : nil }
    if axis != "x" { axes.y.grid = isOn ? grid : nil }
    return .none
  }

  private static func parameters(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let which = try call.string("axis") ?? "both"
    guard ["both", "x", "y"].contains(which) else {
      throw call.error(
        "ValueError",
        "'\(which)' is not a valid value for axis; supported values are 'x', 'y', 'both'")
    }
    let isMinor = try call.string("which") == "minor"
    for isHorizontal in [true, false] where which == "both" || (which == "x") == isHorizontal {
      try change(axes, isHorizontal: isHorizontal) { (axis) throws(PyError) in
        try set(
          &axis, near: isHorizontal ? "bottom" : "left", far: isHorizontal ? "top" : "right",
          isMinor: isMinor, call)
      }
    }
    return .none
  }

  private static func set(
    _ axis: inout PlotAxis, near: String, far: String, isMinor: Bool, _ call: Call
  ) throws(PyError) {
    if isMinor {
      if try !call.bool(near, or: true) { axis.hasMinorTicks = false }
      return
    }
    if let size = call.given("labelsize") {
      axis.tickStyle.size = try PlotNumbers.size(size, call.machine)
    }
    axis.tickStyle.color = try call.color("labelcolor", "colors") ?? axis.tickStyle.color
    axis.tickRotation = try call.number("labelrotation", "rotation") ?? axis.tickRotation
    axis.tickLength = try call.double("length") ?? axis.tickLength
    axis.hasTicks = (
      try call.bool(near, or: axis.hasTicks.near), try call.bool(far, or: axis.hasTicks.far)
    )
    let isNear = try call.bool("label\(near)", or: axis.hasTickTexts && !axis.isFar)
    let isFar = try call.bool("label\(far)", or: axis.hasTickTexts && axis.isFar)
    if isNear, isFar { throw call.unsupported("label\(far)", .bool(true)) }
    (axis.hasTickTexts, axis.isFar) = (isNear || isFar, isFar)
  }
}
