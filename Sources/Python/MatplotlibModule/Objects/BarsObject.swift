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
  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    guard name == "patches" else { return nil }
    return .object(ListObject(try machine.array(.object(self))))
  }

  private static let barsType = SharedType(
    "BarContainer", module: "matplotlib.container", properties: ["patches"],
    methods: [
      .method("get_label") { (object: BarsObject, _) throws(PyError) in
        .string(object.bars?.label ?? "_container\(object.place)")
      }
    ])
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

  /// A method that gives one of NumPy's numbers.
  ///
  /// - Parameter isLength: whether the number lies along the bar, so that it is whole where lengths were.
  private static func number(
    _ name: String, isLength: @escaping @Sendable (PlotBars) -> Bool,
    _ read: @escaping @Sendable (PlotBars, PlotBars.Bar) -> Double
  ) -> Method {
    .method(name) { (object: BarObject, call) throws(PyError) in
      guard let bars = object.owner.bars, let bar = object.bar else { return .none }
      let dtype = bars.areWhole && isLength(bars) ? "int64" : "float64"
      return try call.machine.item(
        PlotNumbers.array([read(bars, bar)], dtype: dtype, call.machine), .int(0))
    }
  }

  private static func color(
    _ name: String, _ read: @escaping @Sendable (PlotBars.Bar) -> PlotColor?
  ) -> Method {
    .method(name) { (object: BarObject, _) throws(PyError) in
      let color = object.bar.flatMap(read) ?? PlotColor(0, 0, 0, 0)
      return .object(color.parts(withAlpha: true))
    }
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
      number("get_height", isLength: { !$0.isHorizontal }) { bars, bar in
        bars.isHorizontal ? bar.extent : bar.to - bar.from
      },
      number("get_width", isLength: { $0.isHorizontal }) { bars, bar in
        bars.isHorizontal ? bar.to - bar.from : bar.extent
      },
      number("get_x", isLength: { $0.isHorizontal }) { $0.isHorizontal ? $1.from : $1.start },
      number("get_y", isLength: { !$0.isHorizontal }) { $0.isHorizontal ? $1.start : $1.from },
      color("get_facecolor") { $0.color }, color("get_edgecolor") { $0.edge },
    ])
}
