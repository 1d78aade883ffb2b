public import Diagnostics
public import RunRecords

/// A figure as an SVG; equal figures give equal bytes.
public struct SVGRenderer: Sendable {
  /// The language of numbers and of words that the figure itself doesn't bring.
  public var language: Language

  /// Pictures lose color depth where a figure would become larger than this.
  static let budget = 140_000

  /// A renderer for figures of lessons in a language.
  public init(language: Language) {
    self.language = language
  }

  /// A standalone file, ended by a line break: readable on light and dark surroundings.
  public func file(_ output: FigureOutput) -> SVGFile {
    if let drawing = output.drawing { return drawing }
    let body = drawing(of: output.figure)
    return SVGFile(
      head(output, extent: body.extent, prefix: "f", attributes: " xmlns=\"\(Self.namespace)\"")
        + "<style>\(FigureStyle.sheet)</style>\n" + body.text + "</svg>\n")
  }

  /// The same for a page that has `FigureStyle.sheet` in its own style; ids begin with `prefix`.
  ///
  /// What is drawn here becomes part of the page; a finished picture stays a file, shown as an image.
  func html(_ output: FigureOutput, prefix: String) -> String {
    if let drawing = output.drawing {
      return EmbeddedImage.html(drawing.bytes, alt: output.alt, title: "", language: language)
        + "\n"
    }
    let body = drawing(of: output.figure)
    return head(output, extent: body.extent, prefix: prefix, attributes: "") + body.text
      + "</svg>\n"
  }

  private static let namespace = "http://www.w3.org/2000/svg"

  private func head(
    _ output: FigureOutput, extent: Extent, prefix: String, attributes: String
  ) -> String {
    let width = Canvas.number(extent.width)
    let height = Canvas.number(extent.height)
    let summary = PanelGrid(output.figure, bits: 1, language: language).panels.prefix(24)
      .map(\.summary).filter { !$0.isEmpty }.joined(separator: ". ")
    return "<svg\(attributes) class=\"cf\" viewBox=\"0 0 \(width) \(height)\" "
      + "width=\"\(width)\" height=\"\(height)\" role=\"img\" "
      + "aria-labelledby=\"\(prefix)-t \(prefix)-d\">\n"
      + "<title id=\"\(prefix)-t\">\(Escaping.line(output.alt))</title>\n"
      + "<desc id=\"\(prefix)-d\">\(Escaping.line(summary))</desc>\n"
  }

  private func drawing(of figure: Figure) -> (text: String, extent: Extent) {
    var drawn = drawing(of: figure, bits: 8)
    for bits in [6, 5, 4, 3] where drawn.text.utf8.count > Self.budget {
      drawn = drawing(of: figure, bits: bits)
    }
    return drawn
  }

  private func drawing(of figure: Figure, bits: Int) -> (text: String, extent: Extent) {
    let layout = PanelGrid(figure, bits: bits, language: language)
    let extent = layout.extent
    var canvas = Canvas()
    canvas.rectangle(
      x: 0, y: 0, width: extent.width, height: extent.height, radius: 8, class: "cf-bg")
    layout.draw(on: &canvas)
    return (canvas.text, extent)
  }
}
