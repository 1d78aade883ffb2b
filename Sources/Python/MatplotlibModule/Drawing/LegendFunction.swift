internal import PythonRuntime
internal import Matplotlib

/// `legend`.
enum LegendFunction {
  static var all: [AxesFunction] {
    [
      AxesFunction(
        "legend",
        "*args, handles=None, labels=None, loc=None, fontsize=None, title=None, bbox_to_anchor=None, ncol=None, ncols=None, frameon=None, borderaxespad=None, prop=None, shadow=None, fancybox=None, framealpha=None, facecolor=None, edgecolor=None, numpoints=None, scatterpoints=None, title_fontsize=None, labelspacing=None, handlelength=None",
        legend),
      AxesFunction("get_legend", "") { axes, _ in
        axes.legend == nil ? .none : .object(LegendObject(axes))
      },
    ]
  }

  private static func legend(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    var legend = PlotLegend()
    legend.size = axes.look.points(axes.look.legendSize)
    legend.place = axes.look.legendPlace
    var handles = call.given("handles")
    var texts = call.given("labels")
    if call.rest.count == 2 { handles = call.rest[0] }
    if let last = call.rest.last { texts = last }
    if let handles { legend.handles = try artists(handles, call) }
    if let texts { legend.texts = try texts.asTexts(machine) }
    if let place = call.given("loc") { legend.place = try self.place(place, call) }
    if let size = call.given("fontsize") { legend.size = try PlotNumbers.size(size, machine) }
    if let fonts: DictObject = call["prop"]?.asObject() {
      for (key, value) in fonts.pairs {
        guard try machine.str(key) == "size" else { throw call.unsupported("prop", .object(fonts)) }
        legend.size = try PlotNumbers.size(value, machine)
      }
    }
    if let title = call.given("title") { legend.title = try machine.str(title) }
    if let anchor = call.given("bbox_to_anchor") {
      legend.anchor = try PlotNumbers.list(anchor, machine)
    }
    for name in ["ncol", "ncols"] { legend.columns = try call.int(name) ?? legend.columns }
    legend.pad = try call.double("borderaxespad", or: 0.5)
    legend.hasFrame = try call.bool("frameon", or: axes.look.legendHasFrame)
    try setFrame(&legend, call)
    axes.legend = legend
    return .object(LegendObject(axes))
  }

  private static func setFrame(_ legend: inout PlotLegend, _ call: Call) throws(PyError) {
    for name in ["numpoints", "scatterpoints"] {
      if let value = call.given(name), value.smallInt != 1 { throw call.unsupported(name, value) }
    }
    legend.hasShadow = try call.bool("shadow", or: false)
    legend.isRound = try call.bool("fancybox", or: true)
    // A shadow makes the box itself opaque, as Matplotlib has it.
    legend.alpha = try call.double("framealpha") ?? (legend.hasShadow ? 1 : 0.8)
    legend.face = try call.color("facecolor")
    legend.edge = try call.color("edgecolor") ?? legend.edge
    if let size = call.given("title_fontsize") {
      legend.titleSize = try PlotNumbers.size(size, call.machine)
    }
    legend.spacing = try call.double("labelspacing") ?? legend.spacing
    legend.handleLength = try call.double("handlelength") ?? legend.handleLength
  }

  /// What was drawn, in these axes or others, and shapes that are made for legends only.
  private static func artists(_ handles: Value, _ call: Call) throws(PyError) -> [PlotArtist] {
    var artists: [PlotArtist] = []
    for handle in try call.machine.array(handles) {
      if let drawn: ArtistObject = handle.asObject(),
        drawn.axes.artists.indices.contains(drawn.place)
      {
        artists.append(drawn.axes.artists[drawn.place])
      } else if let bars: BarsObject = handle.asObject(), let own = bars.bars {
        artists.append(.bars(own))
      } else if let bar: BarObject = handle.asObject(), var own = bar.owner.bars {
        own.bars = [own.bars[bar.index]]
        artists.append(.bars(own))
      } else if let patch: PatchObject = handle.asObject() {
        artists.append(.shape(patch.shape))
      } else {
        throw call.unsupported("handles", handles)
      }
    }
    return artists
  }

  /// A place by its name or number.
  private static func place(_ value: Value, _ call: Call) throws(PyError) -> String {
    let names = [
      "best", "upper right", "upper left", "lower left", "lower right", "right", "center left",
      "center right", "lower center", "upper center", "center",
    ]
    if let number = value.smallInt, names.indices.contains(number) { return names[number] }
    if case .string(let name) = value {
      guard names.contains(name) else {
        throw call.error(
          "ValueError",
          "'\(name)' is not a valid value for loc; supported values are \(names.map { "'\($0)'" }.joined(separator: ", "))"
        )
      }
      return name
    }
    throw call.unsupported("loc", value)
  }
}
