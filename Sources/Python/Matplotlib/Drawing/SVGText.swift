internal import Texts

/// Writes the elements of an SVG; equal calls give equal bytes.
struct SVGText {
  private(set) var text = ""
  /// What is around all that was drawn with places; nil for nothing.
  private(set) var bounds: PageRectangle?
  /// Whether only the places matter, as when axes are laid out.
  var isMeasuring = false

  mutating func add(_ line: String) { if !isMeasuring { text += line + "\n" } }

  /// Counts a rectangle as drawn in.
  mutating func reach(_ frame: PageRectangle) { bounds = bounds?.union(frame) ?? frame }

  /// Adds what was drawn by itself.
  mutating func add(_ other: SVGText) {
    text += other.text
    if let frame = other.bounds { reach(frame) }
  }

  static func number(_ value: Double) -> String { FloatText.coordinate(value) }

  /// Text as XML can hold it: control characters become U+FFFD.
  static func escaped(_ text: String) -> String {
    MarkupText.escaped(MarkupText.lawful(text), quotes: .double)
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
    dashes: String = "", isProjecting: Bool = false
  ) {
    let path =
      "M\(Self.number(x1)) \(Self.number(y1))L\(Self.number(x2)) \(Self.number(y2))"
    let cap = isProjecting && dashes.isEmpty ? " stroke-linecap=\"square\"" : ""
    add("<path d=\"\(path)\"\(Self.paint(stroke: color, width: width, dashes: dashes))\(cap)/>")
    reach(PageRectangle(around: [(x1, y1), (x2, y2)]))
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: PlotColor? = nil,
    stroke: PlotColor? = nil, lineWidth: Double = 1, radius: Double = 0
  ) {
    let corner = radius > 0 ? " rx=\"\(Self.number(radius))\"" : ""
    let frame = PageRectangle(around: [(x, y), (x + width, y + height)])
    let place = Self.attributes(frame)
    add("<rect\(place)\(corner)\(Self.paint(fill: fill, stroke: stroke, width: lineWidth))/>")
    reach(frame)
  }

  /// The place of a rectangle or an image.
  static func attributes(_ frame: PageRectangle) -> String {
    " x=\"\(number(frame.x))\" y=\"\(number(frame.y))\" width=\"\(number(frame.width))\""
      + " height=\"\(number(frame.height))\""
  }

  /// A text at a point, held as the alignment says.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, style: TextStyle,
    _ alignment: TextPlacement.Alignment, isInLayout: Bool = true
  ) {
    guard !text.isEmpty else { return }
    let placement = TextPlacement(text, size: style.size, at: (x, y), alignment)
    if isInLayout { reach(placement.box) }
    let (left, top) = (Self.number(placement.origin.x), Self.number(placement.origin.y))
    var attributes = " x=\"\(left)\" y=\"\(top)\" font-size=\"\(Self.number(style.size))\""
    if alignment.horizontal != "left" {
      attributes += " text-anchor=\"\(alignment.horizontal == "right" ? "end" : "middle")\""
    }
    if style.color != .black { attributes += " fill=\"\(style.color.css)\"" }
    if style.color.alpha < 1 { attributes += " fill-opacity=\"\(Self.number(style.color.alpha))\"" }
    if style.isBold { attributes += " font-weight=\"bold\"" }
    if style.isItalic { attributes += " font-style=\"italic\"" }
    if let family = style.family { attributes += " font-family=\"\(Self.escaped(family))\"" }
    if alignment.rotation != 0 {
      attributes +=
        " transform=\"rotate(\(Self.number(-alignment.rotation)) \(left) \(top))\""
    }
    let lines = TextSize.lines(text)
    let pitch = Self.number(style.size * (TextSize.ascent + TextSize.descent + TextSize.gap))
    let spans = lines.enumerated().map { index, line in
      lines.count == 1
        ? Self.raised(line)
        : "<tspan x=\"\(left)\" dy=\"\(index == 0 ? "0" : pitch)\">\(Self.escaped(String(line)))</tspan>"
    }
    add("<text\(attributes)>\(spans.joined())</text>")
  }

  /// Powers of ten with their exponents as Matplotlib raises them.
  private static func raised(_ line: Substring) -> String {
    let digits = Array(
      "\u{2070}\u{00B9}\u{00B2}\u{00B3}\u{2074}\u{2075}\u{2076}\u{2077}\u{2078}\u{2079}")
    guard let place = line.firstIndex(where: { digits.contains($0) || $0 == "\u{207B}" }),
      line[..<place].hasSuffix("10"),
      line[place...].allSatisfy({ digits.contains($0) || $0 == "\u{207B}" })
    else { return escaped(String(line)) }
    let plain = line[place...].map { digit in
      digits.firstIndex(of: digit).map(String.init) ?? "\u{2212}"
    }.joined()
    return escaped(String(line[..<place]))
      + "<tspan dy=\"-0.35em\" font-size=\"70%\">\(plain)</tspan>"
  }
}

/// How a text looks.
package struct TextStyle: Hashable, Sendable {
  /// In points.
  package var size: Double
  /// The color of the letters.
  package var color: PlotColor
  /// Whether letters are bold; their room is reckoned as that of usual ones.
  package var isBold: Bool
  /// Whether letters are slanted.
  package var isItalic = false
  /// The font's name or kind, such as `monospace`; nil for the usual one.
  package var family: String?

  /// Matplotlib's usual text: 10 points and black.
  package init(size: Double = 10, color: PlotColor = .black, isBold: Bool = false) {
    (self.size, self.color, self.isBold) = (size, color, isBold)
  }
}
