internal import PythonRuntime

/// How often each label was taken for each: the cells of a confusion matrix.
struct ClassCounts {
  let labels: [ClassLabel]
  /// `[true, said]`.
  private(set) var cells: [Double]
  let areWhole: Bool
  /// The labels as tables name them.
  let names: [String]
  var size: Int { labels.count }

  /// More classes than any lesson has; their counts are a matrix.
  private static let limit = 5000

  /// The counts of a call's `y_true` and `y_pred`, of the labels that it names or of all.
  init(_ call: Call) throws(PyError) {
    let targets = try ClassTargets(call)
    guard targets.kind != .indicator else {
      throw call.error("ValueError", "multilabel-indicator is not supported")
    }
    let named = try targets.named(call)
    labels = named ?? targets.labels
    names = labels.map { targets.name($0) }
    areWhole = targets.weighsWhole
    guard labels.count <= Self.limit else {
      throw call.error(
        "MemoryError", "\(call.name)() of \(labels.count) classes takes too much memory")
    }
    if let named {
      guard !named.isEmpty else {
        throw call.error("ValueError", "'labels' should contains at least one label.")
      }
      let occurring = Set(targets.truth.map { targets.labels[$0[0]] })
      guard named.contains(where: occurring.contains) else {
        throw call.error("ValueError", "At least one label specified must be in y_true")
      }
    }
    var places: [ClassLabel: Int] = [:]
    for (place, label) in labels.enumerated() { places[label] = place }
    let own = targets.labels.map { places[$0] }
    cells = [Double](repeating: 0, count: labels.count * labels.count)
    for (sample, weight) in targets.weights.enumerated() {
      guard let row = own[targets.truth[sample][0]], let column = own[targets.said[sample][0]]
      else { continue }
      cells[row * labels.count + column] += weight
    }
  }

  /// Shares of rows, columns or all; rows and columns without any count are zeros.
  func shares(_ form: String) -> [Double] {
    cells.enumerated().map { place, count in
      let total =
        form == "true"
        ? cells[place / size * size..<(place / size + 1) * size].reduce(0, +)
        : form == "pred"
          ? (0..<size).reduce(0) { $0 + cells[$1 * size + place % size] } : cells.reduce(0, +)
      return total == 0 ? 0 : count / total
    }
  }
}
