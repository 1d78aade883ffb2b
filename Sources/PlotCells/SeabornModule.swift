internal import ArrayCells
internal import Cells
internal import NumericArrays
internal import Plots

/// `seaborn`: heat maps, counts, and its looks.
struct SeabornModule {
  let session: PlotSession

  var members: [String: Value] {
    var all: [String: Value] = ["__version__": .string("0.13.2")]
    for function in [heatmap, countplot] + themes { all[function.name] = .object(function) }
    return all
  }

  private var themes: [BuiltinFunction] {
    ["set", "set_theme", "set_style"].map { [session] name in
      BuiltinFunction(
        name,
        "style=None, context=None, palette=None, font=None, font_scale=1, color_codes=True, rc=None"
      ) { call throws(PyError) in
        var chosen = try call.string("style") ?? "darkgrid"
        if let first = try? call.string("context"), name == "set_style" { chosen = first }
        switch chosen {
        case "darkgrid": session.theme = .darkGrid
        case "whitegrid": session.theme = .whiteGrid
        case "white", "ticks", "dark": session.theme = .plain
        default: throw call.unsupported("style", .string(chosen))
        }
        return .none
      }
    }
      + ["despine", "set_context", "set_palette"].map { name in
        BuiltinFunction(name, "*args, **kwargs") { _ in .none }
      }
  }

  private var heatmap: BuiltinFunction {
    BuiltinFunction(
      "heatmap",
      "data, *, vmin=None, vmax=None, cmap=None, center=None, robust=False, annot=None, fmt='.2g', annot_kws=None, linewidths=0, linewidth=None, linecolor='white', cbar=True, cbar_kws=None, cbar_ax=None, square=False, xticklabels='auto', yticklabels='auto', mask=None, ax=None"
    ) { [session] call throws(PyError) in
      let machine = call.machine
      for name in ["center", "mask", "cbar_ax"] {
        if let value = call.given(name) { throw call.unsupported(name, value) }
      }
      let given = call["ax"]?.asObject(AxesObject.self)
      let axes = try session.axes(given, machine)
      let table = try HeatTable(call)
      table.draw(on: axes, try table.mapping(call))
      if try call.bool("cbar", or: true) { axes.bar = PlotColorbar(try table.mapping(call)) }
      axes.isSquare = try call.bool("square", or: false)
      if let annotations = try table.texts(call) {
        table.write(annotations, on: axes, try table.mapping(call), try Self.textSize(call))
      }
      return .object(try session.object(axes, given, machine))
    }
  }

  private static func textSize(_ call: Call) throws(PyError) -> Double {
    guard let words: DictObject = call["annot_kws"]?.asObject() else { return 10 }
    for name in ["size", "fontsize"] {
      if let value = try words.value(.string(name), call.machine) {
        return try PlotNumbers.size(value, call.machine)
      }
    }
    return 10
  }

  private var countplot: BuiltinFunction {
    BuiltinFunction(
      "countplot", "data=None, *, x=None, y=None, hue=None, color=None, palette=None, ax=None"
    ) {
      [session] call throws(PyError) in
      for name in ["y", "hue"] {
        if let value = call.given(name) { throw call.unsupported(name, value) }
      }
      guard let value = call.given("x") ?? call.given("data") else {
        throw call.error("TypeError", "countplot() takes the values to count")
      }
      let numbers = try PlotNumbers.list(value, call.machine)
      let classes = Set(numbers).sorted()
      let given = call["ax"]?.asObject(AxesObject.self)
      let axes = try session.axes(given, call.machine)
      axes.artists.append(
        .bars(
          PlotBars(
            classes.enumerated().map { index, label in
              PlotBars.Bar(
                start: Double(index) - 0.4, extent: 0.8, from: 0,
                to: Double(numbers.count { $0 == label }),
                color: PlotColor("C\(index % 10)") ?? .black)
            })))
      axes.x.ticks = classes.indices.map(Double.init)
      axes.x.tickTexts = classes.map { $0 == $0.rounded() ? String(Int($0)) : "\($0)" }
      axes.y.label = ("count", TextStyle())
      return .object(try session.object(axes, given, call.machine))
    }
  }
}

extension PlotSession {
  /// The axes that a call names, or the current ones.
  fileprivate func axes(_ given: AxesObject?, _ machine: Machine) throws(PyError) -> PlotAxes {
    if let given { return given.axes }
    return try axes(machine)
  }

  fileprivate func object(
    _ axes: PlotAxes, _ given: AxesObject?, _ machine: Machine
  ) throws(PyError) -> AxesObject {
    if let given { return given }
    return AxesObject(axes, try figure(machine))
  }
}

/// A matrix drawn as a heat map.
struct HeatTable {
  let rows: Int
  let columns: Int
  let values: [Double]
  private let rowNames: [String]
  private let columnNames: [String]

  init(_ call: Call) throws(PyError) {
    let array = try PlotNumbers.array(call.required("data"), call.machine)
    guard array.ndim == 2, array.size > 0, array.size <= 250_000 else {
      throw call.error("ValueError", "heatmap() takes a table of numbers")
    }
    (rows, columns, values) = (array.shape[0], array.shape[1], array.reals())
    let labels = call["data"]?.asObject(Object.self) as? any LabeledTable
    rowNames = try Self.names(call["yticklabels"], rows, labels?.rowTexts, call)
    columnNames = try Self.names(call["xticklabels"], columns, labels?.columnTexts, call)
  }

  private static func names(
    _ value: Value?, _ count: Int, _ own: [String]?, _ call: Call
  ) throws(PyError) -> [String] {
    switch value {
    case nil, .string("auto")?, .bool(true)?: return own ?? (0..<count).map(String.init)
    case .bool(false)?: return []
    case let value?: return try value.asTexts(call.machine)
    }
  }

  func mapping(_ call: Call) throws(PyError) -> ColorMapping {
    ColorMapping(
      try PlotNumbers.colormap(call.given("cmap"), "rocket", call.machine),
      low: try call.double("vmin") ?? values.min() ?? 0,
      high: try call.double("vmax") ?? values.max() ?? 1)
  }

  func draw(on axes: PlotAxes, _ mapping: ColorMapping) {
    axes.add(
      PlotImage(
        rows: rows, columns: columns, colors: values.map { mapping.color($0) }, values: values,
        mapping: mapping))
    axes.x.ticks = columnNames.indices.map(Double.init)
    axes.x.tickTexts = columnNames
    axes.y.ticks = rowNames.indices.map(Double.init)
    axes.y.tickTexts = rowNames
    axes.x.grid = nil
    axes.y.grid = nil
  }

  /// What stands in the cells; nil where nothing does.
  func texts(_ call: Call) throws(PyError) -> [String]? {
    guard let value = call.given("annot") else { return nil }
    var shown = values
    if case .bool(let flag) = value {
      if !flag { return nil }
    } else {
      shown = try PlotNumbers.array(value, call.machine).reals()
    }
    let format = try call.string("fmt") ?? ".2g"
    var texts: [String] = []
    for number in shown {
      let isWhole = format == "d" || format == ",d"
      texts.append(
        try call.machine.format(isWhole ? .int(Int(number)) : .float(number), format))
    }
    return texts
  }

  func write(_ texts: [String], on axes: PlotAxes, _ mapping: ColorMapping, _ size: Double) {
    for (index, text) in texts.enumerated() where index < values.count {
      let color = mapping.color(values[index])
      // Dark letters on light cells, as seaborn chooses them.
      let light = 0.2126 * color.red + 0.7152 * color.green + 0.0722 * color.blue
      axes.artists.append(
        .text(
          PlotText(
            x: Double(index % columns), y: Double(index / columns), text: text,
            style: TextStyle(
              size: size, color: light > 0.45 ? PlotColor(0.15, 0.15, 0.15) : .white),
            horizontal: "center", vertical: "center")))
    }
  }
}
