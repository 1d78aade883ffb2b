internal import PythonRuntime
internal import Matplotlib

/// The bins of histograms.
enum Bins {
  /// Edges that were given, or of so many equal bins.
  ///
  /// - Parameter range: the ends of all bins; nil for those of the values.
  static func edges(
    _ values: [Double], _ bins: Value, range: [Double]? = nil, _ call: Call
  ) throws(PyError) -> [Double] {
    if case .string = bins { throw call.unsupported("bins", bins) }
    if bins.smallInt == nil {
      let edges = try PlotNumbers.list(bins, call.machine)
      guard edges.count > 1, zip(edges, edges.dropFirst()).allSatisfy({ $0 <= $1 }) else {
        throw call.error("ValueError", "`bins` must increase monotonically, when an array")
      }
      return edges
    }
    let count = try call.machine.integer(bins, "bins")
    guard (1...100_000).contains(count) else {
      throw call.error("ValueError", "`bins` must be positive, when an integer")
    }
    let finite = values.filter(\.isFinite)
    var (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
    if let range, range.count == 2 { (low, high) = (range[0], range[1]) }
    if low == high { (low, high) = (low - 0.5, high + 0.5) }
    return (0...count).map { $0 == count ? high : low + (high - low) * Double($0) / Double(count) }
  }

  /// The bin of a value; the last one has its upper edge, too. Nil for values beyond all bins.
  static func place(_ value: Double, _ edges: [Double]) -> Int? {
    guard let first = edges.first, let last = edges.last, value >= first, value <= last else {
      return nil
    }
    // The last edge that isn't above the value.
    var (low, high) = (0, edges.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if edges[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}
