/// The windows of a column: for each row the rows of which its number is made.
struct ColumnWindows {
  /// The first row of each window, and the one behind its last.
  private let starts, ends: [Int]
  /// How many values a window must have for a number.
  private let least: Int

  /// Windows of one size that end at their row, or have it in their middle.
  ///
  /// - Parameters:
  ///   - count: the rows of the column.
  ///   - size: the rows of a window; nil for all rows up to its own.
  init(count: Int, size: Int?, isCentered: Bool, least: Int) {
    let size = size ?? count
    let offset = isCentered ? (size - 1) / 2 : 0
    ends = (0..<count).map { min(max($0 + 1 + offset, 0), count) }
    starts = (0..<count).map { min(max($0 + 1 + offset - min(size, count + offset), 0), count) }
    self.least = least
  }

  /// A number of each window, by what sums values up as they come and go.
  func numbers<Sum: MovingSum>(_ values: [Double], _ empty: Sum) -> [Double] {
    var sum = empty
    return values.indices.map { row in
      var isFresh = row == 0 || starts[row] >= ends[row - 1]
      if !isFresh {
        for leaving in starts[row - 1]..<starts[row] { sum.remove(values[leaving]) }
        for coming in ends[row - 1]..<ends[row] { sum.add(values[coming]) }
        isFresh = sum.isUnstable
      }
      if isFresh {
        sum = empty
        for coming in starts[row]..<ends[row] { sum.add(values[coming]) }
        sum.settle()
      }
      return sum.number(least: least)
    }
  }

  /// A number of each window of which no sum is kept, such as its greatest value; NaN where it has too few.
  func numbers(_ values: [Double], _ number: ([Double]) -> Double) -> [Double] {
    values.indices.map { row in
      let present = values[starts[row]..<ends[row]].filter { !$0.isNaN }
      return present.isEmpty || present.count < least ? .nan : number(present)
    }
  }

  /// How many values each window has.
  func counts(_ values: [Double]) -> [Double] {
    values.indices.map { row in
      let window = values[starts[row]..<ends[row]]
      return window.count < least ? .nan : Double(window.count { !$0.isNaN })
    }
  }
}

/// What a window's number is made of while values come and go; NaN is no value.
protocol MovingSum {
  mutating func add(_ value: Double)
  mutating func remove(_ value: Double)
  /// The window's number; NaN where it has fewer values.
  func number(least: Int) -> Double
  /// Whether too many digits were lost, so that the window has to be summed anew.
  var isUnstable: Bool { get }
  /// After a window was summed anew.
  mutating func settle()
}

/// The sum of a window, or its mean, with Kahan's compensation for what comes and for what goes, as pandas keeps it.
struct MovingTotal: MovingSum {
  /// Whether the number is the mean.
  let isMean: Bool
  private var (sum, added, removed) = (0.0, 0.0, 0.0)
  private var (count, negatives, equals) = (0, 0, 0)
  private var last = Double.nan

  init(isMean: Bool) { self.isMean = isMean }

  private mutating func take(_ value: Double, _ lost: inout Double, _ step: Int) {
    let due = value - lost
    let total = sum + due
    lost = total - sum - due
    sum = total
    count += step
  }

  mutating func add(_ value: Double) {
    guard !value.isNaN else { return }
    var lost = added
    take(value, &lost, 1)
    added = lost
    negatives += value.sign == .minus ? 1 : 0
    equals = value == last ? equals + 1 : 1
    last = value
  }

  mutating func remove(_ value: Double) {
    guard !value.isNaN else { return }
    var lost = removed
    take(-value, &lost, -1)
    removed = lost
    negatives -= value.sign == .minus ? 1 : 0
  }

  func number(least: Int) -> Double {
    guard count >= least, count > 0 || (!isMean && least == 0) else { return .nan }
    let isConstant = equals >= count
    guard isMean else { return count == 0 ? 0 : isConstant ? last * Double(count) : sum }
    if isConstant { return last }
    let mean = sum / Double(count)
    // A mean has the sign of its values, whatever rounding left.
    let isWrong = (negatives == 0 && mean < 0) || (negatives == count && mean > 0)
    return isWrong ? 0 : mean
  }

  var isUnstable: Bool { false }
  mutating func settle() {}
}

/// The variance of a window, by Welford's method with compensation, as pandas keeps it.
struct MovingVariance: MovingSum {
  /// What is subtracted from the number of values.
  let freedom: Int
  private var (mean, squares, added, removed) = (0.0, 0.0, 0.0, 0.0)
  private var count = 0
  private(set) var isUnstable = false

  init(freedom: Int) { self.freedom = freedom }

  /// Where so little of the squares is left, hardly three digits are right.
  private static let tolerance = Double.ulpOfOne * 1e3

  mutating func add(_ value: Double) {
    guard !value.isNaN else { return }
    let before = squares
    count += 1
    let (center, step) = shift(by: value, &added)
    mean += step / Double(count)
    squares += (value - center) * (value - mean)
    isUnstable = isUnstable || before * Self.tolerance > squares
  }

  mutating func remove(_ value: Double) {
    guard !value.isNaN else { return }
    let before = squares
    count -= 1
    guard count > 0 else {
      (mean, squares) = (0, 0)
      return
    }
    let (center, step) = shift(by: value, &removed)
    mean -= step / Double(count)
    squares -= (value - center) * (value - mean)
    isUnstable = isUnstable || before * Self.tolerance > squares
  }

  private func shift(by value: Double, _ lost: inout Double) -> (center: Double, step: Double) {
    let (center, due) = (mean - lost, value - lost)
    let step = due - mean
    lost = step + mean - due
    return (center, step)
  }

  func number(least: Int) -> Double {
    guard count >= max(least, 1), count > freedom else { return .nan }
    return count == 1 ? 0 : squares / Double(count - freedom)
  }

  mutating func settle() { isUnstable = false }
}
