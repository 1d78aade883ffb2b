#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where ticks stand: Matplotlib's `MaxNLocator`.
enum TickLocator {
  /// The steps that axes have by themselves, those that a program's own locator has, and those of
  /// `matshow`.
  static let usual = [1, 2, 2.5, 5, 10]
  static let many = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
  static let plain = [1.0, 2, 5, 10]

  /// How ticks are chosen.
  struct Rule {
    /// At most so many, and so many ticks at least.
    var intervals: Int
    var least = 2
    var steps = usual
    var areWhole = false
  }

  /// The ticks inside of a view.
  static func ticks(from low: Double, to high: Double, _ rule: Rule) -> [Double] {
    let (first, last) = (min(low, high), max(low, high))
    let slack = (last - first) * 1e-10
    return around(first, last, rule).filter { $0 >= first - slack && $0 <= last + slack }
  }

  /// The ticks inside of a view and the next ones beyond its ends.
  static func around(_ low: Double, _ high: Double, _ rule: Rule) -> [Double] {
    guard high > low, low.isFinite, high.isFinite, (high - low).isFinite else { return [low] }
    var rule = rule
    rule.intervals = max(1, min(rule.intervals, 1000))
    let (scale, offset) = scaleRange(low, high, rule.intervals)
    let (first, last) = (low - offset, high - offset)
    let extended = rule.steps.dropLast().map { $0 / 10 } + rule.steps + [10 * rule.steps[1]]
    var steps = extended.map { $0 * scale }
    if rule.areWhole { steps = steps.filter { $0 < 1 || abs($0 - $0.rounded()) < 0.001 } }
    let rough = (last - first) / Double(rule.intervals)
    var place = steps.firstIndex { $0 >= rough } ?? steps.count - 1
    let areEnough = last.rounded(.down) - first.rounded(.up) >= Double(rule.least - 1)
    // The smallest step that leaves few enough intervals, but enough ticks.
    while place >= 0 {
      let step = rule.areWhole && areEnough ? max(1, steps[place]) : steps[place]
      let start = (first / step + 1e-10).rounded(.down) * step
      // Steps of numbers that hardly differ can be 0.
      let count = ((last - start) / step - 1e-10).rounded(.up)
      guard count < 1e6 else { return [low, high] }
      let ticks = (0...max(Int(count), 0)).map { Double($0) * step + start + offset }
      let inside = ticks.count { $0 >= low - 1e-10 * step && $0 <= high + 1e-10 * step }
      if inside >= rule.least { return ticks }
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

  /// Multiples of a number inside of a view; none where they would be more than a thousand.
  static func multiples(of base: Double, from low: Double, to high: Double) -> [Double] {
    let (first, last) = ((low / base - 1e-9).rounded(.up), (high / base + 1e-9).rounded(.down))
    guard first <= last, last - first < 1000 else { return [] }
    return stride(from: first, through: last, by: 1).map { $0 * base }
  }

  /// Whole powers of ten inside of a view, every one or every second and so on.
  static func powers(from low: Double, to high: Double, intervals: Int) -> [Double] {
    guard low > 0, high > low else { return [] }
    let (first, last) = (
      Int((log10(low) - 1e-9).rounded(.up)), Int((log10(high) + 1e-9).rounded(.down))
    )
    guard first <= last, last - first < 700 else { return [] }
    let step = (last - first + 1) / (max(intervals, 2) + 1) + 1
    let start = Int((Double(first) / Double(step)).rounded(.up)) * step
    return stride(from: start, through: last, by: step).map { pow(10, Double($0)) }
  }

  /// Twice to nine times the powers of ten in a view of fewer than ten powers.
  static func betweenPowers(from low: Double, to high: Double) -> [Double] {
    guard low > 0, high > low,
      log10(high).rounded(.down) - log10(low).rounded(.up) + 1 < 10
    else { return [] }
    let (first, last) = (Int(log10(low).rounded(.down)), Int(log10(high).rounded(.down)))
    return (first...last).flatMap { power in (2...9).map { Double($0) * pow(10, Double(power)) } }
      .filter { $0 >= low && $0 <= high }
  }

  /// Matplotlib's `AutoMinorLocator`: five parts where a step is 1, 2.5, 5 or 10, else four.
  static func between(_ places: [Double], _ low: Double, _ high: Double) -> [Double] {
    guard places.count > 1, let first = places.first else { return [] }
    let step = places[1] - first
    let mantissa = step / pow(10, log10(step).rounded(.down))
    let isFive = [1, 2.5, 5, 10].contains { abs($0 - mantissa) < 1e-6 }
    let parts = isFive ? 5 : 4
    let small = step / Double(parts)
    guard small > 0, abs((low - first) / small) < 1e6, abs((high - first) / small) < 1e6 else {
      return []
    }
    let (start, end) = (Int(((low - first) / small).rounded(.up)), Int((high - first) / small))
    guard start <= end, end - start < 10_000 else { return [] }
    return (start...end).filter { $0 % parts != 0 }.map { first + Double($0) * small }
  }
}
