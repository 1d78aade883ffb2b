internal import PythonRuntime
internal import Matplotlib

/// `ax.xaxis`.
final class AxisObject: HostObject {
  let axes: PlotAxes
  let isHorizontal: Bool
  init(_ axes: PlotAxes, isHorizontal: Bool) {
    (self.axes, self.isHorizontal) = (axes, isHorizontal)
  }
  override var hostType: TypeObject { isHorizontal ? Self.xType : Self.yType }
  override func property(_ name: String, _ machine: Machine) -> Value? {
    name == "label" ? .object(TextObject(labelOf: axes, isHorizontal: isHorizontal)) : nil
  }

  static let xTick = ArtistObject.kind("XTick", module: "axis")
  static let yTick = ArtistObject.kind("YTick", module: "axis")
  static let xType = SharedType(
    "XAxis", module: "matplotlib.axis", properties: ["label"], methods: methods)
  static let yType = SharedType(
    "YAxis", module: "matplotlib.axis", properties: ["label"], methods: methods)

  func change(_ body: (inout PlotAxis) -> Void) {
    if isHorizontal { body(&axes.x) } else { body(&axes.y) }
  }

  private static let methods: [Method] =
    [
      .method("set_visible", "b") { (axis: AxisObject, call) throws(PyError) in
        if try !call.bool("b", or: true) {
          axis.change {
            ($0.ticks, $0.label) = ([], nil)
          }
        }
        return .none
      },
      .method("set_major_locator", "locator") { (axis: AxisObject, call) throws(PyError) in
        guard let locator: LocatorObject = call.required("locator").asObject() else {
          throw call.unsupported("locator", call.required("locator"))
        }
        axis.change { locator.set(&$0) }
        return .none
      },
      side("tick_right", isFar: true), side("tick_top", isFar: true),
      side("tick_left", isFar: false), side("tick_bottom", isFar: false),
      .method("set_label_text", "label") { (axis: AxisObject, call) throws(PyError) in
        let text = try call.machine.str(call.required("label"))
        axis.change { $0.label = (text, TextStyle()) }
        return .object(TextObject(labelOf: axis.axes, isHorizontal: axis.isHorizontal))
      },
    ] + AxisMethods.all

  private static func side(_ name: String, isFar: Bool) -> Method {
    .method(name) { (axis: AxisObject, _) throws(PyError) in
      axis.change { ($0.isFar, $0.hasTicks) = (isFar, (!isFar, isFar)) }
      return .none
    }
  }
}
