internal import PythonRuntime
internal import Matplotlib

/// seaborn's `heatmap`.
struct HeatmapFunction {
  let session: PlotSession

  var function: BuiltinFunction {
    BuiltinFunction(
      "heatmap",
      "data, *, vmin=None, vmax=None, cmap=None, center=None, robust=False, annot=None, fmt='.2g', annot_kws=None, linewidths=0, linewidth=None, linecolor='white', cbar=True, cbar_kws=None, cbar_ax=None, square=False, xticklabels='auto', yticklabels='auto', mask=None, ax=None"
    ) { [session] call throws(PyError) in
      for name in ["robust", "cbar_ax"] {
        if let value = call.given(name), try call.machine.isTrue(value) {
          throw call.unsupported(name, value)
        }
      }
      let object = try session.axes(call)
      let axes = object.axes
      let table = try HeatTable(call, session)
      table.draw(on: axes, try Self.lines(call))
      if try call.bool("cbar", or: true) { try Self.addBar(to: axes, table, call) }
      axes.isSquare = try call.bool("square", or: false)
      if let annotations = try table.texts(call) {
        try table.write(annotations, on: axes, call)
      }
      let owner = object.owner.figure
      let frame = FigurePlaces(owner).frame(of: axes)
      table.turnTexts(on: axes, width: frame.width, height: frame.height)
      return .object(object)
    }
  }

  /// The width and color of lines between cells; nil for none.
  private static func lines(_ call: Call) throws(PyError) -> (width: Double, color: PlotColor)? {
    let width = try call.number("linewidth", "linewidths") ?? 0
    guard width > 0 else { return nil }
    return (width, try call.color("linecolor") ?? .white)
  }

  private static func addBar(
    to axes: PlotAxes, _ table: HeatTable, _ call: Call
  ) throws(PyError) {
    let machine = call.machine
    var bar = PlotColorbar(table.mapping)
    bar.hasOutline = false
    if let words: DictObject = call.given("cbar_kws")?.asObject() {
      for (key, value) in words.pairs {
        switch try machine.str(key) {
        case "label": bar.label = try machine.str(value)
        case "shrink": bar.shrink = try machine.number(value, "shrink")
        case "fraction": bar.fraction = try machine.number(value, "fraction")
        case "pad": bar.pad = try machine.number(value, "pad")
        case "aspect": bar.aspect = try machine.number(value, "aspect")
        case "ticks": bar.ticks = try PlotNumbers.list(value, machine)
        case "orientation":
          guard case .string("horizontal") = value else { continue }
          (bar.isHorizontal, bar.pad) = (true, 0.15)
        default: throw call.unsupported("cbar_kws", .object(words))
        }
      }
    }
    axes.bar = bar
    axes.anchor = bar.isHorizontal ? (0.5, 0) : (1, 0.5)
  }
}
