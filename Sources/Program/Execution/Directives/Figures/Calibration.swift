/// How often predictions are right, by how sure they are: a reliability diagram's numbers.
struct Calibration {
  /// Predictions whose confidence lies in one part of the range.
  struct Bin: Equatable {
    var count = 0
    /// Sums over the predictions.
    fileprivate var sure = 0.0
    fileprivate var right = 0

    /// The mean confidence; NaN without predictions.
    var confidence: Double { sure / Double(count) }
    /// The share of right ones; NaN without predictions.
    var accuracy: Double { Double(right) / Double(count) }
  }

  /// Equal parts of 0…1; a confidence on an edge belongs to the part below it, as in scikit-learn's `calibration_curve`.
  private(set) var bins: [Bin]

  /// - Parameters:
  ///   - confidences: how probable each prediction was held to be.
  ///   - hits: whether each was right.
  init(confidences: [Double], hits: [Bool], bins count: Int) {
    bins = [Bin](repeating: Bin(), count: count)
    let edges = (1..<count).map { Double($0) * (1 / Double(count)) }
    for (confidence, isRight) in zip(confidences, hits) where confidence.isFinite {
      let place = edges.firstIndex { confidence <= $0 } ?? count - 1
      bins[place].count += 1
      bins[place].sure += confidence
      bins[place].right += isRight ? 1 : 0
    }
  }

  var total: Int { bins.map(\.count).reduce(0, +) }

  /// The expected calibration error: how far accuracy and confidence lie apart, each bin as heavy as its predictions.
  var error: Double {
    let filled = bins.filter { $0.count > 0 }
    let sum = filled.reduce(0) { $0 + Double($1.count) * abs($1.accuracy - $1.confidence) }
    return total > 0 ? sum / Double(total) : 0
  }
}
