internal import PythonRuntime
internal import Matplotlib

/// The names of `rcParams` that are understood.
enum SettingsTable {
  struct Entry: Sendable {
    let get: @Sendable (PlotLook) -> Value
    let set: @Sendable (inout PlotLook, Value, Machine) throws(PyError) -> Void
  }

  static let entries: [String: Entry] = figures.merging(texts) { a, _ in a }
    .merging(axes) { a, _ in a }.merging(artists) { a, _ in a }

  // MARK: Kinds

  private static func number(_ path: any WritableKeyPath<PlotLook, Double> & Sendable) -> Entry {
    Entry(get: { .float($0[keyPath: path]) }) { (look, value, machine) throws(PyError) in
      look[keyPath: path] = try SettingValue.number(value, machine)
    }
  }

  private static func flag(_ path: any WritableKeyPath<PlotLook, Bool> & Sendable) -> Entry {
    Entry(get: { .bool($0[keyPath: path]) }) { (look, value, machine) throws(PyError) in
      look[keyPath: path] = try SettingValue.flag(value, machine)
    }
  }

  private static func color(_ path: any WritableKeyPath<PlotLook, PlotColor> & Sendable) -> Entry {
    Entry(get: { .string($0[keyPath: path].hexadecimal) }) {
      (look, value, machine) throws(PyError) in
      look[keyPath: path] = try SettingValue.color(value, machine)
    }
  }

  private static func size(_ path: any WritableKeyPath<PlotLook, PlotLook.Size> & Sendable) -> Entry
  {
    Entry(get: { .float($0.points($0[keyPath: path])) }) { (look, value, machine) throws(PyError) in
      look[keyPath: path] = try SettingValue.size(value, machine)
    }
  }

  private static func text(_ path: any WritableKeyPath<PlotLook, String> & Sendable) -> Entry {
    Entry(get: { .string($0[keyPath: path]) }) { (look, value, machine) throws(PyError) in
      look[keyPath: path] = try machine.str(value)
    }
  }

  private static func bold(_ path: any WritableKeyPath<PlotLook, Bool> & Sendable) -> Entry {
    Entry(get: { .string($0[keyPath: path] ? "bold" : "normal") }) {
      (look, value, machine) throws(PyError) in
      look[keyPath: path] = try StyleReading.isBold(value, machine)
    }
  }

  private static func spine(_ name: String) -> Entry {
    Entry(get: { .bool($0.spines.contains(name)) }) { (look, value, machine) throws(PyError) in
      if try SettingValue.flag(value, machine) {
        look.spines.insert(name)
      } else {
        look.spines.remove(name)
      }
    }
  }

  // MARK: Names

  private static let figures: [String: Entry] = [
    "figure.figsize": Entry(get: { .object(ListObject($0.figureSize.map { .float($0) })) }) {
      (look, value, machine) throws(PyError) in
      let size = try SettingValue.numbers(value, machine)
      guard size.count == 2, size.allSatisfy({ $0 > 0 && $0 <= 200 }) else {
        throw machine.error(
          "ValueError", "Key figure.figsize: \(try machine.repr(value)) has not 2 positive values")
      }
      look.figureSize = size
    },
    "figure.dpi": number(\.dotsPerInch), "figure.facecolor": color(\.figureFace),
    "figure.autolayout": flag(\.isTight), "figure.constrained_layout.use": flag(\.isTight),
    "figure.titlesize": size(\.figureTitleSize),
    "figure.subplot.left": number(\.spacing.left), "figure.subplot.right": number(\.spacing.right),
    "figure.subplot.bottom": number(\.spacing.bottom), "figure.subplot.top": number(\.spacing.top),
    "figure.subplot.wspace": number(\.spacing.between.x),
    "figure.subplot.hspace": number(\.spacing.between.y),
  ]

  private static let texts: [String: Entry] = [
    "font.size": number(\.textSize), "text.color": color(\.textColor),
    "font.family": Entry(get: { .object(ListObject([.string($0.family ?? "sans-serif")])) }) {
      (look, value, machine) throws(PyError) in
      let name = try value.asTexts(machine).first ?? "sans-serif"
      look.family = name == "sans-serif" ? nil : name
    },
    "axes.titlesize": size(\.titleSize), "axes.titleweight": bold(\.isTitleBold),
    "axes.titlepad": number(\.titlePad), "axes.labelsize": size(\.labelSize),
    "axes.labelcolor": color(\.labelColor), "axes.labelweight": bold(\.isLabelBold),
    "xtick.labelsize": size(\.tickSizes.x), "ytick.labelsize": size(\.tickSizes.y),
    "legend.fontsize": size(\.legendSize), "legend.frameon": flag(\.legendHasFrame),
    "legend.loc": text(\.legendPlace),
  ]

  private static let axes: [String: Entry] = [
    "axes.facecolor": color(\.axesFace), "axes.edgecolor": color(\.axesEdge),
    "axes.linewidth": number(\.axesWidth), "axes.grid": flag(\.hasGrid),
    "axes.xmargin": number(\.margins.x), "axes.ymargin": number(\.margins.y),
    "axes.spines.left": spine("left"), "axes.spines.right": spine("right"),
    "axes.spines.top": spine("top"), "axes.spines.bottom": spine("bottom"),
    "grid.color": color(\.grid.color), "grid.linestyle": text(\.grid.style),
    "grid.linewidth": number(\.grid.width), "grid.alpha": number(\.grid.color.alpha),
    "xtick.color": color(\.tickColors.x), "ytick.color": color(\.tickColors.y),
    "xtick.major.size": number(\.tickLengths.x), "ytick.major.size": number(\.tickLengths.y),
    "xtick.major.width": number(\.tickWidths.x), "ytick.major.width": number(\.tickWidths.y),
    "xtick.major.pad": number(\.tickPads.x), "ytick.major.pad": number(\.tickPads.y),
    "xtick.bottom": flag(\.hasTicks.x), "ytick.left": flag(\.hasTicks.y),
    "xtick.direction": direction, "ytick.direction": direction,
  ]

  private static let direction = Entry(get: {
    .string($0.areTicksInside ? "in" : "out")
  }) {
    (look, value, machine) throws(PyError) in
    let word = try machine.str(value)
    guard word == "in" || word == "out" else {
      throw machine.error(
        "NotImplementedError", "ticks with direction \(word) are not supported by Caderno")
    }
    look.areTicksInside = word == "in"
  }

  private static let artists: [String: Entry] = [
    "lines.linewidth": number(\.lineWidth), "lines.linestyle": text(\.lineStyle),
    "lines.markersize": number(\.markerSize), "lines.markeredgewidth": number(\.markerEdgeWidth),
    "patch.edgecolor": color(\.patchEdge), "patch.force_edgecolor": flag(\.hasPatchEdges),
    "patch.linewidth": number(\.patchWidth), "image.interpolation": text(\.interpolation),
    "image.cmap": Entry(get: { .string($0.colormap) }) { (look, value, machine) throws(PyError) in
      look.colormap = try PlotNumbers.colormap(value, "viridis", machine).name
    },
    "axes.prop_cycle": Entry(get: { look in
      .object(CycleObject(look.cycle))
    }) { (look, value, machine) throws(PyError) in
      if let cycle: CycleObject = value.asObject() {
        look.cycle = cycle.colors
      } else {
        look.cycle = try PlotNumbers.colors(value, machine)
      }
      if look.cycle.isEmpty { throw machine.error("ValueError", "a cycle has at least one color") }
    },
  ]
}

/// Values of settings, as programs and the files of styles write them.
enum SettingValue {
  static func number(_ value: Value, _ machine: Machine) throws(PyError) -> Double {
    if case .string(let text) = value, let number = Double(text) { return number }
    return try machine.number(value, "value")
  }

  static func numbers(_ value: Value, _ machine: Machine) throws(PyError) -> [Double] {
    if case .string(let text) = value {
      return text.split(separator: ",").compactMap { Double($0.filter { $0 != " " }) }
    }
    return try PlotNumbers.list(value, machine)
  }

  static func flag(_ value: Value, _ machine: Machine) throws(PyError) -> Bool {
    if case .string(let text) = value { return text.lowercased() == "true" }
    return try machine.isTrue(value)
  }

  static func color(_ value: Value, _ machine: Machine) throws(PyError) -> PlotColor {
    if case .string(let text) = value, let color = PlotColor(text) ?? PlotColor("#\(text)") {
      return color
    }
    return try PlotNumbers.color(value, machine)
  }

  static func size(_ value: Value, _ machine: Machine) throws(PyError) -> PlotLook.Size {
    let words: [String: Double] = [
      "xx-small": 0.579, "x-small": 0.694, "small": 0.833, "medium": 1, "large": 1.2,
      "x-large": 1.44, "xx-large": 1.728, "smaller": 0.833, "larger": 1.2,
    ]
    if case .string(let text) = value, let share = words[text] { return .relative(share) }
    return .points(try number(value, machine))
  }
}

/// `cycler(color=[…])`: colors that series take in turn.
final class CycleObject: HostObject {
  let colors: [PlotColor]
  init(_ colors: [PlotColor]) { self.colors = colors }
  override var hostType: TypeObject { Self.cycleType }

  /// The module `cycler`.
  static var function: BuiltinFunction {
    BuiltinFunction("cycler", "*args, color=None") { call throws(PyError) in
      guard let value = call.given("color") ?? call.rest.last else {
        throw call.error("TypeError", "cycler() takes colors")
      }
      return .object(CycleObject(try PlotNumbers.colors(value, call.machine)))
    }
  }

  private func keyed() -> Value {
    .object(ListObject(colors.map { .string($0.hexadecimal) }))
  }

  private static let cycleType = SharedType(
    "Cycler", module: "cycler",
    methods: [
      .method("by_key") { (cycle: CycleObject, call) throws(PyError) in
        let keys = DictObject()
        try keys.set(.string("color"), cycle.keyed(), call.machine)
        return .object(keys)
      }
    ])
}
