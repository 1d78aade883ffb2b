internal import PythonRuntime
internal import Matplotlib

/// `plt.cm.gray`: a colormap that can be called.
final class ColormapObject: HostObject {
  let map: Colormap
  init(_ map: Colormap) { self.map = map }

  override var hostType: TypeObject { map.isListed ? Self.listedType : Self.mapType }
  override func isCallable(_ machine: Machine) -> Bool { true }
  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "name": .string(map.name)
    case "N": .int(map.count)
    case "colors":
      map.isListed
        ? .object(
          ListObject(
            map.list.map { color in
              .object(TupleObject([color.red, color.green, color.blue].map { .float($0) }))
            })) : nil
    default: nil
    }
  }

  /// The module `matplotlib.colors`.
  static var colors: [String: Value] {
    var all: [String: Value] = [:]
    for function in [
      BuiltinFunction("ListedColormap", "colors, name='from_list'") { call throws(PyError) in
        let colors = try PlotNumbers.colors(call.required("colors"), call.machine)
        guard !colors.isEmpty else { throw call.error("ValueError", "a colormap needs colors") }
        return .object(
          ColormapObject(
            Colormap(listed: colors, name: try call.string("name") ?? "from_list")))
      },
      BuiltinFunction("to_hex", "c") { call throws(PyError) in
        .string(try PlotNumbers.color(call.required("c"), call.machine).hexadecimal)
      },
      BuiltinFunction("to_rgb", "c") { call throws(PyError) in
        let color = try PlotNumbers.color(call.required("c"), call.machine)
        return .object(TupleObject([color.red, color.green, color.blue].map { .float($0) }))
      },
    ] { all[function.name] = .object(function) }
    return all
  }

  override func call(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    guard let value = arguments.positional.first else {
      throw machine.error("TypeError", "a colormap takes a number")
    }
    let color: PlotColor
    if case .int(let index) = value.plain {
      color = map.color(index: index)
    } else if let share = value.double {
      color = map.color(share)
    } else {
      var rows: [Double] = []
      for share in try PlotNumbers.list(value, machine) {
        let color = map.color(share)
        rows += [color.red, color.green, color.blue, color.alpha]
      }
      return try PlotNumbers.array(rows, shape: [rows.count / 4, 4], machine)
    }
    return try PlotNumbers.tuple([color.red, color.green, color.blue, color.alpha], machine)
  }

  private static let mapType = SharedType(
    "LinearSegmentedColormap", module: "matplotlib.colors", properties: ["name", "N"])
  private static let listedType = SharedType(
    "ListedColormap", module: "matplotlib.colors", properties: ["name", "N", "colors"])
}
