internal import Texts

/// Collects the elements of an SVG; the only place that writes its syntax.
struct Canvas {
  private(set) var text = ""

  /// A coordinate with at most two digits after the point: enough for a screen, and the same bytes
  /// everywhere.
  static func number(_ value: Double) -> String {
    FloatText.coordinate(value, limit: 1e6)
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, radius: Double = 0, class name: String,
    opacity: Double = 1
  ) {
    let corner = radius > 0 ? " rx=\"\(Self.number(radius))\"" : ""
    let fill = opacity < 1 ? " fill-opacity=\"\(Self.number(opacity))\"" : ""
    text +=
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" "
      + "height=\"\(Self.number(height))\"\(corner) class=\"\(name)\"\(fill)/>\n"
  }

  mutating func line(from: (x: Double, y: Double), to: (x: Double, y: Double), class name: String) {
    text +=
      "<path d=\"M\(Self.number(from.x)) \(Self.number(from.y))L\(Self.number(to.x)) "
      + "\(Self.number(to.y))\" class=\"\(name)\"/>\n"
  }

  /// A line through points; each piece is drawn on its own.
  mutating func polyline(_ pieces: [[(x: Double, y: Double)]], class name: String) {
    let path = pieces.map { piece in
      "M" + piece.map { "\(Self.number($0.x)) \(Self.number($0.y))" }.joined(separator: "L")
    }.joined()
    guard !path.isEmpty else { return }
    text += "<path d=\"\(path)\" class=\"\(name)\"/>\n"
  }

  mutating func circle(x: Double, y: Double, radius: Double, class name: String) {
    text +=
      "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\" "
      + "class=\"\(name)\"/>\n"
  }

  /// One line of text with its baseline at `y`.
  mutating func label(_ words: String, x: Double, y: Double, class name: String) {
    guard !words.isEmpty else { return }
    text +=
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" class=\"\(name)\">"
      + "\(Escaping.line(words))</text>\n"
  }

  /// One line of text that reads upwards, its baseline through `x` and `y`.
  mutating func uprightLabel(_ words: String, x: Double, y: Double, class name: String) {
    guard !words.isEmpty else { return }
    let place = "\(Self.number(x)) \(Self.number(y))"
    text +=
      "<text transform=\"translate(\(place)) rotate(-90)\" class=\"\(name)\">"
      + "\(Escaping.line(words))</text>\n"
  }

  /// What `draw` draws, moved and enlarged.
  mutating func group(x: Double, y: Double, scale: Double = 1, _ draw: (inout Canvas) -> Void) {
    let enlarge = scale == 1 ? "" : " scale(\(Self.number(scale)))"
    text += "<g transform=\"translate(\(Self.number(x)) \(Self.number(y)))\(enlarge)\">\n"
    draw(&self)
    text += "</g>\n"
  }

  /// Pixels of one color as a path of horizontal strokes.
  mutating func strokes(_ path: String, color: String, width: Int = 1) {
    let thickness = width == 1 ? "" : " stroke-width=\"\(width)\""
    text += "<path stroke=\"\(color)\"\(thickness) d=\"\(path)\"/>\n"
  }

  mutating func open(class name: String) { text += "<g class=\"\(name)\">\n" }
  mutating func close() { text += "</g>\n" }
}
