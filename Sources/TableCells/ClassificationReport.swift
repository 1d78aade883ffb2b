internal import Cells

/// scikit-learn's table of precision, recall and F1 for each class.
struct ClassificationReport {
  private let counts: ClassCounts
  private let names: [String]
  private let digits: Int

  init(_ counts: ClassCounts, names: [String], digits: Int) {
    (self.counts, self.names, self.digits) = (counts, names, max(0, min(digits, 30)))
  }

  private struct Scores {
    var precision: Double
    var recall: Double
    var f1: Double
    var support: Int
  }

  private func scores(_ index: Int) -> Scores {
    let right = Double(counts.cells[index * counts.size + index])
    let (said, support) = (Double(counts.column(index)), counts.row(index))
    let precision = said == 0 ? 0 : right / said
    let recall = support == 0 ? 0 : right / Double(support)
    let sum = said + Double(support)
    return Scores(
      precision: precision, recall: recall, f1: sum == 0 ? 0 : 2 * right / sum, support: support)
  }

  var text: String {
    let rows = (0..<counts.size).map(scores)
    let total = rows.map(\.support).reduce(0, +)
    let right = (0..<counts.size).reduce(0) { $0 + counts.cells[$1 * counts.size + $1] }
    let width = max((names + ["weighted avg"]).map(\.count).max() ?? 0, digits)
    let head = ["precision", "recall", "f1-score", "support"].map { padded($0, 9) }
    var text = padded("", width) + " " + head.map { " \($0)" }.joined() + "\n\n"
    for (name, row) in zip(names, rows) { text += line(name, row, width) }
    let accuracy = total == 0 ? 0 : Double(right) / Double(total)
    text += "\n" + padded("accuracy", width) + " " + String(repeating: " ", count: 20)
    text += " \(padded(FormattedNumber.fixed(accuracy, digits), 9)) \(padded(String(total), 9))\n"
    text += line("macro avg", average(rows) { _ in 1 }, width)
    text += line("weighted avg", average(rows) { Double($0.support) }, width)
    return text
  }

  private func average(_ rows: [Scores], _ weight: (Scores) -> Double) -> Scores {
    let whole = max(rows.map(weight).reduce(0, +), .leastNormalMagnitude)
    func mean(_ part: (Scores) -> Double) -> Double {
      rows.map { part($0) * weight($0) }.reduce(0, +) / whole
    }
    return Scores(
      precision: mean(\.precision), recall: mean(\.recall), f1: mean(\.f1),
      support: rows.map(\.support).reduce(0, +))
  }

  private func line(_ name: String, _ row: Scores, _ width: Int) -> String {
    let numbers = [row.precision, row.recall, row.f1].map {
      " " + padded(FormattedNumber.fixed($0, digits), 9)
    }
    return padded(name, width) + " " + numbers.joined() + " \(padded(String(row.support), 9))\n"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
