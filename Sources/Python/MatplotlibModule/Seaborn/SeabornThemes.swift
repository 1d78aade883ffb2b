internal import PythonRuntime
internal import Matplotlib

/// seaborn's looks and palettes.
struct SeabornThemes {
  let session: PlotSession

  var functions: [BuiltinFunction] {
    [
      theme("set"), theme("set_theme"),
      BuiltinFunction("set_style", "style=None, rc=None") { [session] call throws(PyError) in
        if let name = try call.string("style") { try setStyle(name, call) }
        try setOthers(session, call)
        return .none
      },
      BuiltinFunction("set_context", "context=None, font_scale=1, rc=None") {
        [session] call throws(PyError) in
        try setContext(
          try call.string("context") ?? "notebook", try call.double("font_scale", or: 1), call)
        try setOthers(session, call)
        return .none
      },
      BuiltinFunction("set_palette", "palette, n_colors=None, desat=None, color_codes=False") {
        [session] call throws(PyError) in
        if let value = call.given("desat") { throw call.unsupported("desat", value) }
        session.look.cycle = try Self.palette(
          call.given("palette"), count: try call.int("n_colors"), session, call)
        return .none
      },
      BuiltinFunction("reset_defaults", "") { [session] _ in
        session.look = PlotLook()
        return .none
      },
      BuiltinFunction("color_palette", "palette=None, n_colors=None, desat=None, as_cmap=False") {
        [session] call throws(PyError) in
        if let value = call.given("desat") { throw call.unsupported("desat", value) }
        if try call.bool("as_cmap", or: false) {
          return .object(
            ColormapObject(
              try PlotNumbers.colormap(call.given("palette"), "viridis", call.machine)))
        }
        let colors = try Self.palette(
          call.given("palette"), count: try call.int("n_colors"), session, call)
        return .object(
          ListObject(
            colors.map { color in
              .object(TupleObject([color.red, color.green, color.blue].map { .float($0) }))
            }))
      },
      BuiltinFunction(
        "despine", "fig=None, ax=None, top=True, right=True, left=False, bottom=False"
      ) {
        [session] call throws(PyError) in
        let given: AxesObject? = call.given("ax")?.asObject()
        let shown = try session.figure(call.machine).figure.axes
        let all = given.map { [$0.axes] } ?? shown
        for axes in all {
          for name in ["top", "right", "left", "bottom"] {
            var spine = axes.spines[name] ?? PlotSpine()
            spine.isVisible = try !call.bool(name, or: name == "top" || name == "right")
            axes.spines[name] = spine
          }
        }
        return .none
      },
    ]
  }

  private func theme(_ name: String) -> BuiltinFunction {
    BuiltinFunction(
      name,
      "context='notebook', style='darkgrid', palette='deep', font='sans-serif', font_scale=1, color_codes=True, rc=None"
    ) { [session] call throws(PyError) in
      try setContext(
        try call.string("context") ?? "notebook", try call.double("font_scale", or: 1), call)
      try setStyle(try call.string("style") ?? "darkgrid", call)
      session.look.cycle = try Self.palette(
        call.given("palette") ?? .string("deep"), count: nil, session, call)
      if let font = try call.string("font") {
        session.look.family = font == "sans-serif" ? nil : font
      }
      try setOthers(session, call)
      return .none
    }
  }

  private func setOthers(_ session: PlotSession, _ call: Call) throws(PyError) {
    guard let others: DictObject = call.given("rc")?.asObject() else { return }
    for (key, value) in others.pairs { try session.settings.setItem(key, value, call.machine) }
  }

  private func setStyle(_ name: String, _ call: Call) throws(PyError) {
    let own: [String: String] = [
      "darkgrid":
        "axes.grid: True\naxes.facecolor: EAEAF2\naxes.edgecolor: white\ngrid.color: white",
      "whitegrid": "axes.grid: True\naxes.facecolor: white\naxes.edgecolor: .8\ngrid.color: .8",
      "dark": "axes.grid: False\naxes.facecolor: EAEAF2\naxes.edgecolor: white\ngrid.color: white",
      "white": "axes.grid: False\naxes.facecolor: white\naxes.edgecolor: .15\ngrid.color: .8",
      "ticks": "axes.grid: False\naxes.facecolor: white\naxes.edgecolor: .15\ngrid.color: .8",
    ]
    guard let sheet = own[name] else {
      throw call.error(
        "ValueError", "style must be one of white, dark, whitegrid, darkgrid, ticks")
    }
    let common = """
      figure.facecolor: white
      axes.labelcolor: .15
      text.color: .15
      xtick.color: .15
      ytick.color: .15
      patch.edgecolor: white
      patch.force_edgecolor: True
      image.cmap: rocket
      xtick.bottom: \(name == "ticks")
      ytick.left: \(name == "ticks")

      """
    try StyleSheets.apply(common + sheet, session, call.machine)
  }

  private func setContext(
    _ name: String, _ fontScale: Double, _ call: Call
  ) throws(PyError) {
    let scales = ["paper": 0.8, "notebook": 1, "talk": 1.5, "poster": 2]
    guard let scale = scales[name] else {
      throw call.error("ValueError", "context must be in paper, notebook, talk, poster")
    }
    let fonts = [
      "font.size": 12.0, "axes.labelsize": 12, "axes.titlesize": 12, "xtick.labelsize": 11,
      "ytick.labelsize": 11, "legend.fontsize": 11,
    ]
    let lines = [
      "axes.linewidth": 1.25, "grid.linewidth": 1, "lines.linewidth": 1.5, "lines.markersize": 6,
      "patch.linewidth": 1, "xtick.major.width": 1.25, "ytick.major.width": 1.25,
      "xtick.major.size": 6, "ytick.major.size": 6,
    ]
    for (key, value) in fonts {
      try session.settings.setItem(.string(key), .float(value * scale * fontScale), call.machine)
    }
    for (key, value) in lines {
      try session.settings.setItem(.string(key), .float(value * scale), call.machine)
    }
  }

  // MARK: Palettes

  /// Colors by a palette's name, a colormap's, or given ones.
  static func palette(
    _ value: Value?, count: Int?, _ session: PlotSession, _ call: Call
  ) throws(PyError) -> [PlotColor] {
    var colors = session.look.cycle
    switch value {
    case nil: break
    case .string(let name)?:
      if let named = palettes[name] {
        colors = named.split(separator: " ").compactMap { PlotColor("#\($0)") }
      } else if name == "hls" {
        return hues(count ?? 6)
      } else if let map = Colormap(name) {
        if map.count < 256 {
          colors = map.list
        } else {
          let number = count ?? 6
          return (0..<number).map { map.color(Double($0 + 1) / Double(number + 1)) }
        }
      } else {
        throw call.error("ValueError", "'\(name)' is not a palette that Caderno knows")
      }
    case let value?: colors = try PlotNumbers.colors(value, call.machine)
    }
    guard let count, !colors.isEmpty else { return colors }
    return (0..<count).map { colors[$0 % colors.count] }
  }

  /// Evenly spaced hues of the same lightness and saturation.
  private static func hues(_ count: Int) -> [PlotColor] {
    (0..<count).map { index in
      let hue = (Double(index) / Double(count) + 0.01).truncatingRemainder(dividingBy: 1)
      return PlotColor(hue: hue, lightness: 0.6, saturation: 0.65)
    }
  }

  private static let palettes: [String: String] = [
    "deep": "4C72B0 DD8452 55A868 C44E52 8172B3 937860 DA8BC3 8C8C8C CCB974 64B5CD",
    "muted": "4878D0 EE854A 6ACC64 D65F5F 956CB4 8C613C DC7EC0 797979 D5BB67 82C6E2",
    "pastel": "A1C9F4 FFB482 8DE5A1 FF9F9B D0BBFF DEBB9B FAB0E4 CFCFCF FFFEA3 B9F2F0",
    "bright": "023EFF FF7C00 1AC938 E8000B 8B2BE2 9F4800 F14CC1 A3A3A3 FFC400 00D7FF",
    "dark": "001C7F B1400D 12711C 8C0800 591E71 592F0D A23582 3C3C3C B8850A 006374",
    "colorblind": "0173B2 DE8F05 029E73 D55E00 CC78BC CA9161 FBAFE4 949494 ECE133 56B4E9",
  ]
}
