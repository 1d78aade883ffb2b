/// How often outputs above and below each threshold were right, in single precision as Keras counts.
struct ThresholdCounts {
  let truePositives: [Float]
  let falsePositives: [Float]
  let trueNegatives: [Float]
  let falseNegatives: [Float]

  /// - Parameters:
  ///   - truePositives: the true targets above each threshold.
  ///   - falsePositives: the false ones.
  ///   - trues: all true targets.
  ///   - falses: all false ones.
  init(truePositives: [Float], falsePositives: [Float], trues: Float, falses: Float) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    falseNegatives = truePositives.map { trues - $0 }
    trueNegatives = falsePositives.map { falses - $0 }
  }

  /// The share of true targets that lie above each threshold.
  var recalls: [Float] { zip(truePositives, falseNegatives).map { Self.share($0, $1) } }
  /// The share of outputs above each threshold whose targets are true.
  var precisions: [Float] { zip(truePositives, falsePositives).map { Self.share($0, $1) } }
  /// The share of false targets that lie below each threshold.
  var specificities: [Float] { zip(trueNegatives, falsePositives).map { Self.share($0, $1) } }
  /// The share of false targets that lie above each threshold.
  var fallouts: [Float] { zip(falsePositives, trueNegatives).map { Self.share($0, $1) } }

  /// One part of two; 0 where both are 0.
  static func share(_ part: Float, _ rest: Float) -> Float { quotient(part, part + rest) }

  /// 0 for a division by 0, as TensorFlow's `divide_no_nan`.
  static func quotient(_ number: Float, _ divisor: Float) -> Float {
    divisor == 0 ? 0 : number / divisor
  }
}
