/// Writes the elements of an SVG; equal calls give equal bytes.
struct SVGText {
  private(set) var text = ""

  mutating func add(_ line: String) { text += line + "\n" }

  /// Up to two digits behind the point.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let cents = Int((max(-1e9, min(1e9, value)) * 100).rounded())
    let (whole, rest) = abs(cents).quotientAndRemainder(dividingBy: 100)
    let sign = cents < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    let digits = rest < 10 ? "0\(rest)" : rest % 10 == 0 ? "\(rest / 10)" : "\(rest)"
    return "\(sign)\(whole).\(digits)"
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// The attributes of a filled or drawn shape.
  static func paint(
    fill: PlotColor? = nil, stroke: PlotColor? = nil, width: Double = 1, dashes: String = ""
  ) -> String {
    var parts = [" fill=\"\(fill.map { $0.alpha == 0 ? "none" : $0.css } ?? "none")\""]
    if let fill, fill.alpha < 1, fill.alpha > 0 {
      parts.append(" fill-opacity=\"\(number(fill.alpha))\"")
    }
    if let stroke, stroke.alpha > 0, width > 0 {
      parts.append(" stroke=\"\(stroke.css)\" stroke-width=\"\(number(width))\"")
      if stroke.alpha < 1 { parts.append(" stroke-opacity=\"\(number(stroke.alpha))\"") }
      if !dashes.isEmpty { parts.append(" stroke-dasharray=\"\(dashes)\"") }
    }
    return parts.joined()
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ color: PlotColor, width: Double,
    dashes: String = ""
  ) {
    let path =
      "M\(Self.number(x1)) \(Self.number(y1))L\(Self.number(x2)) \(Self.number(y2))"
    add("<path d=\"\(path)\"\(Self.paint(stroke: color, width: width, dashes: dashes))/>")
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: PlotColor? = nil,
    stroke: PlotColor? = nil, lineWidth: Double = 1, radius: Double = 0
  ) {
    let corner = radius > 0 ? " rx=\"\(Self.number(radius))\"" : ""
    add(
      "<rect x=\"\(Self.number(min(x, x + width)))\" y=\"\(Self.number(min(y, y + height)))\" width=\"\(Self.number(abs(width)))\" height=\"\(Self.number(abs(height)))\"\(corner)\(Self.paint(fill: fill, stroke: stroke, width: lineWidth))/>"
    )
  }

  /// A text whose lines stand below each other; `y` is the baseline of the first.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, style: TextStyle, anchor: String = "start",
    rotation: Double = 0
  ) {
    var attributes =
      " x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" font-size=\"\(Self.number(style.size))\""
    if anchor != "start" { attributes += " text-anchor=\"\(anchor)\"" }
    if style.color != .black { attributes += " fill=\"\(style.color.css)\"" }
    if style.color.alpha < 1 { attributes += " fill-opacity=\"\(Self.number(style.color.alpha))\"" }
    if style.isBold { attributes += " font-weight=\"bold\"" }
    if rotation != 0 {
      attributes +=
        " transform=\"rotate(\(Self.number(-rotation)) \(Self.number(x)) \(Self.number(y)))\""
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.count == 1 {
      add("<text\(attributes)>\(Self.escaped(text))</text>")
      return
    }
    let spans = lines.enumerated().map { index, line in
      "<tspan x=\"\(Self.number(x))\" dy=\"\(index == 0 ? "0" : Self.number(style.size * 1.2))\">\(Self.escaped(String(line)))</tspan>"
    }
    add("<text\(attributes)>\(spans.joined())</text>")
  }
}

/// How a text looks.
public struct TextStyle: Hashable, Sendable {
  public var size: Double
  public var color: PlotColor
  public var isBold: Bool

  public init(size: Double = 10, color: PlotColor = .black, isBold: Bool = false) {
    (self.size, self.color, self.isBold) = (size, color, isBold)
  }
}
