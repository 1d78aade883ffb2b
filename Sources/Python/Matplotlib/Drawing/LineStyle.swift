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
package struct LineFormat: Sendable {
  /// Nil where the text names none.
  package var color: PlotColor?
  /// The color as the text names it.
  package var colorName: String?
  /// `-`, `--`, `-.` or `:`; nil where the text names none, empty where it has a marker alone.
  package var style: String?
  /// Matplotlib's letter; nil where the text names none.
  package var marker: String?

  /// Nil for what is no format.
  package init?(_ text: String) {
    var rest = Substring(text)
    if let whole = PlotColor(text), Double(text) == nil {
      (color, colorName) = (whole, text)
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
        colorName = String(rest.prefix(2))
        color = PlotColor(String(rest.prefix(2)))
        rest = rest.dropFirst(2)
      } else if "bgrcmykw".contains(first) {
        colorName = String(first)
        color = PlotColor(String(first))
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    if marker != nil, style == nil { style = "" }
  }
}
