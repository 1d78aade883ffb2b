internal import PythonRuntime
internal import Arrays
internal import Matplotlib

/// `boxplot`.
enum BoxFunctions {
  static var all: [AxesFunction] {
    [
      AxesFunction(
        "boxplot",
        "x, notch=None, sym=None, vert=None, whis=1.5, positions=None, widths=None, patch_artist=None, *, tick_labels=None, labels=None, showfliers=True, showmeans=False, orientation=None",
        boxplot)
    ]
  }

  private static func boxplot(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    for name in ["notch", "sym"] {
      if let value = call.given(name) { throw call.unsupported(name, value) }
    }
    let isHorizontal = try !call.bool("vert", or: call.string("orientation") != "horizontal")
    let groups = try groups(call.required("x"), machine)
    let places =
      try call.given("positions").map { value throws(PyError) in
        try PlotNumbers.list(value, machine)
      } ?? groups.indices.map { Double($0 + 1) }
    guard places.count == groups.count else {
      throw call.error(
        "ValueError", "List of boxplot statistics and `positions` values must have same the length")
    }
    let span = (places.max() ?? 0) - (places.min() ?? 0)
    let width = try call.double("widths") ?? min(max(0.15 * span, 0.15), 0.5)
    var drawing = BoxDrawing(axes, isHorizontal: isHorizontal, width: width)
    drawing.isFilled = try call.bool("patch_artist", or: false)
    drawing.showsFliers = try call.bool("showfliers", or: true)
    drawing.showsMean = try call.bool("showmeans", or: false)
    for (group, place) in zip(groups, places) {
      drawing.draw(BoxNumbers(group, reach: try call.double("whis") ?? 1.5), at: place)
    }
    var texts = places.map { place in Int(exactly: place).map { "\($0)" } ?? "\(place)" }
    if let names = call.given("tick_labels") ?? call.given("labels") {
      texts = try names.asTexts(machine)
    }
    if isHorizontal {
      (axes.y.ticks, axes.y.tickTexts) = (places, texts)
    } else {
      (axes.x.ticks, axes.x.tickTexts) = (places, texts)
    }
    let parts = DictObject()
    for name in ["whiskers", "caps", "boxes", "medians", "fliers", "means"] {
      let items = (drawing.parts[name] ?? []).map { Value.object($0) }
      try parts.set(.string(name), .object(ListObject(items)), machine)
    }
    return .object(parts)
  }

  /// One row of numbers, several of them, or the columns of a table.
  private static func groups(_ value: Value, _ machine: Machine) throws(PyError) -> [[Double]] {
    if value.asObject(ListObject.self) != nil || value.asObject(TupleObject.self) != nil {
      let items = try machine.array(value)
      if items.allSatisfy({ $0.double != nil }) { return [try PlotNumbers.list(value, machine)] }
      var groups: [[Double]] = []
      for item in items { groups.append(try PlotNumbers.list(item, machine)) }
      return groups
    }
    let array = try PlotNumbers.array(value, machine)
    let numbers = array.reals()
    guard array.ndim == 2 else { return [numbers] }
    let columns = array.shape[1]
    return (0..<columns).map { column in
      stride(from: column, to: numbers.count, by: columns).map { numbers[$0] }
    }
  }
}

/// What a box shows of numbers.
struct BoxNumbers {
  let quarters: [Double]
  let ends: (Double, Double)
  let beyond: [Double]
  let mean: Double

  /// - Parameter reach: how far whiskers go at most, in heights of the box.
  init(_ values: [Double], reach: Double) {
    let sorted = values.filter(\.isFinite).sorted()
    func share(_ share: Double) -> Double {
      guard let last = sorted.indices.last else { return .nan }
      let place = share * Double(last)
      let low = Int(place)
      let next = min(low + 1, last)
      return sorted[low] + (sorted[next] - sorted[low]) * (place - Double(low))
    }
    let (first, third) = (share(0.25), share(0.75))
    quarters = [first, share(0.5), third]
    let room = reach * (third - first)
    ends = (
      min(sorted.first { $0 >= first - room } ?? first, first),
      max(sorted.last { $0 <= third + room } ?? third, third)
    )
    let kept = ends
    beyond = sorted.filter { $0 < kept.0 || $0 > kept.1 }
    mean = sorted.isEmpty ? .nan : sorted.reduce(0, +) / Double(sorted.count)
  }
}

/// Draws boxes with whiskers.
struct BoxDrawing {
  private let axes: PlotAxes
  private let isHorizontal: Bool
  private let width: Double
  var isFilled = false
  var showsFliers = true
  var showsMean = false
  var fill = PlotColor("C0") ?? .white
  var edge = PlotColor.black
  var median = PlotColor("C1") ?? .black
  var lineWidth = 1.0
  private(set) var parts: [String: [Object]] = [:]

  init(_ axes: PlotAxes, isHorizontal: Bool, width: Double) {
    (self.axes, self.isHorizontal, self.width) = (axes, isHorizontal, width)
  }

  mutating func draw(_ box: BoxNumbers, at place: Double) {
    let (left, right) = (place - width / 2, place + width / 2)
    let (low, high) = (box.quarters[0], box.quarters[2])
    if isFilled {
      var shape = PlotShape(
        [path([left, right, right, left], [low, low, high, high])], isClosed: true, face: fill,
        edge: edge)
      shape.width = lineWidth
      axes.append(.shape(shape), order: 2)
      let kind = ArtistObject.kind("PathPatch", module: "patches")
      parts["boxes", default: []].append(ArtistObject(last: axes, kind))
    } else {
      add("boxes", [left, right, right, left, left], [low, low, high, high, low], edge)
    }
    for (from, to) in [(low, box.ends.0), (high, box.ends.1)] {
      add("whiskers", [place, place], [from, to], edge)
    }
    for end in [box.ends.0, box.ends.1] {
      add("caps", [place - width / 4, place + width / 4], [end, end], edge)
    }
    add("medians", [left, right], [box.quarters[1], box.quarters[1]], median)
    if showsMean {
      mark("means", place, [box.mean], "^", PlotColor("C2") ?? .black, isFilled: true)
    }
    if showsFliers { mark("fliers", place, box.beyond, "o", edge, isFilled: false) }
    // Half a place on both sides is shown, whatever the box's width is.
    var room = PlotShape([path([place - 0.5, place + 0.5], [box.quarters[1]])], isClosed: false)
    if isHorizontal {
      room.stickyY = [place - 0.5, place + 0.5]
    } else {
      room.stickyX = [place - 0.5, place + 0.5]
    }
    axes.append(.shape(room))
  }

  private func path(_ across: [Double], _ along: [Double]) -> PlotShape.Path {
    isHorizontal ? .init(along, across) : .init(across, along)
  }

  private mutating func add(
    _ part: String, _ across: [Double], _ along: [Double], _ color: PlotColor
  ) {
    axes.append(
      .line(
        PlotLine(
          x: isHorizontal ? along : across, y: isHorizontal ? across : along, color: color,
          width: lineWidth)))
    parts[part, default: []].append(LineObject(axes, axes.artists.count - 1))
  }

  private mutating func mark(
    _ part: String, _ place: Double, _ values: [Double], _ marker: String, _ color: PlotColor,
    isFilled: Bool
  ) {
    let places = values.map { _ in place }
    var line = PlotLine(
      x: isHorizontal ? values : places, y: isHorizontal ? places : values, color: color, style: "",
      marker: marker)
    line.markerFace = isFilled ? color : PlotColor(0, 0, 0, 0)
    axes.append(.line(line))
    parts[part, default: []].append(LineObject(axes, axes.artists.count - 1))
  }
}
