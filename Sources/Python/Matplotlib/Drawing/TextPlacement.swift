#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where a text stands: Matplotlib's rules for boxes of lines that are aligned and turned.
struct TextPlacement {
  /// How a text is held at its point.
  struct Alignment {
    /// `left`, `center` or `right`.
    var horizontal = "left"
    /// `top`, `center`, `bottom`, `baseline` or `center_baseline`.
    var vertical = "baseline"
    /// In degrees, against the clock.
    var rotation = 0.0
    /// Whether it is aligned before it is turned; otherwise the box around what was turned is.
    var isAlignedFirst = false
  }

  /// The point of the first line's baseline that the SVG's `text-anchor` means.
  let origin: (x: Double, y: Double)
  /// What is around all of it.
  let box: PageRectangle
  /// The turned box, its lower left corner first.
  let corners: [(x: Double, y: Double)]

  init(
    _ text: String, size: Double, at point: (x: Double, y: Double), _ alignment: Alignment
  ) {
    let width = TextSize.width(text, size: size)
    let height = TextSize.height(text, size: size)
    let isSingle = !text.contains("\n")
    let half = isSingle ? 0 : TextSize.gap * size / 2
    let first = TextSize.ascent * size + half
    let descent = TextSize.descent * size + half
    let angle = alignment.rotation * .pi / 180
    let (c, s) = (cos(angle), sin(angle))
    // Up is positive here, the upper left corner of the box before turning the origin.
    func turned(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
      (x * c - y * s, x * s + y * c)
    }
    let plain = [(0, -height), (0, 0), (width, 0), (width, -height)]
    let around = alignment.isAlignedFirst ? plain : plain.map { turned($0.0, $0.1) }
    let (xs, ys) = (around.map { $0.0 }, around.map { $0.1 })
    let (left, right) = (xs.min() ?? 0, xs.max() ?? 0)
    let (low, high) = (ys.min() ?? 0, ys.max() ?? 0)
    // From the top to the last line's baseline.
    let baseline = height - descent
    var offset = (
      x: ["left": left, "right": right][alignment.horizontal] ?? (left + right) / 2, y: 0.0
    )
    switch alignment.vertical {
    case "top": offset.y = high
    case "bottom": offset.y = low
    case "baseline": offset.y = alignment.isAlignedFirst ? high - baseline : low + descent
    case "center_baseline": offset.y = high - baseline / 2
    default: offset.y = (low + high) / 2
    }
    if alignment.isAlignedFirst { offset = turned(offset.x, offset.y) }
    func placed(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
      let moved = turned(x, y)
      return (point.x + moved.x - offset.x, point.y - (moved.y - offset.y))
    }
    let start = ["left": 0, "right": width][alignment.horizontal] ?? width / 2
    origin = placed(start, -first)
    corners = plain.map { placed($0.0, $0.1) }
    box = PageRectangle(around: corners)
  }
}
