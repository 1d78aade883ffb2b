internal import PythonRuntime
internal import Arrays
internal import Matplotlib

/// `fill_between`, `fill`, `stackplot` and bands over the whole of the axes.
enum AreaFunctions {
  private static let style =
    "color=None, facecolor=None, fc=None, edgecolor=None, ec=None, linewidth=None, lw=None, alpha=None, label=None, zorder=None"

  static var all: [AxesFunction] {
    [
      AxesFunction(
        "fill_between", "x, y1, y2=0, where=None, interpolate=False, step=None, *, " + style,
        between),
      AxesFunction("fill", "*args, " + style, fill),
      AxesFunction(
        "stackplot", "x, *args, labels=(), colors=None, baseline='zero', alpha=None", stack),
      band("axvspan", "xmin, xmax, ymin=0, ymax=1", isHorizontal: false),
      band("axhspan", "ymin, ymax, xmin=0, xmax=1", isHorizontal: true),
    ]
  }

  private static func between(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    for name in ["interpolate", "step"] {
      if let value = call.given(name), try machine.isTrue(value) {
        throw call.unsupported(name, value)
      }
    }
    let x = try PlotNumbers.list(call.required("x"), machine)
    func full(_ value: Value) throws(PyError) -> [Double] {
      let values = try PlotNumbers.list(value, machine)
      guard values.count == 1 || values.count == x.count else {
        throw call.error(
          "ValueError", "'x' has size \(x.count), but 'y1' has an unequal size of \(values.count)")
      }
      return values.count == 1 ? x.map { _ in values[0] } : values
    }
    let low = try full(call["y2"] ?? .int(0))
    let high = try full(call.required("y1"))
    let paint = try PatchPaint(call, axes)
    let kept = try call.given("where").map { value throws(PyError) in
      try PlotNumbers.list(value, machine).map { $0 != 0 }
    }
    for run in runs(kept ?? x.map { _ in true }, x, low, high) {
      var area = PlotArea(
        x: run.map { x[$0] }, low: run.map { low[$0] }, high: run.map { high[$0] },
        color: paint.face ?? .black, label: try StyleReading(call).label)
      area.edge = paint.edge
      axes.append(.area(area), order: try call.double("zorder"))
    }
    return .object(ArtistObject(last: axes, ArtistObject.area))
  }

  /// Places that follow each other and have numbers.
  private static func runs(
    _ kept: [Bool], _ x: [Double], _ low: [Double], _ high: [Double]
  ) -> [[Int]] {
    var (all, run): ([[Int]], [Int]) = ([], [])
    for index in x.indices {
      let isKept = index < kept.count && kept[index]
      if isKept, x[index].isFinite, low[index].isFinite, high[index].isFinite {
        run.append(index)
      } else if !run.isEmpty {
        all.append(run)
        run = []
      }
    }
    return run.isEmpty ? all : all + [run]
  }

  private static func fill(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    guard call.rest.count >= 2 else { throw call.error("TypeError", "fill() takes x and y") }
    let x = try PlotNumbers.list(call.rest[0], call.machine)
    let y = try PlotNumbers.list(call.rest[1], call.machine)
    var own = call
    if call.rest.count > 2 { own = call.with("color", call.rest[2]) }
    let paint = try PatchPaint(own, axes)
    var shape = PlotShape([.init(x, y)], isClosed: true, face: paint.face, edge: paint.edge)
    (shape.label, shape.width) = (try StyleReading(call).label, paint.width)
    axes.append(.shape(shape), order: try call.double("zorder"))
    return .object(ListObject([.object(ArtistObject(last: axes, ArtistObject.polygon))]))
  }

  private static func stack(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    if let value = call.given("baseline"), try call.string("baseline") != "zero" {
      throw call.unsupported("baseline", value)
    }
    let x = try PlotNumbers.list(call.required("x"), machine)
    var rows: [[Double]] = []
    for value in call.rest {
      let array = try PlotNumbers.array(value, machine)
      let numbers = array.reals()
      let width = max(1, array.shape.last ?? 1)
      rows += stride(from: 0, to: numbers.count, by: width).map {
        Array(numbers[$0..<min($0 + width, numbers.count)])
      }
    }
    let labels = try call.given("labels").map { value throws(PyError) in
      try value.asTexts(machine)
    }
    let colors = try call.given("colors").map { value throws(PyError) in
      try PlotNumbers.colors(value, machine)
    }
    var (low, drawn) = (x.map { _ in 0.0 }, [Value]())
    for (index, row) in rows.enumerated() {
      guard row.count == x.count else {
        throw call.error("ValueError", "operands could not be broadcast together")
      }
      let high = zip(low, row).map { $0 + $1 }
      let color = colors.flatMap { $0.isEmpty ? nil : $0[index % $0.count] } ?? axes.takeColor()
      axes.append(
        .area(
          PlotArea(
            x: x, low: low, high: high, color: color.with(alpha: try call.double("alpha")),
            label: labels.flatMap { index < $0.count ? $0[index] : nil })))
      axes.y.isGrounded = true
      drawn.append(.object(ArtistObject(last: axes, ArtistObject.area)))
      low = high
    }
    return .object(ListObject(drawn))
  }

  private static func band(
    _ name: String, _ parameters: String, isHorizontal: Bool
  ) -> AxesFunction {
    AxesFunction(name, parameters + ", *, " + style) { axes, call throws(PyError) in
      let (own, other) = isHorizontal ? ("y", "x") : ("x", "y")
      let along = [try call.double(own + "min", or: 0), try call.double(own + "max", or: 1)]
      let across = [try call.double(other + "min", or: 0), try call.double(other + "max", or: 1)]
      let corners = (
        [along[0], along[1], along[1], along[0]], [across[0], across[0], across[1], across[1]]
      )
      let paint = try PatchPaint(call, axes)
      var shape = PlotShape(
        [isHorizontal ? .init(corners.1, corners.0) : .init(corners.0, corners.1)],
        isClosed: true, face: paint.face, edge: paint.edge)
      (shape.sharesX, shape.sharesY) = (isHorizontal, !isHorizontal)
      (shape.label, shape.width) = (try StyleReading(call).label, paint.width)
      axes.append(.shape(shape), order: try call.double("zorder"))
      return .object(ArtistObject(last: axes, ArtistObject.rectangle))
    }
  }
}

/// How a filled shape is painted.
struct PatchPaint {
  var face: PlotColor?
  var edge: PlotColor?
  var width: Double

  /// - Parameter axes: where the color comes from if none is given; nil for the first color.
  init(_ call: Call, _ axes: PlotAxes?) throws(PyError) {
    face = try call.color("color", "facecolor", "fc")
    edge = try call.color("color", "edgecolor", "ec")
    if face == nil { face = axes?.takeColor(isPatch: true) ?? PlotColor("C0") }
    if let value = call.given("fill"), try !call.machine.isTrue(value) {
      edge = edge ?? .black
      face = nil
    }
    if let alpha = try call.double("alpha") {
      face = face.map { $0.alpha == 0 ? $0 : $0.with(alpha: alpha) }
      edge = edge.map { $0.alpha == 0 ? $0 : $0.with(alpha: alpha) }
    }
    width = try call.number("linewidth", "lw") ?? 1
  }
}
