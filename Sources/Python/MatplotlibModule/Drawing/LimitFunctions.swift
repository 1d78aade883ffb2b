internal import PythonRuntime
internal import Matplotlib

/// Limits, scales, and what `axis` switches.
enum LimitFunctions {
  static var all: [AxesFunction] {
    [
      limits("set_xlim", "left=None, right=None, *, xmin=None, xmax=None", isHorizontal: true),
      limits("set_ylim", "bottom=None, top=None, *, ymin=None, ymax=None", isHorizontal: false),
      AxesFunction("get_xlim", "") { axes, call throws(PyError) in
        try PlotNumbers.tuple([axes.limits.x.0, axes.limits.x.1], call.machine)
      },
      AxesFunction("get_ylim", "") { axes, call throws(PyError) in
        try PlotNumbers.tuple([axes.limits.y.0, axes.limits.y.1], call.machine)
      },
      AxesFunction("axis", "arg=None, *, emit=True, option=None", axis),
      AxesFunction("set_axis_off", "") { axes, _ in
        axes.isOn = false
        return .none
      },
      AxesFunction("set_axis_on", "") { axes, _ in
        axes.isOn = true
        return .none
      },
      AxesFunction("set_aspect", "aspect, adjustable=None") { axes, call throws(PyError) in
        try setAspect(axes, call)
        return .none
      },
      AxesFunction("invert_yaxis", "") { axes, _ in
        axes.y.invert()
        return .none
      },
      AxesFunction("invert_xaxis", "") { axes, _ in
        axes.x.invert()
        return .none
      },
      AxesFunction("get_xscale", "") { axes, _ in .string(axes.x.isLogarithmic ? "log" : "linear")
      },
      AxesFunction("get_yscale", "") { axes, _ in .string(axes.y.isLogarithmic ? "log" : "linear")
      },
      scale("set_xscale", isHorizontal: true), scale("set_yscale", isHorizontal: false),
      AxesFunction("margins", "*margins, x=None, y=None, tight=True", margins),
      AxesFunction("autoscale", "enable=True, axis='both', tight=None") {
        axes, call throws(PyError) in
        if try call.machine.isTrue(call["tight"] ?? .none) {
          (axes.x.margin, axes.y.margin) = (0, 0)
        }
        if try call.bool("enable", or: true) {
          (axes.x.limits, axes.y.limits) = ((nil, nil), (nil, nil))
        }
        return .none
      },
    ]
  }

  private static func limits(
    _ name: String, _ parameters: String, isHorizontal: Bool
  ) -> AxesFunction {
    let names = CallSignature(parameters).names
    return AxesFunction(name, parameters) { axes, call throws(PyError) in
      var ends: (Double?, Double?) = (nil, nil)
      if let first = call.given(names[0]), first.double == nil {
        let numbers = try PlotNumbers.list(first, call.machine)
        guard numbers.count == 2 else {
          throw call.error("ValueError", "not enough values to unpack (expected 2)")
        }
        ends = (numbers[0], numbers[1])
      } else {
        ends = (try call.number(names[0], names[2]), try call.number(names[1], names[3]))
      }
      // The end that isn't named stays where it is now.
      let now = isHorizontal ? axes.limits.x : axes.limits.y
      let (first, last) = (ends.0 ?? now.0, ends.1 ?? now.1)
      guard first.isFinite, last.isFinite else {
        throw call.error("ValueError", "Axis limits cannot be NaN or Inf")
      }
      if isHorizontal {
        (axes.x.limits, axes.x.isInverted) = ((first, last), false)
      } else {
        (axes.y.limits, axes.y.isInverted) = ((first, last), false)
      }
      return .object(TupleObject([.float(first), .float(last)]))
    }
  }

  private static func axis(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    switch call.given("arg") ?? call.given("option") {
    case nil: break
    case .string("off")?, .bool(false)?: axes.isOn = false
    case .string("on")?, .bool(true)?: axes.isOn = true
    case .string("equal")?: (axes.isSquare, axes.isEqual) = (false, true)
    case .string("scaled")?: (axes.isSquare, axes.isEqual) = (true, false)
    case .string("image")?:
      (axes.isSquare, axes.isEqual) = (true, false)
      (axes.x.margin, axes.y.margin) = (0, 0)
    case .string("auto")?: (axes.isSquare, axes.isEqual) = (false, false)
    case .string("tight")?: (axes.x.margin, axes.y.margin) = (0, 0)
    case .string("square")?: throw call.unsupported("arg", .string("square"))
    case .string(let word)?:
      throw call.error(
        "ValueError", "Unrecognized string '\(word)' to axis; try 'on' or 'off'")
    case let value?:
      let ends = try PlotNumbers.list(value, call.machine)
      guard ends.count == 4 else {
        throw call.error(
          "TypeError",
          "The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]")
      }
      (axes.x.limits, axes.x.isInverted) = ((ends[0], ends[1]), false)
      (axes.y.limits, axes.y.isInverted) = ((ends[2], ends[3]), false)
    }
    let limits = axes.limits
    return try PlotNumbers.tuple([limits.x.0, limits.x.1, limits.y.0, limits.y.1], call.machine)
  }

  private static func setAspect(_ axes: PlotAxes, _ call: Call) throws(PyError) {
    if let value = call.given("adjustable"), try call.string("adjustable") != "box" {
      throw call.unsupported("adjustable", value)
    }
    switch call.required("aspect") {
    case .string("auto"): axes.isSquare = false
    case .string("equal"): axes.isSquare = true
    case let value:
      guard value.double == 1 else { throw call.unsupported("aspect", value) }
      axes.isSquare = true
    }
  }

  private static func scale(_ name: String, isHorizontal: Bool) -> AxesFunction {
    AxesFunction(name, "value, **kwargs") { axes, call throws(PyError) in
      let value = try call.string("value") ?? "linear"
      guard ["log", "linear"].contains(value) else {
        guard ["symlog", "logit", "asinh", "mercator", "function", "functionlog"].contains(value)
        else { throw call.error("ValueError", "'\(value)' is not a valid value for scale.") }
        throw call.unsupported("value", .string(value))
      }
      if let (name, other) = call.others.first { throw call.unsupported(name, other) }
      if isHorizontal {
        axes.x.isLogarithmic = value == "log"
      } else {
        axes.y.isLogarithmic = value == "log"
      }
      return .none
    }
  }

  private static func margins(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    var (x, y) = (try call.double("x"), try call.double("y"))
    if let first = call.rest.first {
      x = try call.machine.number(first, "x")
      y = try call.machine.number(call.rest.last ?? first, "y")
    }
    if x == nil, y == nil {
      return .object(TupleObject([.float(axes.x.margin), .float(axes.y.margin)]))
    }
    for margin in [x, y].compactMap(\.self) where margin <= -0.5 {
      throw call.error("ValueError", "margin must be greater than -0.5")
    }
    axes.x.margin = x ?? axes.x.margin
    axes.y.margin = y ?? axes.y.margin
    return .none
  }
}

extension PlotAxis {
  /// Turns the axis' direction around.
  mutating func invert() {
    if let first = limits.0, let last = limits.1 {
      limits = (last, first)
    } else {
      isInverted.toggle()
    }
  }
}
