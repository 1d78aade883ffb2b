/// A hand that writes one digit its own way: the style's strokes, deviated, scaled and placed.
struct DigitHand {
  private var draws: DigitDraws
  /// The digit that the hand writes.
  let label: Int
  /// Half the width of the strokes' soft edge in pixels.
  let blur: Float
  /// The brightest value of a pixel.
  let ink: Float
  private let radius: Float

  /// The hand of the example `index`.
  init(index: Int) {
    draws = DigitDraws(index: index)
    label = draws.number(below: 10)
    blur = draws.uniform(0.55, 0.95)
    ink = draws.uniform(225, 256).rounded(.down)
    radius = 1.25 + draws.around(0.95)
  }

  /// The strokes of the digit as pieces in pixels, placed on the canvas.
  mutating func write() -> [DigitSegment] {
    let style = chooseStyle()
    // One hand in eight is clumsy.
    let wobble: Float = draws.number(below: 8) == 0 ? 17 : 10
    let strokes = style.strokes.map { deviate($0, by: wobble) }
    let form = DigitForm(draws: &draws)
    var segments: [DigitSegment] = []
    for stroke in strokes { trace(stroke.map(form.place), into: &segments) }
    fit(&segments)
    return segments
  }

  private mutating func chooseStyle() -> DigitStyle {
    let styles = DigitStyles.all[label]
    var rest = draws.number(below: styles.reduce(0) { $0 + $1.weight })
    for style in styles {
      if rest < style.weight { return style }
      rest -= style.weight
    }
    return styles[0]
  }

  /// Moves each point at random, the two of a corner together, and the stroke as a whole.
  private mutating func deviate(_ stroke: [SIMD2<Float>], by wobble: Float) -> [SIMD2<Float>] {
    let shift = SIMD2(draws.around(wobble * 0.6), draws.around(wobble * 0.6))
    var offset = SIMD2<Float>()
    return stroke.indices.map { index in
      if index == 0 || stroke[index] != stroke[index - 1] {
        offset = shift + SIMD2(draws.around(wobble), draws.around(wobble))
      }
      return stroke[index] + offset
    }
  }

  /// Cuts the curve through the points (Catmull and Rom 1974) into straight pieces.
  private mutating func trace(_ points: [SIMD2<Float>], into segments: inout [DigitSegment]) {
    let pressure = radius * draws.around(0.45)
    let pieces = 5
    let total = Float(pieces * (points.count - 1))
    func width(_ step: Int) -> Float {
      max(radius + pressure * (Float(step) / total - 0.5), 0.4)
    }
    var step = 0
    for index in 1..<points.count {
      let (from, to) = (points[index - 1], points[index])
      step += pieces
      if from == to { continue }
      let before = index > 1 ? points[index - 2] : from
      let after = index + 1 < points.count ? points[index + 1] : to
      var last = from
      for piece in 1...pieces {
        let next = Self.curve(before, from, to, after, Float(piece) / Float(pieces))
        let mark = step - pieces + piece
        segments.append(
          DigitSegment(start: last, end: next, startRadius: width(mark - 1), endRadius: width(mark))
        )
        last = next
      }
    }
  }

  private static func curve(
    _ before: SIMD2<Float>, _ from: SIMD2<Float>, _ to: SIMD2<Float>, _ after: SIMD2<Float>,
    _ part: Float
  ) -> SIMD2<Float> {
    let first = (to - before) * 0.5
    let second = (after - from) * 0.5
    let cubic = (from - to) * 2 + first + second
    let square = (to - from) * 3 - first * 2 - second
    return ((cubic * part + square) * part + first) * part + from
  }

  /// Scales the digit to a box of about 20 pixels and brings its center of mass to the middle.
  private mutating func fit(_ segments: inout [DigitSegment]) {
    var (low, high) = (segments[0].start, segments[0].start)
    var (mass, center) = (Float(0), SIMD2<Float>())
    for segment in segments {
      low = pointwiseMin(low, pointwiseMin(segment.start, segment.end))
      high = pointwiseMax(high, pointwiseMax(segment.start, segment.end))
      let along = segment.end - segment.start
      let length = (along.x * along.x + along.y * along.y).squareRoot()
      mass += length
      center += (segment.start + segment.end) * (length * 0.5)
    }
    center /= max(mass, 1e-6)
    let extent = max(high.x - low.x, high.y - low.y, 1)
    let scale = (20 - 2 * radius + draws.around(2.4)) / extent
    let jitter = SIMD2(draws.around(2.2), draws.around(2.2))
    // The strokes, with their width and edge, stay a pixel off the border.
    let margin = 1 + radius * 1.25 + blur
    let middle = Float(DigitCanvas.side) / 2
    var place = SIMD2(repeating: middle) + jitter - center * scale
    place = pointwiseMax(place, SIMD2(repeating: margin) - low * scale)
    place = pointwiseMin(
      place, SIMD2(repeating: Float(DigitCanvas.side) - margin) - high * scale)
    for index in segments.indices {
      segments[index].start = segments[index].start * scale + place
      segments[index].end = segments[index].end * scale + place
    }
  }
}
