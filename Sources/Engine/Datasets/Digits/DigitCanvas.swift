internal import Memory

/// Pixels on which pieces of strokes are drawn, each pixel by its distance to the nearest.
struct DigitCanvas {
  /// The side of an image in pixels.
  static let side = 28

  /// How far inside the ink each pixel's center is, in pixels; negative outside of it.
  private var depth = [Float](repeating: Self.blank, count: side * side)
  private static let blank: Float = -100

  mutating func clear() {
    for index in depth.indices { depth[index] = Self.blank }
  }

  /// Draws a piece; visits only the pixels within `blur` of it.
  mutating func draw(_ segment: DigitSegment, blur: Float) {
    let reach = max(segment.startRadius, segment.endRadius) + blur
    let columns = Self.pixels(segment.start.x, segment.end.x, reach)
    let rows = Self.pixels(segment.start.y, segment.end.y, reach)
    let along = segment.end - segment.start
    let scale = 1 / max(along.x * along.x + along.y * along.y, 1e-6)
    let widening = segment.endRadius - segment.startRadius
    depth.withMutableElements { depth in
      for row in rows {
        let y = Float(row) + 0.5 - segment.start.y
        for column in columns {
          let x = Float(column) + 0.5 - segment.start.x
          let part = min(max((x * along.x + y * along.y) * scale, 0), 1)
          let (dx, dy) = (x - part * along.x, y - part * along.y)
          let inside = segment.startRadius + part * widening - (dx * dx + dy * dy).squareRoot()
          let index = row * Self.side + column
          if inside > depth[index] { depth[index] = inside }
        }
      }
    }
  }

  /// Appends the image, white on black, its edges `2 * blur` pixels wide.
  func append(to images: inout [UInt8], blur: Float, ink: Float) {
    let scale = 0.5 / blur
    for depth in depth {
      let part = min(max(0.5 + depth * scale, 0), 1)
      // Smooth at both ends, as a blurred edge is.
      images.append(UInt8(part * part * (3 - 2 * part) * ink + 0.5))
    }
  }

  private static func pixels(_ one: Float, _ other: Float, _ reach: Float) -> Range<Int> {
    let first = Int(max(min(one, other) - reach, 0))
    let last = Int(max(min(max(one, other) + reach, Float(side - 1)), 0))
    return first..<max(first, last + 1)
  }
}
