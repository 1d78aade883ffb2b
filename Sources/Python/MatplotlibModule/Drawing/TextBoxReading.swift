internal import PythonRuntime
internal import Matplotlib

/// `bbox=dict(…)`: the box behind a text.
enum TextBoxReading {
  static func box(_ call: Call, size: Double) throws(PyError) -> PlotTextBox? {
    guard let properties: DictObject = call["bbox"]?.asObject() else { return nil }
    let machine = call.machine
    var (box, alpha) = (PlotTextBox(), Double?.none)
    for (key, value) in properties.pairs {
      let name = try machine.str(key)
      switch name {
      case "fc", "facecolor": box.face = try PlotNumbers.color(value, machine)
      case "ec", "edgecolor": box.edge = try PlotNumbers.color(value, machine)
      case "color":
        (box.face, box.edge) = (
          try PlotNumbers.color(value, machine), try PlotNumbers.color(value, machine)
        )
      case "alpha": if let number = value.double { alpha = number }
      case "lw", "linewidth": box.width = try machine.number(value, name)
      case "pad": box.pad = try machine.number(value, name)
      case "boxstyle":
        try style(&box, try machine.str(value), size, call, properties)
      default: throw call.unsupported("bbox", .object(properties))
      }
    }
    if let alpha {
      box.face = box.face.with(alpha: alpha)
      box.edge = box.edge.with(alpha: alpha)
    }
    return box
  }

  /// `square`, `round,pad=0.5`: pads and radiuses are in sizes of the text.
  private static func style(
    _ box: inout PlotTextBox, _ text: String, _ size: Double, _ call: Call,
    _ properties: DictObject
  ) throws(PyError) {
    let parts = text.split(separator: ",")
    guard let name = parts.first, name == "round" || name == "square" else {
      throw call.unsupported("bbox", .object(properties))
    }
    var (pad, radius) = (0.3, Double?.none)
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=")
      guard pair.count == 2, let number = Double(pair[1]) else {
        throw call.unsupported("bbox", .object(properties))
      }
      switch pair[0] {
      case "pad": pad = number
      case "rounding_size": radius = number
      default: throw call.unsupported("bbox", .object(properties))
      }
    }
    box.pad = pad * size
    box.radius = name == "round" ? (radius ?? pad) * size : 0
  }
}

/// `arrowprops=dict(…)`: the arrow from a text to a point.
enum ArrowReading {
  /// Nil where none is asked for.
  static func arrow(
    _ call: Call, from text: PlotText, to tip: [Double]
  ) throws(PyError) -> PlotArrow? {
    guard let properties: DictObject = call["arrowprops"]?.asObject() else { return nil }
    let machine = call.machine
    var arrow = PlotArrow(text: text, tip: (tip[0], tip[1]))
    var isStyled = false
    for (key, value) in properties.pairs {
      let name = try machine.str(key)
      switch name {
      case "arrowstyle":
        isStyled = true
        guard case .string(let style) = value, ["-", "->", "-|>"].contains(style) else {
          throw call.unsupported("arrowprops", .object(properties))
        }
        arrow.style = style
      case "color", "edgecolor", "ec", "facecolor", "fc":
        arrow.color = try PlotNumbers.color(value, machine)
      case "lw", "linewidth": arrow.width = try machine.number(value, name)
      case "shrink" where !isStyled: arrow.shrink = try machine.number(value, name)
      case "width" where !isStyled: arrow.shaft = try machine.number(value, name)
      case "headwidth" where !isStyled: arrow.head = try machine.number(value, name)
      default: throw call.unsupported("arrowprops", .object(properties))
      }
    }
    return arrow
  }
}
