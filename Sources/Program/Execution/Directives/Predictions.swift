/// A model's outputs for a list of examples, and what they mean.
struct Predictions: Sendable {
  let classNames: [String]
  let truths: [Int]
  /// The class with the largest output, for each example.
  let guesses: [Int]
  /// `[examples, outputs]`.
  private let outputs: [Float]
  private let width: Int

  init(classNames: [String], truths: [Int], outputs: [Float]) {
    self.classNames = classNames
    self.truths = truths
    self.outputs = outputs
    width = truths.isEmpty ? 0 : outputs.count / truths.count
    let columns = width
    guesses = truths.indices.map { row in
      guard columns > 1 else { return outputs[row] > 0.5 ? 1 : 0 }
      let start = row * columns
      return (0..<columns).max { outputs[start + $0] < outputs[start + $1] } ?? 0
    }
  }

  var tally: PredictionTally {
    PredictionTally(classNames: classNames, truths: truths, guesses: guesses)
  }

  /// The output for a class; for a single output, the probability of either class.
  func probability(_ row: Int, of label: Int) -> Double {
    if width == 1 { return Double(label == 1 ? outputs[row] : 1 - outputs[row]) }
    return label < width ? Double(outputs[row * width + label]) : 0
  }

  /// How probable each example's predicted class is.
  var confidences: [Double] { truths.indices.map { probability($0, of: guesses[$0]) } }

  /// Whether each example's class was predicted.
  var hits: [Bool] { zip(truths, guesses).map { $0 == $1 } }

  /// Wrong predictions, the most confident mistakes first; equal ones in the data's order.
  func worst(_ count: Int) -> [Int] {
    let wrong = truths.indices.filter { guesses[$0] != truths[$0] }
    let sorted = wrong.sorted { a, b in
      let (left, right) = (probability(a, of: guesses[a]), probability(b, of: guesses[b]))
      return left != right ? left > right : a < b
    }
    return Array(sorted.prefix(count))
  }
}
