internal import Cells
internal import Plots

/// `Figure`.
final class FigureObject: HostObject {
  let figure: PlotFigure
  let session: PlotSession

  init(_ figure: PlotFigure, _ session: PlotSession) {
    (self.figure, self.session) = (figure, session)
  }

  override var hostType: TypeObject { FigureFunctions.type }
  override func repr(_ machine: Machine) -> String {
    "<Figure size \(Int(figure.width * 100))x\(Int(figure.height * 100)) with \(figure.axes.count) Axes>"
  }
  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "axes": .object(ListObject(figure.axes.map { .object(AxesObject($0, self)) }))
    case "canvas": .object(CanvasObject())
    default: nil
    }
  }
}

/// `fig.canvas`, as far as lessons touch it.
final class CanvasObject: HostObject {
  override var hostType: TypeObject { Self.canvasType }
  nonisolated(unsafe) private static let canvasType = TypeObject(
    "FigureCanvas", module: "matplotlib.backend_bases",
    methods: ["draw", "flush_events"].map { name in
      .method(name) { (_: CanvasObject, _) throws(PyError) in .none }
    })
}

/// `Axes`.
final class AxesObject: HostObject {
  let axes: PlotAxes
  let owner: FigureObject

  init(_ axes: PlotAxes, _ owner: FigureObject) { (self.axes, self.owner) = (axes, owner) }

  override var hostType: TypeObject { AxesFunctions.type }
  override func repr(_ machine: Machine) -> String {
    "<Axes: "
      + [axes.title?.text, axes.x.label?.text, axes.y.label?.text].compactMap(\.self)
      .joined(separator: ", ") + ">"
  }
  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "figure": .object(owner)
    case "xaxis": .object(AxisObject(axes, isHorizontal: true))
    case "yaxis": .object(AxisObject(axes, isHorizontal: false))
    case "title": .object(TextObject(axes))
    case "spines": .object(SpinesObject())
    case "transAxes": .object(ShareTransform.only)
    default: nil
    }
  }
  override func isEqual(_ other: Value, _ machine: Machine) -> Bool? {
    other.asObject(AxesObject.self).map { $0.axes === axes }
  }
}

/// `ax.xaxis`.
final class AxisObject: HostObject {
  let axes: PlotAxes
  let isHorizontal: Bool
  init(_ axes: PlotAxes, isHorizontal: Bool) {
    (self.axes, self.isHorizontal) = (axes, isHorizontal)
  }
  override var hostType: TypeObject { Self.axisType }

  nonisolated(unsafe) private static let axisType = TypeObject(
    "Axis", module: "matplotlib.axis",
    methods: [
      .method("set_visible", "b") { (axis: AxisObject, call) throws(PyError) in
        if try !call.bool("b", or: true) {
          if axis.isHorizontal { axis.axes.x.ticks = [] } else { axis.axes.y.ticks = [] }
        }
        return .none
      },
      .method("set_major_locator", "locator") { (_: AxisObject, _) throws(PyError) in .none },
      .method("tick_right") { (_: AxisObject, _) throws(PyError) in .none },
      .method("tick_top") { (_: AxisObject, _) throws(PyError) in .none },
    ])
}

/// The texts of an axis' ticks, for `setp`.
final class TickLabelsObject: HostObject {
  private let axes: PlotAxes
  private let isHorizontal: Bool
  init(_ axes: PlotAxes, isHorizontal: Bool) {
    (self.axes, self.isHorizontal) = (axes, isHorizontal)
  }
  override var hostType: TypeObject { Self.labelsType }

  /// Changes how the texts look.
  func set(_ call: Call) throws(PyError) {
    var axis = isHorizontal ? axes.x : axes.y
    for (name, value) in call.others {
      switch name {
      case "visible": axis.hasTickTexts = try call.machine.isTrue(value)
      case "rotation": axis.tickRotation = try call.machine.number(value, name)
      case "fontsize", "size": axis.tickStyle.size = try PlotNumbers.size(value, call.machine)
      case "color": axis.tickStyle.color = try PlotNumbers.color(value, call.machine)
      case "ha", "horizontalalignment", "rotation_mode": break
      default: throw call.unsupported(name, value)
      }
    }
    if isHorizontal { axes.x = axis } else { axes.y = axis }
  }

  nonisolated(unsafe) private static let labelsType = TypeObject(
    "TickLabels", module: "matplotlib.axis")
}

/// A title that a program asks for its words.
final class TextObject: HostObject {
  private let axes: PlotAxes
  init(_ axes: PlotAxes) { self.axes = axes }
  override var hostType: TypeObject { Self.textType }

  nonisolated(unsafe) private static let textType = TypeObject(
    "Text", module: "matplotlib.text",
    methods: [
      .method("get_text") { (text: TextObject, _) throws(PyError) in
        .string(text.axes.title?.text ?? "")
      },
      .method("set_text", "s") { (text: TextObject, call) throws(PyError) in
        text.axes.title = (try call.machine.str(call.required("s")), TextStyle(size: 12))
        return .none
      },
      .method("set_color", "color") { (text: TextObject, call) throws(PyError) in
        text.axes.title?.style.color = try PlotNumbers.color(call.required("color"), call.machine)
        return .none
      },
    ])
}

/// `ax.spines['top'].set_visible(False)`: the frame stays whole.
final class SpinesObject: HostObject {
  override var hostType: TypeObject { Self.spinesType }
  override func item(_ index: Value, _ machine: Machine) -> Value { .object(self) }
  nonisolated(unsafe) private static let spinesType = TypeObject(
    "Spines", module: "matplotlib.spines",
    methods: ["set_visible", "set_color", "set_linewidth"].map { name in
      .method(name, "value") { (_: SpinesObject, call) throws(PyError) in
        throw call.error("NotImplementedError", "single spines are not supported by Caderno")
      }
    })
}

/// `ax.transAxes`: places in shares of the axes.
final class ShareTransform: Object {
  nonisolated(unsafe) static let only = ShareTransform()
}

/// What `imshow` and `scatter` give, for a colorbar.
final class MappedObject: HostObject {
  let axes: PlotAxes
  let mapping: ColorMapping?
  init(_ axes: PlotAxes, _ mapping: ColorMapping?) { (self.axes, self.mapping) = (axes, mapping) }
  override var hostType: TypeObject { Self.mappedType }
  nonisolated(unsafe) private static let mappedType = TypeObject(
    "AxesImage", module: "matplotlib.image",
    methods: ["set_cmap", "set_clim", "set_interpolation"].map { name in
      .method(name, "*args") { (_: MappedObject, call) throws(PyError) in
        throw call.error(
          "NotImplementedError", "\(name)() after drawing is not supported by Caderno")
      }
    })
}

/// What `plot` gives: a line that can still be changed.
final class LineObject: HostObject {
  private let axes: PlotAxes
  private let place: Int
  init(_ axes: PlotAxes, _ place: Int) { (self.axes, self.place) = (axes, place) }
  override var hostType: TypeObject { Self.lineType }
  override func repr(_ machine: Machine) -> String { "<matplotlib.lines.Line2D>" }

  private func change(_ body: (inout PlotLine) throws(PyError) -> Void) throws(PyError) {
    guard axes.artists.indices.contains(place), case .line(var line) = axes.artists[place] else {
      return
    }
    try body(&line)
    axes.artists[place] = .line(line)
  }

  nonisolated(unsafe) private static let lineType = TypeObject(
    "Line2D", module: "matplotlib.lines",
    methods: [
      .method("set_label", "s") { (line: LineObject, call) throws(PyError) in
        let text = try call.machine.str(call.required("s"))
        try line.change { $0.label = text }
        return .none
      },
      .method("set_color", "color") { (line: LineObject, call) throws(PyError) in
        let color = try PlotNumbers.color(call.required("color"), call.machine)
        try line.change { $0.color = color }
        return .none
      },
      .method("set_linewidth", "w") { (line: LineObject, call) throws(PyError) in
        let width = try call.double("w", or: 1.5)
        try line.change { $0.width = width }
        return .none
      },
    ])
}

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
  nonisolated(unsafe) private static let barsType = TypeObject(
    "BarContainer", module: "matplotlib.container")
}

/// One bar.
final class BarObject: HostObject {
  let owner: BarsObject
  let index: Int
  init(_ owner: BarsObject, _ index: Int) { (self.owner, self.index) = (owner, index) }
  override var hostType: TypeObject { Self.barType }
  var bar: PlotBars.Bar? { owner.bars?.bars[index] }

  private static func paint(_ name: String) -> BuiltinFunction {
    .method(name, "color") { (bar: BarObject, call) throws(PyError) in
      bar.owner.bars?.bars[bar.index].color = try PlotNumbers.color(
        call.required("color"), call.machine)
      return .none
    }
  }

  private static func number(
    _ name: String, _ read: @escaping (PlotBars.Bar) -> Double
  ) -> BuiltinFunction {
    .method(name) { (bar: BarObject, _) throws(PyError) in .float(bar.bar.map(read) ?? 0) }
  }

  nonisolated(unsafe) private static let barType = TypeObject(
    "Rectangle", module: "matplotlib.patches",
    methods: [
      paint("set_color"), paint("set_facecolor"),
      number("get_height") { $0.to - $0.from }, number("get_width") { $0.extent },
      number("get_x") { $0.start }, number("get_y") { $0.from },
    ])
}

/// Values one by one.
final class ItemIterator: IteratorObject {
  private var rest: ArraySlice<Value>
  init(_ items: [Value]) { rest = items[...] }
  override func next(_ machine: Machine) -> Value? { rest.popFirst() }
}

/// What `subplots` gives: axes in rows and columns.
final class AxesGrid: HostObject {
  private let items: [Value]
  private let shape: [Int]

  init(_ items: [Value], shape: [Int]) { (self.items, self.shape) = (items, shape) }

  override var hostType: TypeObject { Self.gridType }
  override func length(_ machine: Machine) -> Int? { shape.first }

  override func iterator(_ machine: Machine) -> IteratorObject? {
    ItemIterator((0..<(shape.first ?? 0)).map(row))
  }

  private func row(_ index: Int) -> Value {
    guard shape.count == 2 else { return items[index] }
    return .object(
      AxesGrid(Array(items[index * shape[1]..<(index + 1) * shape[1]]), shape: [shape[1]]))
  }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    if let places = index.asObject(TupleObject.self)?.items {
      guard places.count == shape.count else {
        throw machine.error(
          "IndexError",
          "too many indices for array: array is \(shape.count)-dimensional, but \(places.count) were indexed"
        )
      }
      var found = Value.object(self)
      for (axis, place) in places.enumerated() {
        if place.asObject(SliceObject.self) != nil, axis == 0, shape.count == 2 {
          // A column.
          let column = try checked(places[1], shape[1], axis: 1, machine)
          return .object(
            AxesGrid((0..<shape[0]).map { items[$0 * shape[1] + column] }, shape: [shape[0]]))
        }
        found = try machine.item(found, place)
      }
      return found
    }
    if index.asObject(SliceObject.self) != nil {
      let rows = ListObject((0..<(shape.first ?? 0)).map(row))
      return try rows.item(index, machine)
    }
    return row(try checked(index, shape[0], axis: 0, machine))
  }

  private func checked(
    _ index: Value, _ count: Int, axis: Int, _ machine: Machine
  ) throws(PyError) -> Int {
    let number = try machine.integer(index, "index")
    let place = number < 0 ? number + count : number
    guard (0..<count).contains(place) else {
      throw machine.error(
        "IndexError", "index \(number) is out of bounds for axis \(axis) with size \(count)")
    }
    return place
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "flat": .object(AxesGrid(items, shape: [items.count]))
    case "shape": .object(TupleObject(shape.map { .int($0) }))
    case "size": .int(items.count)
    case "ndim": .int(shape.count)
    case "T":
      shape.count == 2
        ? .object(
          AxesGrid(
            (0..<shape[1]).flatMap { column in (0..<shape[0]).map { items[$0 * shape[1] + column] }
            },
            shape: [shape[1], shape[0]])) : .object(self)
    default: nil
    }
  }

  nonisolated(unsafe) private static let gridType = TypeObject(
    "ndarray", module: "numpy", properties: ["flat", "shape", "size", "ndim", "T"],
    methods: ["ravel", "flatten"].map { name in
      .method(name) { (grid: AxesGrid, _) throws(PyError) in
        .object(AxesGrid(grid.items, shape: [grid.items.count]))
      }
    } + [
      .method("reshape", "*shape") { (grid: AxesGrid, call) throws(PyError) in
        guard call.rest.count == 1, call.rest[0].smallInt == -1 else {
          throw call.error("NotImplementedError", "axes can be reshaped to (-1) only")
        }
        return .object(AxesGrid(grid.items, shape: [grid.items.count]))
      }
    ])
}
