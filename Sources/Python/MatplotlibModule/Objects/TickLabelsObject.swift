internal import PythonRuntime
internal import Matplotlib

/// The texts of an axis' ticks, for `setp`.
final class TickLabelsObject: HostObject {
  private let axes: PlotAxes
  private let isHorizontal: Bool
  init(_ axes: PlotAxes, isHorizontal: Bool) {
    (self.axes, self.isHorizontal) = (axes, isHorizontal)
  }
  override var hostType: TypeObject { Self.labelsType }

  var ticks: (places: [Double], texts: [String]) { axes.shownTicks(isHorizontal: isHorizontal) }

  private var texts: [Value] {
    zip(ticks.places, ticks.texts).map { place, text in
      let whole = Value(plain: place)
      return .object(TextObject(text, isHorizontal ? (whole, .int(0)) : (.int(0), whole)))
    }
  }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    try ListObject(texts).repr(machine)
  }
  override func length(_ machine: Machine) -> Int? { texts.count }
  override func iterator(_ machine: Machine) -> IteratorObject? { ItemIterator(texts) }

  /// Changes how the texts look.
  func set(_ call: Call) throws(PyError) {
    var axis = isHorizontal ? axes.x : axes.y
    for (name, value) in call.others {
      switch name {
      case "visible": axis.hasTickTexts = try call.machine.isTrue(value)
      case "rotation": axis.tickRotation = try call.machine.number(value, name)
      case "fontsize", "size": axis.tickStyle.size = try PlotNumbers.size(value, call.machine)
      case "color": axis.tickStyle.color = try PlotNumbers.color(value, call.machine)
      case "ha", "horizontalalignment": axis.tickAlignment = try call.machine.str(value)
      case "rotation_mode": axis.areTicksAlignedFirst = try call.machine.str(value) == "anchor"
      default: throw call.unsupported(name, value)
      }
    }
    if isHorizontal { axes.x = axis } else { axes.y = axis }
  }

  private static let labelsType = SharedType(
    "TickLabels", module: "matplotlib.axis")
}
