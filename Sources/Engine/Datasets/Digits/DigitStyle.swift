/// One way of writing a digit: the strokes of the pen, before any hand's deviation.
struct DigitStyle: Sendable {
  /// How often the style is taken, in proportion to the others of its digit.
  let weight: Int
  /// The points each stroke passes through, in percent of the digit's height, y downwards.
  ///
  /// The curve through them is smooth; a point given twice in a row is a corner.
  let strokes: [[SIMD2<Float>]]

  /// A style from strokes written as x, y, x, y, ...
  init(weight: Int = 1, _ strokes: [Float]...) {
    self.weight = weight
    self.strokes = strokes.map { stroke in
      stride(from: 0, to: stroke.count - 1, by: 2).map { SIMD2(stroke[$0], stroke[$0 + 1]) }
    }
  }
}
