internal import PythonRuntime
internal import Matplotlib

/// What concerns axes as a whole.
enum AxesSettings {
  static var all: [AxesFunction] {
    [
      AxesFunction("cla", "") { axes, _ in
        axes.clear()
        return .none
      },
      AxesFunction("clear", "") { axes, _ in
        axes.clear()
        return .none
      },
      AxesFunction("set_facecolor", "color") { axes, call throws(PyError) in
        axes.face = try PlotNumbers.color(call.required("color"), call.machine)
        return .none
      },
      AxesFunction("box", "on=None") { axes, call throws(PyError) in
        let isOn = try call.bool("on", or: axes.spines["top"]?.isVisible == false)
        for name in ["left", "right", "bottom", "top"] {
          var spine = axes.spines[name] ?? PlotSpine()
          spine.isVisible = isOn
          axes.spines[name] = spine
        }
        axes.face = axes.face.with(alpha: isOn ? 1 : 0)
        return .none
      },
      AxesFunction(
        "set",
        "*, title=None, xlabel=None, ylabel=None, xlim=None, ylim=None, xticks=None, yticks=None, xticklabels=None, yticklabels=None, xscale=None, yscale=None, aspect=None, facecolor=None",
        set),
    ]
  }

  private static func set(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    var results: [Value] = []
    let names = [
      "title", "xlabel", "ylabel", "xscale", "yscale", "xlim", "ylim", "xticks", "yticks",
      "xticklabels", "yticklabels", "aspect", "facecolor",
    ]
    for name in names {
      guard let value = call.given(name),
        let function = AxesFunctions.all.first(where: { $0.name == "set_\(name)" })
      else { continue }
      let made = BuiltinFunction(function.name, function.parameters) { call throws(PyError) in
        try function.body(axes, call)
      }
      results.append(try made.call(Arguments([value]), call.machine))
    }
    return .object(ListObject(results))
  }
}
