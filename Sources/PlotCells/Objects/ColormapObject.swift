internal import Cells
internal import Plots

/// `plt.cm.gray`: a colormap that can be called.
final class ColormapObject: HostObject {
  let map: Colormap
  init(_ map: Colormap) { self.map = map }

  override var hostType: TypeObject { map.isListed ? Self.listedType : Self.mapType }
  override var isCallable: Bool { true }
  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "name": .string(map.name)
    case "N": .int(map.count)
    default: nil
    }
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

  nonisolated(unsafe) private static let mapType = TypeObject(
    "LinearSegmentedColormap", module: "matplotlib.colors", properties: ["name", "N"])
  nonisolated(unsafe) private static let listedType = TypeObject(
    "ListedColormap", module: "matplotlib.colors", properties: ["name", "N", "colors"])
}
