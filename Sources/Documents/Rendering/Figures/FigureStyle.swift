/// The style sheet of figures, for a file of their own and for a page.
enum FigureStyle {
  /// Sans-serif fonts that readers have; nothing is loaded.
  static let fonts =
    "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Helvetica Neue\",Arial,sans-serif"

  /// Rules that don't depend on the scheme, then the colors of both schemes.
  static let sheet =
    shapes + colors(\.light)
    + "@media screen and (prefers-color-scheme:dark){\(colors(\.dark))}"

  private static let shapes =
    ".cf{font-family:\(fonts);font-size:12px}"
    + ".cf-title{font-size:14px;font-weight:600}"
    + ".cf-mid{text-anchor:middle}.cf-end{text-anchor:end}"
    + ".cf-grid,.cf-axis{fill:none;stroke-width:1;shape-rendering:crispEdges}"
    + ".cf-line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}"
    + ".cf-dash{stroke-dasharray:6 5}.cf-frame{fill:none;stroke-width:2.5}"
    + ".cf-px{fill:none;stroke-width:1;shape-rendering:crispEdges}"

  private static func colors(_ scheme: KeyPath<SchemeColor, String>) -> String {
    func color(_ color: SchemeColor) -> String { color[keyPath: scheme] }
    let series = Palette.series.enumerated().map {
      ".cf-s\($0){stroke:\(color($1))}.cf-f\($0){fill:\(color($1))}"
    }
    return ".cf-bg{fill:\(color(Palette.background))}.cf-text{fill:\(color(Palette.text))}"
      + ".cf-muted{fill:\(color(Palette.muted))}.cf-grid{stroke:\(color(Palette.line))}"
      + ".cf-axis{stroke:\(color(Palette.axis))}.cf-frame{stroke:\(color(Palette.mark))}"
      + ".cf-marked{fill:\(color(Palette.mark))}.cf-heat{fill:\(color(Palette.heat))}"
      + ".cf-on{fill:\(color(Palette.onHeat))}" + series.joined()
  }
}
