#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Maps values to pixels along one axis, and says where the ticks stand.
struct Scale {
  let low: Double
  let high: Double
  /// The distance between ticks: 1, 2 or 5 times a power of ten.
  let step: Double
  let start: Double
  let end: Double

  /// - Parameters:
  ///   - isWhole: whether ticks stand at whole numbers only (epochs).
  ///   - isTight: whether the axis ends at the values rather than at ticks.
  init(
    values: [Double], from start: Double, to end: Double, ticks: Int, isWhole: Bool = false,
    isTight: Bool = false
  ) {
    let finite = values.filter { $0.isFinite && abs($0) < 1e300 }
    var low = finite.min() ?? 0
    var high = finite.max() ?? 1
    if high - low < 1e-12 * max(1, abs(low), abs(high)) {
      let margin = isWhole ? 1 : max(abs(low) * 0.1, 0.01)
      (low, high) = (low - margin, high + margin)
    }
    var step = Self.niceStep(for: high - low, ticks: ticks)
    if isWhole { step = max(1, step.rounded()) }
    self.step = step
    self.low = isTight ? low : (low / step).rounded(.down) * step
    self.high = isTight ? high : (high / step).rounded(.up) * step
    self.start = start
    self.end = end
  }

  /// The pixel of a value.
  func position(_ value: Double) -> Double {
    start + (value - low) / (high - low) * (end - start)
  }

  var ticks: [Double] {
    let first = Int((low / step - 1e-6).rounded(.up))
    let last = Int((high / step + 1e-6).rounded(.down))
    guard first <= last, last - first < 100 else { return [] }
    return (first...last).map { Double($0) * step }
  }

  /// How many digits after the point tell neighboring ticks apart.
  var digits: Int { max(0, min(12, -Int(log10(step).rounded(.down)))) }

  private static func niceStep(for span: Double, ticks: Int) -> Double {
    let raw = span / Double(max(1, ticks))
    let power = pow(10, log10(raw).rounded(.down))
    let factor = [1.0, 2, 5, 10].first { $0 * power >= raw * 0.9 } ?? 10
    return factor * power
  }
}
