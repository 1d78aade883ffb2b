/// The sign of a number.
enum Sign {
  /// 1, -1 or 0; NaN stays NaN.
  static func of(_ value: Float) -> Float { value > 0 ? 1 : value < 0 ? -1 : value * 0 }
}
