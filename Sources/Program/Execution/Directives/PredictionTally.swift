/// Counts of predictions by true and predicted class.
struct PredictionTally: Sendable {
  let classNames: [String]
  /// `[true class, predicted class]`.
  private(set) var counts: [[Int]]

  /// Tallies predictions: one class number for each example on both sides.
  init(classNames: [String], truths: [Int], guesses: [Int]) {
    self.classNames = classNames
    let size = classNames.count
    counts = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
    for (truth, guess) in zip(truths, guesses) where truth < size && guess < size {
      counts[truth][guess] += 1
    }
  }

  var total: Int { counts.joined().reduce(0, +) }
  var right: Int { counts.indices.map { counts[$0][$0] }.reduce(0, +) }

  /// How many examples of a class there are.
  func support(_ index: Int) -> Int { counts[index].reduce(0, +) }

  /// The share of a class' examples that were recognized; nil where there are none.
  func recall(_ index: Int) -> Double? { ratio(counts[index][index], support(index)) }

  /// The share of right ones among the examples taken for this class; nil where there are none.
  func precision(_ index: Int) -> Double? {
    ratio(counts[index][index], counts.map { $0[index] }.reduce(0, +))
  }

  /// The most frequent mistake.
  var worst: (truth: Int, guess: Int, count: Int)? {
    var worst: (truth: Int, guess: Int, count: Int)?
    for truth in counts.indices {
      for guess in counts.indices where guess != truth && counts[truth][guess] > worst?.count ?? 0 {
        worst = (truth, guess, counts[truth][guess])
      }
    }
    return worst
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
