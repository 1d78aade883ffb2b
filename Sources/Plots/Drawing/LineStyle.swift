/// How lines are broken: Matplotlib's patterns, in widths of the line.
enum LineStyle {
  static func dashes(_ style: String, width: Double) -> String {
    let pattern: [Double] =
      switch style {
      case "--", "dashed": [3.7, 1.6]
      case "-.", "dashdot": [6.4, 1.6, 1, 1.6]
      case ":", "dotted": [1, 1.65]
      default: []
      }
    return pattern.map { SVGText.number($0 * width) }.joined(separator: " ")
  }

  static func isVisible(_ style: String) -> Bool {
    !["", " ", "None", "none"].contains(style)
  }
}

/// Matplotlib's short form of a line: `r--o`.
public struct LineFormat: Sendable {
  public var color: PlotColor?
  public var style: String?
  public var marker: String?

  /// Nil for what is no format.
  public init?(_ text: String) {
    var rest = Substring(text)
    if let whole = PlotColor(text), Double(text) == nil {
      color = whole
      return
    }
    while let first = rest.first {
      if rest.hasPrefix("--") || rest.hasPrefix("-.") {
        style = String(rest.prefix(2))
        rest = rest.dropFirst(2)
      } else if first == "-" || first == ":" {
        style = String(first)
        rest = rest.dropFirst()
      } else if MarkerPath.names.contains(first) {
        marker = String(first)
        rest = rest.dropFirst()
      } else if first == "C", let digit = rest.dropFirst().first, digit.isNumber {
        color = PlotColor(String(rest.prefix(2)))
        rest = rest.dropFirst(2)
      } else if "bgrcmykw".contains(first) {
        color = PlotColor(String(first))
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    if marker != nil, style == nil { style = "" }
  }
}

/// The outlines of markers around a point.
enum MarkerPath {
  static let names = Set(".,ov^<>sp*hH+xXDd|_P1234")

  /// - Parameter size: the marker's extent in points.
  static func element(
    _ marker: String, _ x: Double, _ y: Double, size: Double, color: PlotColor
  ) -> String {
    let n = SVGText.number
    let r = size / 2
    let fill = SVGText.paint(fill: color)
    func polygon(_ points: [(Double, Double)]) -> String {
      let path = points.map { "\(n(x + $0.0 * r)) \(n(y + $0.1 * r))" }.joined(separator: "L")
      return "<path d=\"M\(path)Z\"\(fill)/>"
    }
    switch marker {
    case "o": return "<circle cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(n(r))\"\(fill)/>"
    case ".": return "<circle cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(n(r / 2))\"\(fill)/>"
    case ",": return "<circle cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"0.5\"\(fill)/>"
    case "s": return polygon([(-1, -1), (1, -1), (1, 1), (-1, 1)])
    case "^": return polygon([(0, -1), (1, 1), (-1, 1)])
    case "v": return polygon([(0, 1), (1, -1), (-1, -1)])
    case "<": return polygon([(-1, 0), (1, -1), (1, 1)])
    case ">": return polygon([(1, 0), (-1, -1), (-1, 1)])
    case "D": return polygon([(0, -1.41), (1.41, 0), (0, 1.41), (-1.41, 0)])
    case "d": return polygon([(0, -1.41), (0.85, 0), (0, 1.41), (-0.85, 0)])
    case "*", "p", "h", "H":
      return polygon([
        (0, -1), (0.22, -0.31), (0.95, -0.31), (0.36, 0.12), (0.59, 0.81), (0, 0.38),
        (-0.59, 0.81), (-0.36, 0.12), (-0.95, -0.31), (-0.22, -0.31),
      ])
    default:
      let stroke = SVGText.paint(stroke: color, width: 1)
      let path =
        marker == "x" || marker == "X"
        ? "M\(n(x - r)) \(n(y - r))L\(n(x + r)) \(n(y + r))M\(n(x - r)) \(n(y + r))L\(n(x + r)) \(n(y - r))"
        : marker == "|"
          ? "M\(n(x)) \(n(y - r))V\(n(y + r))"
          : marker == "_"
            ? "M\(n(x - r)) \(n(y))H\(n(x + r))"
            : "M\(n(x)) \(n(y - r))V\(n(y + r))M\(n(x - r)) \(n(y))H\(n(x + r))"
      return "<path d=\"\(path)\"\(stroke)/>"
    }
  }
}
