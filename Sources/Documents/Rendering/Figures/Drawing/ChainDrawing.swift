internal import Diagnostics
internal import RunRecords

/// Boxes one below the other with arrows between them, narrow enough for a telephone.
struct ChainDrawing: PanelDrawing {
  let chain: Figure.Chain
  let title: String
  let language: Language
  let extent: Extent
  private let top: Double
  private let links: [Figure.Chain.Link]

  private static let width = 320.0
  private static let height = 50.0
  private static let gap = 20.0
  private static let inset = 12.0
  /// More boxes than this aren't readable, and a hostile record may have any number.
  private static let most = 512

  init(_ chain: Figure.Chain, title: String?, language: Language) {
    self.chain = chain
    self.title = title ?? ""
    self.language = language
    links = Array(chain.links.prefix(Self.most))
    top = title == nil ? 0 : 30
    extent = Extent(
      width: Self.width,
      height: top + max(0, Double(links.count) * (Self.height + Self.gap) - Self.gap))
  }

  func draw(on canvas: inout Canvas) {
    canvas.label(title, x: Self.width / 2, y: 18, class: "cf-text cf-title cf-mid")
    for (index, link) in links.enumerated() {
      let y = top + Double(index) * (Self.height + Self.gap)
      if index > 0 { drawArrow(to: y, on: &canvas) }
      draw(link, y: y, on: &canvas)
    }
  }

  private func draw(_ link: Figure.Chain.Link, y: Double, on canvas: inout Canvas) {
    canvas.rectangle(
      x: 0, y: y, width: Self.width, height: Self.height, radius: 6, class: "cf-heat",
      opacity: 0.13)
    let (left, right) = (Self.inset, Self.width - Self.inset)
    canvas.label(cut(link.kind, 24), x: left, y: y + 21, class: "cf-text cf-title")
    canvas.label(cut(link.name ?? "", 18), x: right, y: y + 21, class: "cf-muted cf-end")
    canvas.label(cut(link.detail, 20), x: left, y: y + 40, class: "cf-text")
    canvas.label(text(link) ?? "", x: right, y: y + 40, class: "cf-muted cf-end")
  }

  private func drawArrow(to y: Double, on canvas: inout Canvas) {
    let x = Self.width / 2
    canvas.line(from: (x, y - Self.gap + 2), to: (x, y - 3), class: "cf-axis")
    canvas.line(from: (x - 4, y - 8), to: (x, y - 3), class: "cf-axis")
    canvas.line(from: (x + 4, y - 8), to: (x, y - 3), class: "cf-axis")
  }

  private func text(_ link: Figure.Chain.Link) -> String? {
    guard let value = link.value else { return nil }
    let number = NumberForm(.integer(grouped: true), in: language).text(value)
    return chain.valueLabel.isEmpty ? number : "\(number) \(chain.valueLabel)"
  }

  private func cut(_ text: String, _ most: Int) -> String {
    let line = PlainCharacters.oneLine(text)
    return line.count > most ? line.prefix(most - 1) + "…" : line
  }
}
