internal import Diagnostics
internal import Networks
internal import Notebooks

/// The callbacks of a `.fit` directive, and the calls that make them.
struct FitRules: Sendable {
  var all: [any FitRule] = []
  /// As the lesson writes them.
  var values: [ArgumentValue] = []
  /// Where each stands.
  var ranges: [Range<Int>] = []

  /// All of them, for keys.
  var text: String { "\(values.map(\.description))" }

  /// The columns that they add to the history.
  var columns: [String] { all.contains(where: \.notesRate) ? ["learning_rate"] : [] }
}

extension TaskPlanner {
  /// The option `callbacks`; none where one is at fault, which has been reported.
  mutating func rules() -> FitRules {
    var rules = FitRules()
    guard let values = arguments("callbacks") else { return rules }
    for written in values {
      check(written) { (value) throws(ArgumentError) in
        rules.all.append(try FitRuleCatalog.make(value))
        rules.values.append(value)
        rules.ranges.append(written.range)
      }
    }
    return rules
  }

  /// Reports callbacks that follow a figure that the fit doesn't have.
  mutating func checkMonitors(_ rules: FitRules, _ figures: [String]) {
    for (rule, range) in zip(rules.all, rules.ranges) {
      guard let monitor = rule.monitor, Set(monitor.names).isDisjoint(with: figures) else {
        continue
      }
      let callback = type(of: rule).signature.name
      report(
        Diagnostic(
          code: "unknown-figure", at: range,
          Message(
            "\(callback) follows '\(monitor.name)', which this fit doesn't measure",
            pt: "\(callback) acompanha '\(monitor.name)', que este treino não mede"),
          hint: nearest(to: monitor.name, among: figures).map(OptionReader.didYouMean)
            ?? OptionReader.choices(figures)))
    }
  }

  /// Reports callbacks that set a rate which a schedule gives.
  mutating func checkRates(_ rules: FitRules, _ optimizer: any Optimizer) {
    guard optimizer.settings.learningRate.schedule != nil,
      let index = rules.all.firstIndex(where: \.notesRate)
    else { return }
    let callback = type(of: rules.all[index]).signature.name
    report(
      Diagnostic(
        code: "conflicting-options", at: rules.ranges[index],
        Message(
          "\(callback) can't set a learning rate that a schedule of the optimizer gives",
          pt: "\(callback) não pode definir uma taxa de aprendizado que uma agenda dá")))
  }

  /// The option `class_weight`: a number for some of the classes.
  mutating func classWeights(_ classes: Int) -> [Int: Float] {
    guard let value = reader.value("class_weight") else { return [:] }
    guard case .mapping(let entries) = value.kind else {
      reportWeights(value)
      return [:]
    }
    var weights: [Int: Float] = [:]
    for entry in entries {
      guard let number = OptionReader.number(entry.value), number >= 0, let label = Int(entry.name)
      else {
        reportWeights(entry.value)
        continue
      }
      guard (0..<classes).contains(label) else {
        report(
          Diagnostic(
            code: "out-of-range", at: entry.value.range,
            Message(
              "there is no class \(label): the data have the classes 0 to \(classes - 1)",
              pt: "não há classe \(label): os dados têm as classes 0 a \(classes - 1)")))
        continue
      }
      weights[label] = Float(number)
    }
    return weights
  }

  private mutating func reportWeights(_ value: OptionValue) {
    reader.reportForm(
      "class_weight", value,
      expected: Message(
        "a number for each class, such as {0: 1, 1: 2.5}",
        pt: "um número para cada classe, como {0: 1, 1: 2.5}"))
  }
}
