internal import PythonRuntime
internal import Arrays
internal import Matplotlib

/// A matrix drawn as a heat map.
struct HeatTable {
  let rows: Int
  let columns: Int
  let values: [Double]
  let mapping: ColorMapping
  private let isHidden: [Bool]
  private let rowNames: [String]
  private let columnNames: [String]
  private let titles: (x: String?, y: String?)

  init(_ call: Call, _ session: PlotSession) throws(PyError) {
    let machine = call.machine
    let data = call.required("data")
    let array = try PlotNumbers.array(data, machine)
    guard array.ndim == 2, array.size > 0, array.size <= 250_000 else {
      throw call.error("ValueError", "heatmap() takes a table of numbers")
    }
    let values = array.reals()
    (rows, columns, self.values) = (array.shape[0], array.shape[1], values)
    var hidden = values.map { !$0.isFinite }
    if let mask = call.given("mask") {
      let flags = try PlotNumbers.array(mask, machine).reals()
      guard flags.count == values.count else {
        throw call.error("ValueError", "Mask must have the same shape as data.")
      }
      for index in hidden.indices where flags[index] != 0 { hidden[index] = true }
    }
    isHidden = hidden
    rowNames = try Self.names(call["yticklabels"], data, "index", rows, call)
    columnNames = try Self.names(call["xticklabels"], data, "columns", columns, call)
    titles = (
      try Self.title(data, "columns", machine), try Self.title(data, "index", machine)
    )
    let seen = values.indices.filter { !hidden[$0] }.map { values[$0] }
    let low = try call.double("vmin") ?? seen.min() ?? 0
    let high = try call.double("vmax") ?? seen.max() ?? 1
    let center = try call.double("center")
    let fallback = center == nil ? "rocket" : "icefire"
    if center != nil, call.given("cmap") == nil, Colormap(fallback) == nil {
      throw call.unsupported("center", call.required("center"))
    }
    var map = try PlotNumbers.colormap(call.given("cmap"), fallback, machine)
    if let center {
      // As much of the map on both sides as the numbers need.
      let reach = max(high - center, center - low)
      let steps = (0..<256).map { step in
        let value = low + (high - low) * Double(step) / 255
        return map.color(reach > 0 ? (value - center + reach) / (2 * reach) : 0.5)
      }
      map = Colormap(listed: steps, name: map.name)
    }
    mapping = ColorMapping(map, low: low, high: high)
  }

  /// Given names, those of a table, or numbers; of many only some are shown.
  private static func names(
    _ value: Value?, _ data: Value, _ attribute: String, _ count: Int, _ call: Call
  ) throws(PyError) -> [String] {
    switch value {
    case nil, .string("auto")?, .bool(true)?:
      if case .object(let object) = data,
        let labels = try object.attribute(attribute, call.machine),
        object is HostObject, let texts = try? labels.asTexts(call.machine), texts.count == count
      {
        return texts
      }
      return (0..<count).map(String.init)
    case .bool(false)?: return []
    case let value?: return try value.asTexts(call.machine)
    }
  }

  private static func title(
    _ data: Value, _ attribute: String, _ machine: Machine
  ) throws(PyError) -> String? {
    guard case .object(let object) = data, let labels = try object.attribute(attribute, machine),
      case .object(let names) = labels, let name = try names.attribute("name", machine),
      case .string(let text) = name
    else { return nil }
    return text
  }

  func draw(on axes: PlotAxes, _ lines: (width: Double, color: PlotColor)?) {
    let clear = PlotColor(0, 0, 0, 0)
    var image = PlotImage(
      rows: rows, columns: columns,
      colors: values.indices.map { isHidden[$0] ? clear : mapping.color(values[$0]) },
      values: values, mapping: mapping)
    let (wide, high) = (Double(columns), Double(rows))
    image.extent = [0, wide, high, 0]
    axes.add(image)
    axes.y.isInverted = false
    (axes.x.limits, axes.y.limits) = ((0, wide), (high, 0))
    if let lines {
      var paths = (0...columns).map { PlotShape.Path([Double($0), Double($0)], [0, high]) }
      paths += (0...rows).map { PlotShape.Path([0, wide], [Double($0), Double($0)]) }
      var shape = PlotShape(paths, isClosed: false, edge: lines.color)
      shape.width = lines.width
      axes.artists.append(.shape(shape))
    }
    axes.x.ticks = columnNames.indices.map { Double($0) + 0.5 }
    axes.x.tickTexts = columnNames
    axes.y.ticks = rowNames.indices.map { Double($0) + 0.5 }
    axes.y.tickTexts = rowNames
    (axes.x.grid, axes.y.grid) = (nil, nil)
    for name in ["left", "right", "top", "bottom"] {
      var spine = axes.spines[name] ?? PlotSpine()
      spine.isVisible = false
      axes.spines[name] = spine
    }
    let style = axes.look.text(axes.look.labelSize, color: axes.look.labelColor)
    if let title = titles.x { axes.x.label = (title, style) }
    if let title = titles.y { axes.y.label = (title, style) }
  }

  /// Names of rows are upright unless they would touch; names of columns the other way round.
  func turnTexts(on axes: PlotAxes, width: Double, height: Double) {
    let (x, y) = (axes.x, axes.y)
    let across = width / Double(max(columns, 1))
    let widest = columnNames.map { PlotText.width($0, size: x.tickStyle.size) }
    if zip(widest, widest.dropFirst()).contains(where: { ($0 + $1) / 2 > across }) {
      axes.x.tickRotation = 90
    }
    let down = height / Double(max(rows, 1))
    let longest = rowNames.map { PlotText.width($0, size: y.tickStyle.size) }
    let touch = zip(longest, longest.dropFirst()).contains { ($0 + $1) / 2 > down }
    axes.y.tickRotation = touch ? 0 : 90
  }

  /// What stands in the cells; nil where nothing does.
  func texts(_ call: Call) throws(PyError) -> [String]? {
    guard let value = call.given("annot") else { return nil }
    let format = try call.string("fmt") ?? ".2g"
    var shown = values
    if case .bool(let flag) = value {
      if !flag { return nil }
    } else {
      if let texts = try? wordy(value, call) { return texts }
      shown = try PlotNumbers.array(value, call.machine).reals()
      guard shown.count == values.count else {
        throw call.error("ValueError", "`data` and `annot` must have same shape.")
      }
    }
    var texts: [String] = []
    for number in shown {
      let whole = format.hasSuffix("d") ? Int(exactly: number.rounded(.towardZero)) : nil
      texts.append(
        try call.machine.format(whole.map { .int($0) } ?? .float(number), format))
    }
    return texts
  }

  /// Texts that a program gives for the cells; nil for numbers.
  private func wordy(_ value: Value, _ call: Call) throws(PyError) -> [String]? {
    var texts: [String] = []
    for row in try call.machine.array(value) {
      for item in try call.machine.array(row) {
        guard case .string(let text) = item.plain else { return nil }
        texts.append(text)
      }
    }
    return texts.count == values.count ? texts : nil
  }

  func write(_ texts: [String], on axes: PlotAxes, _ call: Call) throws(PyError) {
    var base = axes.look.text(.relative(1))
    var isColored = false
    if let words: DictObject = call.given("annot_kws")?.asObject() {
      for (key, value) in words.pairs {
        switch try call.machine.str(key) {
        case "size", "fontsize": base.size = try PlotNumbers.size(value, call.machine)
        case "weight", "fontweight": base.isBold = try StyleReading.isBold(value, call.machine)
        case "color":
          base.color = try PlotNumbers.color(value, call.machine)
          isColored = true
        default: throw call.unsupported("annot_kws", .object(words))
        }
      }
    }
    for (index, text) in texts.enumerated() where index < values.count && !isHidden[index] {
      var style = base
      // Dark letters on light cells.
      let isLight = mapping.color(values[index]).luminance > 0.408
      if !isColored { style.color = isLight ? PlotColor(0.15, 0.15, 0.15) : .white }
      axes.artists.append(
        .text(
          PlotText(
            x: Double(index % columns) + 0.5, y: Double(index / columns) + 0.5, text: text,
            style: style, horizontal: "center", vertical: "center")))
    }
  }
}
