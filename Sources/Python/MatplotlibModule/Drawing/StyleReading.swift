internal import PythonRuntime
internal import Matplotlib

/// Arguments that lines and bars share.
struct StyleReading {
  private let call: Call
  init(_ call: Call) { self.call = call }

  var color: PlotColor? {
    get throws(PyError) {
      guard let value = call.given("color") ?? call.given("c") else { return nil }
      return try PlotNumbers.color(value, call.machine)
    }
  }

  /// How many parts the color is given in.
  var partCount: Int {
    get throws(PyError) {
      try call.machine.array(call.given("color") ?? call.required("c")).count
    }
  }

  var label: String? {
    get throws(PyError) {
      guard let value = call.given("label") else { return nil }
      return try call.machine.str(value)
    }
  }

  var lineStyle: String? {
    get throws(PyError) { try first(["linestyle", "ls"]) }
  }

  var marker: String? { get throws(PyError) { try call.string("marker") } }

  var width: Double? {
    get throws(PyError) {
      if let width = try call.double("linewidth") { return width }
      return try call.double("lw")
    }
  }

  /// The looks of a line: what is given by name goes before the short form.
  func apply(
    to line: inout PlotLine, _ format: LineFormat?, _ look: PlotLook
  ) throws(PyError) {
    let machine = call.machine
    line.color = line.color.with(alpha: try PlotNumbers.alpha(call))
    line.style = try lineStyle ?? format?.style ?? look.lineStyle
    line.width = try width ?? look.lineWidth
    line.marker = try marker ?? format?.marker ?? look.marker
    line.markerSize = try markerSize ?? look.markerSize
    line.markerEdgeWidth = look.markerEdgeWidth
    for name in ["markerfacecolor", "mfc"] {
      guard let value = call.given(name) else { continue }
      line.markerFace = try PlotNumbers.color(value, machine)
    }
    for name in ["markeredgecolor", "mec"] {
      guard let value = call.given(name) else { continue }
      line.markerEdge = try PlotNumbers.color(value, machine)
    }
    for name in ["markeredgewidth", "mew"] {
      line.markerEdgeWidth = try call.double(name) ?? line.markerEdgeWidth
    }
    if let steps = try call.string("drawstyle"), steps != "default" {
      let kinds = ["steps": "pre", "steps-pre": "pre", "steps-post": "post", "steps-mid": "mid"]
      guard let kind = kinds[steps] else { throw call.unsupported("drawstyle", .string(steps)) }
      line.steps = kind
    }
  }

  var markerSize: Double? {
    get throws(PyError) {
      if let size = try call.double("markersize") { return size }
      return try call.double("ms")
    }
  }

  private func first(_ names: [String]) throws(PyError) -> String? {
    for name in names { if let text = try call.string(name) { return text } }
    return nil
  }

  /// A text's size, color and weight.
  ///
  /// - Parameter base: what holds where nothing is given.
  func text(_ base: TextStyle) throws(PyError) -> TextStyle {
    var style = base
    if let fonts: DictObject = call["fontdict"]?.asObject() {
      for (key, value) in fonts.pairs {
        try apply(try call.machine.str(key), value, to: &style)
      }
    }
    for name in ["fontsize", "size", "color", "c", "fontweight", "weight", "alpha"] {
      if let value = call.given(name) { try apply(name, value, to: &style) }
    }
    return style
  }

  /// Whether a font's weight is a heavy one.
  static func isBold(_ value: Value, _ machine: Machine) throws(PyError) -> Bool {
    let text = try machine.str(value)
    return ["bold", "heavy", "black", "semibold", "extra bold"].contains(text)
      || (Int(text) ?? 400) >= 600
  }

  /// Degrees against the clock; `vertical` and `horizontal` are understood.
  var rotation: Double? {
    get throws(PyError) {
      guard let value = call.given("rotation") else { return nil }
      switch value {
      case .string("vertical"): return 90
      case .string("horizontal"): return 0
      default: return try call.machine.number(value, "rotation")
      }
    }
  }

  private func apply(_ name: String, _ value: Value, to style: inout TextStyle) throws(PyError) {
    let machine = call.machine
    switch name {
    case "fontsize", "size": style.size = try PlotNumbers.size(value, machine)
    case "color", "c": style.color = try PlotNumbers.color(value, machine)
    case "fontweight", "weight": style.isBold = try Self.isBold(value, machine)
    case "alpha": style.color.alpha = try machine.number(value, name)
    case "family", "fontfamily": style.family = try machine.str(value)
    case "style", "fontstyle":
      style.isItalic = ["italic", "oblique"].contains(try machine.str(value))
    default: throw call.unsupported(name, value)
    }
  }
}
