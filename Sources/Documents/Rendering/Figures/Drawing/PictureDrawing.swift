internal import Diagnostics
internal import RunRecords

/// A small picture, enlarged with crisp pixels, and the lines below it.
struct PictureDrawing: PanelDrawing {
  let picture: Figure.Picture
  let title: String
  let extent: Extent
  /// How many of the eight bits of a channel are kept.
  let bits: Int
  private let lines: [String]
  private let scale: Double
  private let top: Double

  init(_ picture: Figure.Picture, title: String?, bits: Int) {
    self.picture = picture
    self.title = title ?? ""
    self.bits = bits
    let longest = Double(max(1, picture.width, picture.height))
    scale = longest >= 96 ? 96 / longest : (96 / longest).rounded(.down)
    let width = max(108, Double(picture.width) * scale + 8)
    lines = TextExtent.wrap(picture.caption ?? "", width: width + 4, size: 12, most: 3)
    top = title == nil ? 4 : 22
    extent = Extent(
      width: width, height: top + Double(picture.height) * scale + 6 + Double(lines.count) * 14)
  }

  func draw(on canvas: inout Canvas) {
    let middle = extent.width / 2
    let width = Double(picture.width) * scale
    let height = Double(picture.height) * scale
    canvas.label(title, x: middle, y: 15, class: "cf-text cf-mid")
    if picture.isConsistent {
      canvas.group(x: middle - width / 2, y: top, scale: scale) {
        $0.open(class: "cf-px")
        PixelPaths(picture, bits: bits).draw(on: &$0)
        $0.close()
      }
    }
    if picture.isMarked {
      canvas.rectangle(
        x: middle - width / 2 - 2, y: top - 2, width: width + 4, height: height + 4,
        class: "cf-frame")
    }
    for (index, line) in lines.enumerated() {
      canvas.label(
        line, x: middle, y: top + height + 16 + Double(index) * 14,
        class: "cf-mid " + (picture.isMarked ? "cf-marked" : "cf-text"))
    }
  }

  var hasWords: Bool { !title.isEmpty || !lines.isEmpty }
}
