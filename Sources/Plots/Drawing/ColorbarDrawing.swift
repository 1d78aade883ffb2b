/// The colors of an image and the numbers that they stand for.
struct ColorbarDrawing {
  private let bar: PlotColorbar
  private let frame: Frame

  init(_ bar: PlotColorbar, _ frame: Frame) { (self.bar, self.frame) = (bar, frame) }

  func draw(on svg: inout SVGText) {
    let steps = 256
    let pixels = (0..<steps).flatMap { step -> [UInt8] in
      bar.mapping.map.color(1 - (Double(step) + 0.5) / Double(steps)).bytes + [255]
    }
    let png = PNGImage.base64(PNGImage.bytes(pixels, width: 1, height: steps))
    let n = SVGText.number
    svg.add(
      "<image x=\"\(n(frame.x))\" y=\"\(n(frame.y))\" width=\"\(n(frame.width))\" height=\"\(n(frame.height))\" preserveAspectRatio=\"none\" href=\"data:image/png;base64,\(png)\"/>"
    )
    svg.rectangle(
      frame.x, frame.y, frame.width, frame.height, stroke: .black, lineWidth: 0.8)
    let (low, high) = (bar.mapping.low, bar.mapping.high)
    guard high > low else { return }
    let ticks = TickLocator.ticks(
      from: low, to: high, intervals: max(1, min(9, Int(frame.height / 20))))
    let texts = TickText(ticks, view: (low, high))
    let right = frame.x + frame.width
    for (tick, text) in zip(ticks, texts.texts) {
      let y = frame.y + frame.height * (1 - (tick - low) / (high - low))
      svg.line(right, y, right + 3.5, y, .black, width: 0.8)
      svg.text(text, right + 7, y + 3.6, style: TextStyle())
    }
    guard let label = bar.label else { return }
    let away = texts.texts.map { TextSize.width($0, size: 10) }.max() ?? 0
    svg.text(
      label, right + 7 + away + 4 + 10, frame.y + frame.height / 2, style: TextStyle(),
      anchor: "middle", rotation: 90)
  }
}
