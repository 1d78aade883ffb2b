internal import CZlib

/// Pixels as the bytes of a PNG (W3C's recommendation, second edition).
enum PNGImage {
  /// - Parameter pixels: `[height, width, 4]`, red, green, blue and opacity.
  static func bytes(_ pixels: [UInt8], width: Int, height: Int) -> [UInt8] {
    var (isOpaque, isGrey) = (true, true)
    for place in stride(from: 0, to: pixels.count, by: 4) {
      let red = pixels[place]
      if red != pixels[place + 1] || red != pixels[place + 2] { isGrey = false }
      if pixels[place + 3] != 255 { isOpaque = false }
    }
    isGrey = isGrey && isOpaque
    let kept = isGrey ? 1 : isOpaque ? 3 : 4
    var rows: [UInt8] = []
    rows.reserveCapacity(height * (1 + width * kept))
    for row in 0..<height {
      rows.append(0)
      for column in 0..<width {
        let start = (row * width + column) * 4
        rows += pixels[start..<start + kept]
      }
    }
    let kind: UInt8 = isGrey ? 0 : isOpaque ? 2 : 6
    let head = big(UInt32(width)) + big(UInt32(height)) + [8, kind, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", head)
      + chunk("IDAT", deflated(rows)) + chunk("IEND", [])
  }

  private static func big(_ word: UInt32) -> [UInt8] {
    [UInt8(word >> 24), UInt8(word >> 16 & 255), UInt8(word >> 8 & 255), UInt8(word & 255)]
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + content
    return big(UInt32(content.count)) + body
      + big(UInt32(truncatingIfNeeded: crc32(0, body, UInt32(body.count))))
  }

  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(UInt(bytes.count))
    var result = [UInt8](repeating: 0, count: Int(size))
    guard compress2(&result, &size, bytes, UInt(bytes.count), 9) == 0 else { return [] }
    return Array(result.prefix(Int(size)))
  }
}
