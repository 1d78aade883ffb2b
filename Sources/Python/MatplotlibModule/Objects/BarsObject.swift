internal import PythonRuntime
internal import Matplotlib

/// What `bar` gives: its bars one by one.
final class BarsObject: HostObject {
  let axes: PlotAxes
  let place: Int
  init(_ axes: PlotAxes, _ place: Int) { (self.axes, self.place) = (axes, place) }
  override var hostType: TypeObject { Self.barsType }

  var bars: PlotBars? {
    get {
      guard axes.artists.indices.contains(place), case .bars(let bars) = axes.artists[place] else {
        return nil
      }
      return bars
    }
    set { if let newValue { axes.artists[place] = .bars(newValue) } }
  }

  override func repr(_ machine: Machine) -> String {
    "<BarContainer object of \(bars?.bars.count ?? 0) artists>"
  }

  override func length(_ machine: Machine) -> Int? { bars?.bars.count ?? 0 }
  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    let count = bars?.bars.count ?? 0
    let number = try machine.integer(index, "index")
    let place = number < 0 ? number + count : number
    guard (0..<count).contains(place) else {
      throw machine.error("IndexError", "tuple index out of range")
    }
    return .object(BarObject(self, place))
  }
  override func iterator(_ machine: Machine) -> IteratorObject? {
    ItemIterator((0..<(bars?.bars.count ?? 0)).map { .object(BarObject(self, $0)) })
  }
  private static let barsType = SharedType(
    "BarContainer", module: "matplotlib.container")
}

/// One bar.
final class BarObject: HostObject {
  let owner: BarsObject
  let index: Int
  init(_ owner: BarsObject, _ index: Int) { (self.owner, self.index) = (owner, index) }
  override var hostType: TypeObject { Self.barType }
  var bar: PlotBars.Bar? { owner.bars?.bars[index] }

  private static func paint(_ name: String, face: Bool, edge: Bool) -> Method {
    .method(name, "color") { (bar: BarObject, call) throws(PyError) in
      let color = try PlotNumbers.color(call.required("color"), call.machine)
      if face { bar.owner.bars?.bars[bar.index].color = color }
      if edge { bar.owner.bars?.bars[bar.index].edge = color }
      return .none
    }
  }

  private static func number(
    _ name: String, _ read: @escaping @Sendable (PlotBars.Bar) -> Double
  ) -> Method {
    .method(name) { (bar: BarObject, _) throws(PyError) in .float(bar.bar.map(read) ?? 0) }
  }

  private static let barType = SharedType(
    "Rectangle", module: "matplotlib.patches",
    methods: [
      paint("set_color", face: true, edge: true),
      paint("set_facecolor", face: true, edge: false),
      paint("set_edgecolor", face: false, edge: true),
      .method("set_alpha", "alpha") { (bar: BarObject, call) throws(PyError) in
        let alpha = try call.machine.number(call.required("alpha"), "alpha")
        bar.owner.bars?.bars[bar.index].color.alpha = alpha
        return .none
      },
      number("get_height") { $0.to - $0.from }, number("get_width") { $0.extent },
      number("get_x") { $0.start }, number("get_y") { $0.from },
    ])
}
