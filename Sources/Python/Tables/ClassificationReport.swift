internal import PythonRuntime
internal import Texts

/// scikit-learn's table of precision, recall and F1 for each class.
struct ClassificationReport {
  private let counts: ClassCounts
  /// The classes that are shown, by their places.
  private let places: [Int]
  private let names: [String]
  private let digits: Int

  init(_ counts: ClassCounts, places: [Int], names: [String], digits: Int) {
    (self.counts, self.places, self.names) = (counts, places, names)
    self.digits = max(0, min(digits, 30))
  }

  private struct Scores {
    var right: Double
    var said: Double
    var support: Int
    var precision: Double
    var recall: Double
    var f1: Double

    init(right: Double, said: Double, support: Int) {
      (self.right, self.said, self.support) = (right, said, support)
      precision = said == 0 ? 0 : right / said
      recall = support == 0 ? 0 : right / Double(support)
      let sum = said + Double(support)
      f1 = sum == 0 ? 0 : 2 * right / sum
    }
  }

  private var rows: [Scores] {
    places.map { index in
      Scores(
        right: Double(counts.cells[index * counts.size + index]),
        said: Double(counts.column(index)), support: counts.row(index))
    }
  }

  /// What stands below the classes: their accuracy where all are shown, and means.
  private var means: [(name: String, scores: Scores)] {
    let rows = rows
    var whole = Scores(
      right: rows.reduce(0) { $0 + $1.right }, said: rows.reduce(0) { $0 + $1.said },
      support: rows.reduce(0) { $0 + $1.support })
    if isWhole { whole.precision = whole.recall }
    return [
      (isWhole ? "accuracy" : "micro avg", whole),
      ("macro avg", average(rows) { _ in 1 }),
      ("weighted avg", average(rows) { Double($0.support) }),
    ]
  }

  private var isWhole: Bool { Set(places).count == counts.size }

  private func average(_ rows: [Scores], _ weight: (Scores) -> Double) -> Scores {
    let whole = max(rows.map(weight).reduce(0, +), .leastNormalMagnitude)
    func mean(_ part: (Scores) -> Double) -> Double {
      rows.map { part($0) * weight($0) }.reduce(0, +) / whole
    }
    var result = Scores(right: 0, said: 0, support: rows.reduce(0) { $0 + $1.support })
    (result.precision, result.recall, result.f1) = (mean(\.precision), mean(\.recall), mean(\.f1))
    return result
  }

  var text: String {
    let width = max((names + ["weighted avg"]).map(\.count).max() ?? 0, digits)
    let head = ["precision", "recall", "f1-score", "support"].map { padded($0, 9) }
    var text = padded("", width) + " " + head.map { " \($0)" }.joined() + "\n\n"
    for (name, row) in zip(names, rows) { text += line(name, row, width) }
    text += "\n"
    for (name, row) in means {
      guard name == "accuracy" else {
        text += line(name, row, width)
        continue
      }
      text += padded(name, width) + " " + String(repeating: " ", count: 20)
      text += " \(padded(FloatText.fixed(row.recall, digits), 9))"
      text += " \(padded(String(row.support), 9))\n"
    }
    return text
  }

  /// The same as a dict of dicts.
  func dict(_ machine: Machine) throws(PyError) -> Value {
    let all = DictObject()
    for (name, row) in zip(names, rows) + means {
      if name == "accuracy" {
        try all.set(.string(name), .float(row.recall), machine)
        continue
      }
      let own = DictObject()
      let parts = [
        ("precision", row.precision), ("recall", row.recall), ("f1-score", row.f1),
        ("support", Double(row.support)),
      ]
      for (part, number) in parts { try own.set(.string(part), .float(number), machine) }
      try all.set(.string(name), .object(own), machine)
    }
    return .object(all)
  }

  private func line(_ name: String, _ row: Scores, _ width: Int) -> String {
    let numbers = [row.precision, row.recall, row.f1].map {
      " " + padded(FloatText.fixed($0, digits), 9)
    }
    return padded(name, width) + " " + numbers.joined() + " \(padded(String(row.support), 9))\n"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
