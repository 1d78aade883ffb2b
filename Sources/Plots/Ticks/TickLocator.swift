#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where ticks stand: Matplotlib's `AutoLocator`, steps of 1, 2, 2.5, 5 and 10.
enum TickLocator {
  /// The ticks inside of a view, at most so many intervals.
  static func ticks(from low: Double, to high: Double, intervals: Int) -> [Double] {
    let all = raw(min(low, high), max(low, high), intervals)
    let (first, last) = (min(low, high), max(low, high))
    let slack = (last - first) * 1e-10
    return all.filter { $0 >= first - slack && $0 <= last + slack }
  }

  private static func raw(_ low: Double, _ high: Double, _ intervals: Int) -> [Double] {
    guard high > low, low.isFinite, high.isFinite else { return [low] }
    let (scale, offset) = scaleRange(low, high, intervals)
    let (first, last) = (low - offset, high - offset)
    let steps = [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20].map { $0 * scale }
    let rough = (last - first) / Double(intervals)
    var place = steps.firstIndex { $0 >= rough } ?? steps.count - 1
    // The smallest step that leaves few enough intervals, but at least one tick.
    while place >= 0 {
      let step = steps[place]
      let start = (first / step + 1e-10).rounded(.down) * step
      let count = Int(((last - start) / step - 1e-10).rounded(.up))
      let ticks = (0...max(count, 0)).map { start + Double($0) * step + offset }
      let inside = ticks.count { $0 >= low - 1e-10 * step && $0 <= high + 1e-10 * step }
      if inside >= 2 { return ticks.map { clean($0, step) } }
      place -= 1
    }
    return [low, high]
  }

  /// A power of ten near an interval's length, and what is taken off numbers that hardly differ.
  private static func scaleRange(
    _ low: Double, _ high: Double, _ intervals: Int
  ) -> (scale: Double, offset: Double) {
    let extent = high - low
    let middle = (high + low) / 2
    let scale = pow(10, (log10(extent / Double(intervals))).rounded(.down))
    guard abs(middle) / extent >= 100 else { return (scale, 0) }
    let offset = pow(10, (log10(abs(middle))).rounded(.down))
    return (scale, (middle / offset).rounded(.down) * offset)
  }

  /// Without the dust of repeated addition.
  private static func clean(_ value: Double, _ step: Double) -> Double {
    let digits = max(0, Int((-log10(step)).rounded(.up)) + 2)
    let scale = pow(10, Double(min(digits, 15)))
    return (value * scale).rounded() / scale
  }

  /// Whole powers of ten inside of a view.
  static func powers(from low: Double, to high: Double) -> [Double] {
    guard low > 0, high > low else { return [] }
    let (first, last) = (Int(log10(low).rounded(.up)), Int(log10(high).rounded(.down)))
    guard first <= last, last - first < 400 else { return [] }
    return (first...last).map { pow(10, Double($0)) }
  }
}
