internal import Cells
internal import Plots

/// Titles, labels, texts and legends.
enum TextFunctions {
  private static let style =
    "fontsize=None, size=None, color=None, c=None, fontweight=None, weight=None, alpha=None"

  static var all: [AxesFunction] {
    [
      AxesFunction("set_title", "label, fontdict=None, loc=None, pad=None, *, y=None, " + style) {
        axes, call throws(PyError) in
        axes.title = (
          try call.machine.str(call.required("label")), try StyleReading(call).text(size: 12)
        )
        return .none
      },
      label("set_xlabel", "xlabel") { $0.x.label = $1 },
      label("set_ylabel", "ylabel") { $0.y.label = $1 },
      AxesFunction(
        "text",
        "x, y, s, fontdict=None, *, horizontalalignment=None, ha=None, verticalalignment=None, va=None, rotation=None, bbox=None, transform=None, zorder=None, "
          + style, text),
      AxesFunction(
        "annotate",
        "text, xy, xytext=None, xycoords='data', textcoords=None, arrowprops=None, *, ha=None, va=None, horizontalalignment=None, verticalalignment=None, bbox=None, zorder=None, "
          + style, annotate),
      AxesFunction(
        "legend",
        "*args, handles=None, labels=None, loc=None, fontsize=None, title=None, bbox_to_anchor=None, ncol=None, ncols=None, frameon=None, shadow=None, fancybox=None, borderaxespad=None, prop=None, numpoints=None",
        legend),
    ]
  }

  private static func label(
    _ name: String, _ parameter: String,
    _ set: @escaping (PlotAxes, (text: String, style: TextStyle)) -> Void
  ) -> AxesFunction {
    AxesFunction(
      name, "\(parameter), fontdict=None, labelpad=None, *, loc=None, rotation=None, " + style
    ) {
      axes, call throws(PyError) in
      set(
        axes,
        (try call.machine.str(call.required(parameter)), try StyleReading(call).text(size: 10)))
      return .none
    }
  }

  private static func text(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    let box = try box(call)
    axes.artists.append(
      .text(
        PlotText(
          x: try call.double("x", or: 0), y: try call.double("y", or: 0),
          text: try machine.str(call.required("s")), style: try StyleReading(call).text(size: 10),
          horizontal: try aligned(call, "horizontalalignment", "ha") ?? "left",
          vertical: try aligned(call, "verticalalignment", "va") ?? "baseline",
          rotation: call.given("rotation")?.double ?? 0, box: box,
          isInShares: call.given("transform") != nil)))
    return .none
  }

  /// The box behind a text.
  private static func box(_ call: Call) throws(PyError) -> PlotColor? {
    guard let properties: DictObject = call["bbox"]?.asObject() else { return nil }
    var box = PlotColor.white
    for name in ["fc", "facecolor"] {
      guard let color = try properties.value(.string(name), call.machine) else { continue }
      box = try PlotNumbers.color(color, call.machine)
    }
    if let alpha = try properties.value(.string("alpha"), call.machine)?.double {
      box.alpha = alpha
    }
    return box
  }

  private static func annotate(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    let place = try PlotNumbers.list(call.given("xytext") ?? call.required("xy"), machine)
    guard place.count == 2 else { throw call.error("ValueError", "xy must be a pair") }
    if let coordinates = try call.string("textcoords"), coordinates != "data" {
      throw call.unsupported("textcoords", .string(coordinates))
    }
    if call.given("arrowprops") != nil, call.given("xytext") != nil {
      let tip = try PlotNumbers.list(call.required("xy"), machine)
      axes.artists.append(
        .line(PlotLine(x: [place[0], tip[0]], y: [place[1], tip[1]], color: .black, width: 1)))
    }
    axes.artists.append(
      .text(
        PlotText(
          x: place[0], y: place[1], text: try machine.str(call.required("text")),
          style: try StyleReading(call).text(size: 10),
          horizontal: try aligned(call, "horizontalalignment", "ha") ?? "left",
          vertical: try aligned(call, "verticalalignment", "va") ?? "baseline", box: try box(call)))
    )
    return .none
  }

  private static func aligned(
    _ call: Call, _ long: String, _ short: String
  ) throws(PyError) -> String? {
    if let text = try call.string(long) { return text }
    return try call.string(short)
  }

  private static func legend(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    var legend = PlotLegend()
    if call.given("handles") != nil { throw call.unsupported("handles", call.required("handles")) }
    var texts = call.given("labels")
    if let last = call.rest.last { texts = last }
    if let texts { legend.texts = try texts.asTexts(machine) }
    if let place = call.given("loc") { legend.place = try self.place(place, call) }
    if let size = call.given("fontsize") { legend.size = try PlotNumbers.size(size, machine) }
    if let title = call.given("title") { legend.title = try machine.str(title) }
    if let anchor = call.given("bbox_to_anchor") {
      legend.anchor = try PlotNumbers.list(anchor, machine)
    }
    for name in ["ncol", "ncols"] { legend.columns = try call.int(name) ?? legend.columns }
    legend.hasFrame = try call.bool("frameon", or: true)
    axes.legend = legend
    return .none
  }

  /// A place by its name or number.
  private static func place(_ value: Value, _ call: Call) throws(PyError) -> String {
    let names = [
      "best", "upper right", "upper left", "lower left", "lower right", "right", "center left",
      "center right", "lower center", "upper center", "center",
    ]
    if let number = value.smallInt, names.indices.contains(number) {
      return names[number] == "right" ? "center right" : names[number]
    }
    if case .string(let name) = value {
      guard names.contains(name) else {
        throw call.error(
          "ValueError",
          "'\(name)' is not a valid value for loc; supported values are \(names.map { "'\($0)'" }.joined(separator: ", "))"
        )
      }
      return name == "right" ? "center right" : name
    }
    throw call.unsupported("loc", value)
  }
}

extension Value {
  /// The texts of a list, or one text.
  func asTexts(_ machine: Machine) throws(PyError) -> [String] {
    if case .string(let text) = self { return [text] }
    var texts: [String] = []
    for item in try machine.array(self) { texts.append(try machine.str(item)) }
    return texts
  }
}
