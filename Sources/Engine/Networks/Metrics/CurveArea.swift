/// The area under a curve of rates, from threshold to threshold.
struct CurveArea: Sendable {
  enum Curve { case receiver, precision, gain }
  enum Heights { case between, larger, smaller }
  private let curve: Curve
  private let heights: Heights

  /// - Parameters:
  ///   - curve: Keras' `ROC`, `PR` or `PRGAIN`.
  ///   - heights: Keras' `interpolation`, `majoring` or `minoring`.
  init(curve: String, heights: String) {
    self.curve =
      switch curve.lowercased() {
      case "pr": .precision
      case "prgain": .gain
      default: .receiver
      }
    self.heights =
      switch heights.lowercased() {
      case "majoring": .larger
      case "minoring": .smaller
      default: .between
      }
  }

  func value(_ counts: ThresholdCounts) -> Float {
    switch (curve, heights) {
    case (.precision, .between): interpolatedPrecision(counts)
    case (.precision, _): area(x: counts.recalls, y: counts.precisions)
    case (.receiver, _): area(x: counts.fallouts, y: counts.recalls)
    case (.gain, _):
      area(
        x: gains(counts, lost: counts.falseNegatives, without: 0).map { max($0, 0) },
        y: gains(counts, lost: counts.falsePositives, without: 1))
    }
  }

  private func area(x: [Float], y: [Float]) -> Float {
    var total: Float = 0
    for (low, high) in zip(x.indices, x.indices.dropFirst()) {
      let height =
        switch heights {
        case .between: (y[low] + y[high]) / 2
        case .larger: max(y[low], y[high])
        case .smaller: min(y[low], y[high])
        }
      total += (x[low] - x[high]) * height
    }
    return total
  }

  /// Recall or precision on the scale of gains (Flach and Kull 2015).
  ///
  /// - Parameter without: what stands where there is no true positive.
  private func gains(_ counts: ThresholdCounts, lost: [Float], without: Float) -> [Float] {
    lost.indices.map { index in
      let found = counts.truePositives[index]
      let odds = ThresholdCounts.quotient(
        found + counts.falseNegatives[index],
        counts.trueNegatives[index] + counts.falsePositives[index])
      return found == 0 ? without : 1 - odds * ThresholdCounts.quotient(lost[index], found)
    }
  }

  /// Between two thresholds true and false positives go straight, of which precision is a share
  /// (Davis and Goadrich 2006).
  private func interpolatedPrecision(_ counts: ThresholdCounts) -> Float {
    let found = counts.truePositives
    let taken = zip(found, counts.falsePositives).map { $0 + $1 }
    var total: Float = 0
    for (low, high) in zip(found.indices, found.indices.dropFirst()) {
      let gained = found[low] - found[high]
      let slope = ThresholdCounts.quotient(gained, max(taken[low] - taken[high], 0))
      let offset = found[high] - slope * taken[high]
      let ratio = taken[low] > 0 && taken[high] > 0 ? taken[low] / taken[high] : 1
      total += ThresholdCounts.quotient(
        slope * (gained + offset * ScalarMath.log(ratio)),
        max(found[high] + counts.falseNegatives[high], 0))
    }
    return total
  }
}
