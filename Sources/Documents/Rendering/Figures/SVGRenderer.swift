public import Diagnostics
public import RunRecords

/// A figure as an SVG; equal figures give equal bytes.
public struct SVGRenderer: Sendable {
  /// The language of numbers and of words that the figure itself doesn't bring.
  public var language: Language

  /// Pictures lose color depth where a figure would become larger than this.
  static let budget = 140_000

  /// Which form files have: another one wherever figures are laid out otherwise, since comparisons of lessons then go
  /// by titles.
  static let form = 2

  /// A renderer for figures of lessons in a language.
  public init(language: Language) {
    self.language = language
  }

  /// A standalone file, ended by a line break: readable on light and dark surroundings, and on a narrow screen.
  public func file(_ output: FigureOutput) -> SVGFile {
    if let drawing = output.drawing { return drawing }
    let (body, extent) = Self.within(Self.budget) { drawing(of: output.figure, bits: $0) }
    let enlargement = output.figure.isCharts ? FigurePanels.enlargement : 1
    return SVGFile(
      "<svg xmlns=\"http://www.w3.org/2000/svg\"\(Self.place(extent, enlarged: enlargement)) data-form=\"\(Self.form)\" role=\"img\" "
        + "aria-labelledby=\"f-t f-d\">\n"
        + "<title id=\"f-t\">\(Escaping.line(output.alt))</title>\n"
        + "<desc id=\"f-d\">\(Escaping.line(FigureSummary(output.figure, in: language).text))</desc>\n"
        + "<style>\(FigureStyle.sheet)</style>\n\(body)</svg>\n")
  }

  /// The panels for a page that has `FigureStyle.sheet` in its own style, one drawing each, so that they stand side
  /// by side as the page has room.
  func panels(of figure: Figure) -> String {
    let isApart = figure.columns <= 1 || figure.panels.count == 1
    let enlargement = isApart && figure.isCharts ? FigurePanels.enlargement : 1
    return Self.within(Self.budget) { bits in
      let panels = FigurePanels(figure, isApart: isApart, bits: bits, language: language).all
      let texts = panels.map { panel in
        var canvas = Canvas()
        panel.draw(on: &canvas)
        let more = panel.extent.width > FigurePanels.shrinkable ? " full" : ""
        let place = Self.place(panel.extent, enlarged: enlargement, more)
        return "<svg\(place)>\n\(canvas.text)</svg>\n"
      }
      return (texts.joined(), ())
    }.text
  }

  private static func place(
    _ extent: Extent, enlarged factor: Double, _ more: String = ""
  ) -> String {
    let n = Canvas.number
    return " class=\"cf\(more)\" viewBox=\"0 0 \(n(extent.width)) \(n(extent.height))\" "
      + "width=\"\(n(extent.width * factor))\" height=\"\(n(extent.height * factor))\""
  }

  /// What is drawn with as many bits a channel as a budget of bytes leaves.
  private static func within<Facts>(
    _ budget: Int, _ draw: (_ bits: Int) -> (text: String, Facts)
  ) -> (text: String, Facts) {
    var drawn = draw(8)
    for bits in [6, 5, 4, 3] where drawn.text.utf8.count > budget { drawn = draw(bits) }
    return drawn
  }

  private func drawing(of figure: Figure, bits: Int) -> (text: String, Extent) {
    let layout = PanelGrid(figure, bits: bits, language: language)
    let extent = layout.extent
    var canvas = Canvas()
    canvas.rectangle(
      x: 0, y: 0, width: extent.width, height: extent.height, radius: 8, class: "cf-bg")
    layout.draw(on: &canvas)
    return (canvas.text, extent)
  }
}
