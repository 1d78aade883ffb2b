/// A figure on its page: where axes lie, then axes one by one.
struct FigureDrawing {
  /// What ids begin with; no text of a figure can hold it.
  static let prefix = "p\u{1}-"
  private let layout: FigureLayout

  init(_ figure: PlotFigure) {
    let tight = figure.isTight ? TightLayout(figure, PlotRoom()).spacing : nil
    layout = FigureLayout(figure: figure, spacing: tight ?? figure.spacing)
  }

  var text: String {
    var body = SVGText()
    draw(on: &body)
    let whole = PageRectangle(x: 0, y: 0, width: layout.width, height: layout.height)
    // Notebooks show what is drawn, and a tenth of an inch around.
    let page = body.bounds?.padded(7.2) ?? whole
    var svg = SVGText()
    let n = SVGText.number
    let scale = layout.figure.dotsPerInch / 100
    let size = "width=\"\(n(page.width * scale))pt\" height=\"\(n(page.height * scale))pt\""
    let view = "viewBox=\"\(n(page.x)) \(n(page.y)) \(n(page.width)) \(n(page.height))\""
    let font = "font-family=\"DejaVu Sans, Verdana, sans-serif\""
    svg.add("<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) \(view) \(font) role=\"img\">")
    let words = layout.figure.words
    if !words.isEmpty { svg.add("<title>\(SVGText.escaped(words))</title>") }
    svg.rectangle(page.x, page.y, page.width, page.height, fill: layout.figure.face)
    svg.add(body)
    svg.add("</svg>")
    return svg.text
  }

  /// Begins axes; the place helps readers of the file.
  private func open(_ frame: PageRectangle, on svg: inout SVGText) {
    let numbers = [frame.x, frame.y, frame.width, frame.height].map(SVGText.number)
    svg.add("<g class=\"axes\" data-frame=\"\(numbers.joined(separator: " "))\">")
  }

  private func draw(on svg: inout SVGText) {
    let figure = layout.figure
    for (index, axes) in figure.axes.enumerated() {
      let frame = layout.frame(of: axes)
      open(frame, on: &svg)
      AxesDrawing(axes, frame, id: "\(Self.prefix)\(index)").draw(on: &svg)
      svg.add("</g>")
      guard let bar = axes.bar else { continue }
      let room = layout.frame(of: bar, beside: axes)
      open(room, on: &svg)
      ColorbarDrawing(bar, room, axes.look).draw(on: &svg)
      svg.add("</g>")
    }
    for text in figure.texts {
      let place = (x: text.x * layout.width, y: (1 - text.y) * layout.height)
      ArtistDrawing.draw(text, at: place, on: &svg)
    }
    if let title = figure.title {
      svg.text(
        title.text, layout.width / 2, layout.height * (1 - title.y), style: title.style,
        .init(horizontal: "center", vertical: "top"))
    }
  }
}
