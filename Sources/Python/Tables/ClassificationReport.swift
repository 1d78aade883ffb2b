internal import PythonRuntime
internal import Texts

/// scikit-learn's table of precision, recall and F1 for each label.
struct ClassificationReport {
  private let names: [String]
  private let rows: [ClassScores]
  /// The scores of each sample, where it may have several labels.
  private let samples: [ClassScores]?
  private let digits: Int
  private let zero: Double
  /// Whether what all labels have right together is the accuracy.
  private let isWhole: Bool

  init(_ targets: ClassTargets, _ call: Call) throws(PyError) {
    let named = try targets.named(call)
    let labels = named ?? targets.labels
    zero = try ScoreFunctions.zero(call)
    rows = targets.scores(labels, zero: zero)
    samples = targets.kind == .indicator ? targets.scoresOfSamples(zero: zero) : nil
    isWhole =
      targets.kind != .indicator && Set(labels).isSuperset(of: targets.labels)
    digits = max(0, min(try call.int("digits", or: 2), 30))
    guard let given = call.given("target_names") else {
      names = labels.map { targets.name($0) }
      return
    }
    var names: [String] = []
    for item in try call.machine.array(given) { names.append(try call.machine.str(item)) }
    guard names.count == labels.count || named != nil else {
      throw call.error(
        "ValueError",
        "Number of classes, \(labels.count), does not match size of target_names, \(names.count). Try specifying the labels parameter"
      )
    }
    self.names = names
  }

  /// The numbers of one line.
  private struct Line {
    let name: String
    let (precision, recall, f1, support): (Double, Double, Double, Double)

    init(_ name: String, support: Double, _ mean: ((ClassScores) -> Double) -> Double) {
      self.name = name
      self.support = support
      (precision, recall, f1) = (mean(\.precision), mean(\.recall), mean(\.f1))
    }
  }

  private var lines: [Line] {
    zip(names, rows).map { name, row in Line(name, support: row.support) { $0(row) } }
  }

  /// What stands below the labels: their accuracy where all are shown, and means.
  private var means: [Line] {
    let whole = ClassScores(rows, zero: zero)
    func mean(_ name: String, _ scores: [ClassScores], _ weights: [Double]) -> Line {
      Line(name, support: whole.support) { ClassScores.mean(scores, weights, $0) }
    }
    var means = [Line(isWhole ? "accuracy" : "micro avg", support: whole.support) { $0(whole) }]
    means.append(mean("macro avg", rows, rows.map { _ in 1 }))
    means.append(mean("weighted avg", rows, rows.map(\.support)))
    if let samples { means.append(mean("samples avg", samples, samples.map { _ in 1 })) }
    return means
  }

  var text: String {
    let width = max((names + ["weighted avg"]).map(\.count).max() ?? 0, digits)
    let head = ["precision", "recall", "f1-score", "support"].map { padded($0, 9) }
    var text = padded("", width) + " " + head.map { " \($0)" }.joined() + "\n\n"
    for line in lines { text += row(line, width) }
    text += "\n"
    for line in means {
      guard line.name == "accuracy" else {
        text += row(line, width)
        continue
      }
      text += padded(line.name, width) + " " + String(repeating: " ", count: 20)
      text += " \(padded(FloatText.fixed(line.recall, digits), 9))"
      text += " \(padded(count(line.support), 9))\n"
    }
    return text
  }

  /// The same as a dict of dicts.
  func dict(_ machine: Machine) throws(PyError) -> Value {
    let all = DictObject()
    for line in lines + means {
      if line.name == "accuracy" {
        try all.set(.string(line.name), .float(line.recall), machine)
        continue
      }
      let own = DictObject()
      let parts = [
        ("precision", line.precision), ("recall", line.recall), ("f1-score", line.f1),
        ("support", line.support),
      ]
      for (part, number) in parts { try own.set(.string(part), .float(number), machine) }
      try all.set(.string(line.name), .object(own), machine)
    }
    return .object(all)
  }

  private func row(_ line: Line, _ width: Int) -> String {
    let numbers = [line.precision, line.recall, line.f1].map {
      " " + padded(FloatText.fixed($0, digits), 9)
    }
    return padded(line.name, width) + " " + numbers.joined()
      + " \(padded(count(line.support), 9))\n"
  }

  private func count(_ support: Double) -> String { TableNumbers.text(support) }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
