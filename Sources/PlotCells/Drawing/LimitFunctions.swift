internal import Cells
internal import Plots

/// Limits, ticks, grids and scales.
enum LimitFunctions {
  private static let tickStyle =
    "rotation=None, fontsize=None, size=None, color=None, fontdict=None, ha=None, weight=None, fontweight=None"

  static var all: [AxesFunction] {
    [
      limits("set_xlim", "left=None, right=None, *, xmin=None, xmax=None") { $0.x.limits = $1 },
      limits("set_ylim", "bottom=None, top=None, *, ymin=None, ymax=None") { $0.y.limits = $1 },
      ticks("set_xticks", isHorizontal: true), ticks("set_yticks", isHorizontal: false),
      texts("set_xticklabels", isHorizontal: true), texts("set_yticklabels", isHorizontal: false),
      AxesFunction("get_xticklabels", "") { axes, _ in
        .object(TickLabelsObject(axes, isHorizontal: true))
      },
      AxesFunction("get_yticklabels", "") { axes, _ in
        .object(TickLabelsObject(axes, isHorizontal: false))
      },
      AxesFunction("get_xlim", "") { axes, _ in pair(axes.x.limits) },
      AxesFunction("get_ylim", "") { axes, _ in pair(axes.y.limits) },
      AxesFunction(
        "grid",
        "visible=None, which='major', axis='both', *, b=None, color=None, c=None, linestyle=None, ls=None, linewidth=None, lw=None, alpha=None",
        grid),
      AxesFunction("axis", "arg=None, *, emit=True, option=None", axis),
      AxesFunction("set_axis_off", "") { axes, _ in
        axes.isOn = false
        return .none
      },
      AxesFunction("set_aspect", "aspect, adjustable=None") { axes, call throws(PyError) in
        axes.isSquare = try call.machine.str(call.required("aspect")) != "auto"
        return .none
      },
      AxesFunction("invert_yaxis", "") { axes, _ in
        axes.y.isInverted.toggle()
        return .none
      },
      AxesFunction("invert_xaxis", "") { axes, _ in
        axes.x.isInverted.toggle()
        return .none
      },
      scale("set_xscale") { $0.x.isLogarithmic = $1 },
      scale("set_yscale") { $0.y.isLogarithmic = $1 },
      AxesFunction(
        "tick_params",
        "axis='both', *, labelsize=None, labelbottom=None, labelleft=None, bottom=None, left=None, top=None, right=None, which=None, length=None, colors=None, labelrotation=None, rotation=None"
      ) {
        axes, call throws(PyError) in try tickParameters(axes, call)
      },
      AxesFunction("cla", "") { axes, _ in
        axes.clear()
        return .none
      },
      AxesFunction("set_facecolor", "color") { axes, call throws(PyError) in
        axes.face = try PlotNumbers.color(call.required("color"), call.machine)
        return .none
      },
      AxesFunction(
        "set",
        "*, title=None, xlabel=None, ylabel=None, xlim=None, ylim=None, xticks=None, yticks=None"
      ) {
        axes, call throws(PyError) in
        for name in ["title", "xlabel", "ylabel", "xlim", "ylim", "xticks", "yticks"] {
          guard let value = call.given(name),
            let function = AxesFunctions.all.first(where: { $0.name == "set_\(name)" })
          else { continue }
          let made = BuiltinFunction(function.name, function.parameters) { call throws(PyError) in
            try function.body(axes, call)
          }
          _ = try made.call(Arguments([value]), call.machine)
        }
        return .none
      },
    ]
  }

  private static func pair(_ limits: (Double?, Double?)) -> Value {
    .object(TupleObject([.float(limits.0 ?? 0), .float(limits.1 ?? 1)]))
  }

  private static func limits(
    _ name: String, _ parameters: String,
    _ set: @escaping (PlotAxes, (Double?, Double?)) -> Void
  ) -> AxesFunction {
    let names = Signature(parameters).names
    return AxesFunction(name, parameters) { axes, call throws(PyError) in
      var ends: (Double?, Double?) = (nil, nil)
      if let first = call.given(names[0]), first.double == nil {
        let numbers = try PlotNumbers.list(first, call.machine)
        if numbers.count == 2 { ends = (numbers[0], numbers[1]) }
      } else {
        ends = (try call.double(names[0]), try call.double(names[1]))
        if let low = try call.double(names[2]) { ends.0 = low }
        if let high = try call.double(names[3]) { ends.1 = high }
      }
      set(axes, ends)
      return .none
    }
  }

  private static func change(
    _ axes: PlotAxes, isHorizontal: Bool, _ body: (inout PlotAxis) throws(PyError) -> Void
  ) throws(PyError) {
    if isHorizontal { try body(&axes.x) } else { try body(&axes.y) }
  }

  private static func ticks(_ name: String, isHorizontal: Bool) -> AxesFunction {
    AxesFunction(name, "ticks=None, labels=None, *, minor=False, " + tickStyle) {
      axes, call throws(PyError) in
      if let value = call.given("ticks") {
        let places = try PlotNumbers.list(value, call.machine)
        try change(axes, isHorizontal: isHorizontal) { (axis) throws(PyError) in
          axis.ticks = places
          axis.tickTexts = nil
        }
      }
      if let value = call.given("labels") {
        let texts = try value.asTexts(call.machine)
        try change(axes, isHorizontal: isHorizontal) { (axis) throws(PyError) in
          axis.tickTexts = texts
        }
      }
      try style(axes, isHorizontal, call)
      return .object(TupleObject([.object(ListObject([])), .object(ListObject([]))]))
    }
  }

  private static func texts(_ name: String, isHorizontal: Bool) -> AxesFunction {
    AxesFunction(name, "labels, *, minor=False, " + tickStyle) { axes, call throws(PyError) in
      let texts = try call.required("labels").asTexts(call.machine)
      try change(axes, isHorizontal: isHorizontal) { (axis) throws(PyError) in
        if axis.ticks == nil { axis.ticks = texts.indices.map(Double.init) }
        axis.tickTexts = texts
      }
      try style(axes, isHorizontal, call)
      return .none
    }
  }

  private static func style(
    _ axes: PlotAxes, _ isHorizontal: Bool, _ call: Call
  ) throws(PyError) {
    let rotation = try call.given("rotation").map { value throws(PyError) -> Double in
      if case .string(let word) = value { return word == "vertical" ? 90 : 0 }
      return try call.machine.number(value, "rotation")
    }
    let text = try StyleReading(call).text(size: 10)
    try change(axes, isHorizontal: isHorizontal) { (axis) throws(PyError) in
      if let rotation { axis.tickRotation = rotation }
      if text != TextStyle() { axis.tickStyle = text }
    }
  }

  private static func grid(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let reading = StyleReading(call)
    var grid = PlotGrid()
    let isStyled = ["color", "c", "linestyle", "ls", "linewidth", "lw"].contains {
      call.given($0) != nil
    }
    grid.color = try reading.color ?? grid.color
    grid.style = try reading.lineStyle ?? grid.style
    grid.width = try reading.width ?? grid.width
    if let alpha = try call.double("alpha") { grid.color.alpha = alpha }
    let wanted = call.given("visible") ?? call.given("b")
    // Without a word the grid is switched.
    var isOn = isStyled || axes.x.grid == nil
    if let wanted { isOn = try call.machine.isTrue(wanted) }
    let axis = try call.string("axis") ?? "both"
    if axis != "y" { axes.x.grid = isOn ? grid : nil }
    if axis != "x" { axes.y.grid = isOn ? grid : nil }
    return .none
  }

  private static func axis(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    guard let value = call.given("arg") ?? call.given("option") else { return .none }
    switch value {
    case .string("off"), .bool(false): axes.isOn = false
    case .string("on"), .bool(true): axes.isOn = true
    case .string("equal"), .string("square"), .string("scaled"), .string("image"):
      axes.isSquare = true
    case .string("auto"): axes.isSquare = false
    case .string("tight"): break
    case .string(let word):
      throw call.error(
        "ValueError", "Unrecognized string '\(word)' to axis; try 'on' or 'off'")
    default:
      let ends = try PlotNumbers.list(value, call.machine)
      guard ends.count == 4 else {
        throw call.error("TypeError", "axis() takes four limits, not \(ends.count)")
      }
      axes.x.limits = (ends[0], ends[1])
      axes.y.limits = (ends[2], ends[3])
    }
    return .none
  }

  private static func scale(
    _ name: String, _ set: @escaping (PlotAxes, Bool) -> Void
  ) -> AxesFunction {
    AxesFunction(name, "value, **kwargs") { axes, call throws(PyError) in
      let value = try call.string("value") ?? "linear"
      guard ["log", "linear"].contains(value) else {
        throw call.unsupported("value", .string(value))
      }
      set(axes, value == "log")
      return .none
    }
  }

  private static func tickParameters(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let axis = try call.string("axis") ?? "both"
    if let size = call.given("labelsize") {
      let points = try PlotNumbers.size(size, call.machine)
      if axis != "y" { axes.x.tickStyle.size = points }
      if axis != "x" { axes.y.tickStyle.size = points }
    }
    for name in ["labelrotation", "rotation"] {
      if let angle = try call.double(name), axis != "y" { axes.x.tickRotation = angle }
    }
    if try !call.bool("labelbottom", or: true) { axes.x.hasTickTexts = false }
    if try !call.bool("labelleft", or: true) { axes.y.hasTickTexts = false }
    return .none
  }
}
