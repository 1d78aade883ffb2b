/// A piece of a stroke: straight, of a width that changes from end to end; in pixels.
struct DigitSegment {
  var start: SIMD2<Float>
  var end: SIMD2<Float>
  /// Half the stroke's width at `start` and at `end`.
  var startRadius: Float
  var endRadius: Float
}
