/// The form that a hand gives to a whole digit: slant, rotation, aspect and a bend.
struct DigitForm {
  private let slant: Float
  private let aspect: Float
  private let cosine: Float
  private let sine: Float
  private let bend: SIMD2<Float>
  private let tilt: Float

  init(draws: inout DigitDraws) {
    // Most hands lean to the right.
    slant = 0.14 + draws.around(0.62)
    aspect = 1 + draws.around(0.4)
    // A rotation without sine and cosine, which differ between systems' libraries: the point of
    // the unit circle that belongs to the tangent of half the angle.
    let half = draws.around(0.2)
    let scale = 1 / (1 + half * half)
    cosine = (1 - half * half) * scale
    sine = 2 * half * scale
    bend = SIMD2(draws.around(0.7), draws.around(0.5))
    tilt = draws.around(0.5)
  }

  /// Where a point of a style comes to lie, in percent of the height, around zero.
  func place(_ point: SIMD2<Float>) -> SIMD2<Float> {
    var x = (point.x - 35) * 0.01
    var y = (point.y - 50) * 0.01
    (x, y) = (x + bend.x * y * y + tilt * x * y, y + bend.y * x * x)
    x = x * aspect - slant * y
    return SIMD2(x * cosine - y * sine, x * sine + y * cosine) * 100
  }
}
