/// Images whose pixels are taken from places that an affine map gives, as SciPy's
/// `ndimage.affine_transform` has it for splines of order 0 and 1.
struct AffineSampling {
  /// What stands beyond the edges, in SciPy's words.
  enum Fill: String {
    case constant, nearest, reflect, wrap
  }

  /// Rows of (row, column, 1) that give the place of a pixel of the output in the input.
  let matrix: [[Double]]
  let fill: Fill
  /// The value of constant filling.
  let value: Double
  /// 0 for the nearest pixel, 1 for what lies between the four around a place.
  let order: Int

  /// - Parameter image: `[height, width, channels]`, row-major.
  func image(_ image: [Float], height: Int, width: Int, channels: Int) -> [Float] {
    var result = [Float](repeating: 0, count: image.count)
    for row in 0..<height {
      for column in 0..<width {
        let target = (row * width + column) * channels
        guard let taps = taps(row, column, height, width) else {
          for channel in 0..<channels { result[target + channel] = Float(value) }
          continue
        }
        for channel in 0..<channels {
          var sum = 0.0
          for tap in taps { sum += Double(image[tap.pixel * channels + channel]) * tap.share }
          result[target + channel] = Float(sum)
        }
      }
    }
    return result
  }

  /// The pixels that a pixel of the output is made of; nil for a constant.
  private func taps(
    _ row: Int, _ column: Int, _ height: Int, _ width: Int
  ) -> [(pixel: Int, share: Double)]? {
    let places = matrix.map { $0[0] * Double(row) + $0[1] * Double(column) + $0[2] }
    guard let rows = line(places[0], height), let columns = line(places[1], width) else {
      return nil
    }
    return rows.flatMap { row in
      columns.map { (row.place * width + $0.place, row.share * $0.share) }
    }
  }

  /// The places along an axis and their shares.
  private func line(_ place: Double, _ length: Int) -> [(place: Int, share: Double)]? {
    let inside = mapped(place, length, fill)
    guard inside > -1 else { return nil }
    guard order > 0 else { return [(edge(Int((inside + 0.5).rounded(.down)), length), 1)] }
    let start = inside.rounded(.down)
    let share = inside - start
    return [
      (edge(Int(start), length), 1 - share), (edge(Int(start) + 1, length), share),
    ]
  }

  /// A pixel beyond the edge as the spline continues there: mirrored for modes without a continuation.
  private func edge(_ place: Int, _ length: Int) -> Int {
    if (0..<length).contains(place) { return place }
    if fill == .constant || fill == .wrap {
      if length == 1 { return 0 }
      let period = 2 * length - 2
      let inside = ((place % period) + period) % period
      return inside < length ? inside : period - inside
    }
    return Int(mapped(Double(place), length, fill))
  }

  /// A place beyond the edges brought inside; -1 for a constant.
  private func mapped(_ place: Double, _ length: Int, _ fill: Fill) -> Double {
    let last = Double(length - 1)
    if place >= 0, place <= last { return place }
    switch fill {
    case .constant: return -1
    case .nearest: return place < 0 ? 0 : last
    case .wrap:
      if length == 1 { return 0 }
      let turns = (abs(place) / last).rounded(.towardZero)
      return place < 0 ? place + last * (turns + 1) : place - last * turns
    case .reflect:
      if length == 1 { return 0 }
      let (whole, period) = (Double(length), 2 * Double(length))
      if place < 0 {
        var inside = place
        if inside < -period { inside += period * (-inside / period).rounded(.towardZero) }
        return inside < -whole ? inside + period : (inside > -1e-15 ? 1e-15 : -inside) - 1
      }
      let inside = place - period * (place / period).rounded(.towardZero)
      return inside >= whole ? period - inside - 1 : inside
    }
  }
}
