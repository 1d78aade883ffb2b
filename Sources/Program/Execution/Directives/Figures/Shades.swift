internal import RunRecords

/// Numbers as the greys of a picture.
struct Shades {
  /// What is black.
  let low: Float
  /// What is white.
  let high: Float

  /// From the smallest to the largest finite number.
  init(of values: [Float]) {
    var (low, high) = (Float.infinity, -Float.infinity)
    for value in values where value.isFinite { (low, high) = (min(low, value), max(high, value)) }
    (self.low, self.high) = low <= high ? (low, high) : (0, 0)
  }

  /// As far above zero as below, so that zero is the grey in the middle.
  init(around values: [Float]) {
    let largest = values.reduce(Float(0)) { $1.isFinite ? max($0, abs($1)) : $0 }
    (low, high) = (-largest, largest)
  }

  /// From zero to the largest finite number.
  init(from values: [Float]) { (low, high) = (0, max(Shades(of: values).high, 0)) }

  /// 0 for black to 1 for white; the middle where all numbers are equal, black for what is no number.
  func share(_ value: Float) -> Float {
    guard low < high else { return low == high && low == 0 && value == 0 ? 0 : 0.5 }
    return value.isNaN ? 0 : min(max((value - low) / (high - low), 0), 1)
  }

  func byte(_ value: Float) -> UInt8 { UInt8((share(value) * 255).rounded()) }
}

/// Numbers in rows and columns.
struct Map {
  let height: Int
  let width: Int
  let values: [Float]

  /// The map with other extents: between the middles of its numbers lie straight lines, beyond the outermost nothing
  /// changes (bilinear, as Keras' `Resizing` does it).
  func resized(_ height: Int, _ width: Int) -> Map {
    let (rows, columns) = (Self.taps(self.height, height), Self.taps(self.width, width))
    let resized = rows.flatMap { row in
      columns.map { column in
        let above = mix(row.first, column)
        return above + (mix(row.second, column) - above) * row.share
      }
    }
    return Map(height: height, width: width, values: resized)
  }

  private func mix(_ row: Int, _ column: Tap) -> Float {
    let left = values[row * width + column.first]
    return left + (values[row * width + column.second] - left) * column.share
  }

  private typealias Tap = (first: Int, second: Int, share: Float)

  private static func taps(_ old: Int, _ new: Int) -> [Tap] {
    (0..<new).map { place in
      let middle = (Float(place) + 0.5) * Float(old) / Float(new) - 0.5
      let inside = min(max(middle, 0), Float(old - 1))
      let first = Int(inside)
      return (first, min(first + 1, old - 1), inside - Float(first))
    }
  }

  /// A grey picture.
  func picture(_ shades: Shades, caption: String? = nil) -> Figure.Panel {
    .init(
      .picture(
        .init(
          width: width, height: height, channels: 1, pixels: values.map(shades.byte),
          caption: caption)))
  }
}
