internal import RunRecords

/// A picture's pixels as strokes: one path a color, one stroke a run of equal pixels in a row.
///
/// The most frequent color is one rectangle behind the others.
struct PixelPaths {
  private let width: Int
  private let height: Int
  private var paths: [UInt32: String] = [:]
  private var background: UInt32 = 0

  init(_ picture: Figure.Picture, bits: Int) {
    width = picture.width
    height = picture.height
    let colors = Self.colors(picture, bits: bits)
    var counts: [UInt32: Int] = [:]
    for color in colors { counts[color, default: 0] += 1 }
    background = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    for y in 0..<height { addRow(y, colors: colors) }
  }

  func draw(on canvas: inout Canvas) {
    canvas.strokes(
      "M0 \(Canvas.number(Double(height) / 2))h\(width)", color: Self.hex(background),
      width: height)
    for color in paths.keys.sorted() {
      canvas.strokes(paths[color] ?? "", color: Self.hex(color))
    }
  }

  private mutating func addRow(_ y: Int, colors: [UInt32]) {
    var x = 0
    while x < width {
      let color = colors[y * width + x]
      var end = x + 1
      while end < width, colors[y * width + end] == color { end += 1 }
      if color != background { paths[color, default: ""] += "M\(x) \(y).5h\(end - x)" }
      x = end
    }
  }

  /// One 24-bit color a pixel, each channel rounded to `bits` bits and stretched back to eight.
  private static func colors(_ picture: Figure.Picture, bits: Int) -> [UInt32] {
    let top = UInt32(1) << UInt32(bits) - 1
    func round(_ byte: UInt8) -> UInt32 {
      ((UInt32(byte) * top + 127) / 255 * 255 + top / 2) / top
    }
    return (0..<picture.width * picture.height).map { index in
      guard picture.channels == 3 else { return round(picture.pixels[index]) * 0x010101 }
      let rgb = picture.pixels[index * 3..<index * 3 + 3].map(round)
      return rgb[0] << 16 | rgb[1] << 8 | rgb[2]
    }
  }

  private static func hex(_ color: UInt32) -> String {
    let digits = Array("0123456789abcdef")
    let pairs = stride(from: 20, through: 0, by: -4).map { digits[Int(color >> UInt32($0) & 15)] }
    let isShort = pairs[0] == pairs[1] && pairs[2] == pairs[3] && pairs[4] == pairs[5]
    return "#" + String(isShort ? [pairs[0], pairs[2], pairs[4]] : pairs)
  }
}
