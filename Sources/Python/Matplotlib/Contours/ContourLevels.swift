/// The numbers at which contours are drawn.
package enum ContourLevels {
  /// Round numbers from below the least to above the greatest value.
  ///
  /// - Parameter count: about how many; Matplotlib's own is 7.
  package static func chosen(_ values: [Double], count: Int = 7) -> [Double] {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return [] }
    guard low < high else { return [low] }
    let all = TickLocator.around(
      low, high, .init(intervals: count + 1, least: 1, steps: TickLocator.many))
    let first = all.lastIndex { $0 < low } ?? 0
    let last = all.firstIndex { $0 > high }.map { $0 + 1 } ?? all.count
    return last - first < 3 ? all : Array(all[first..<last])
  }
}
