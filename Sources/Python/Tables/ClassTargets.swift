internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// What a metric's `y_true` and `y_pred` say of each sample, as scikit-learn reads them.
struct ClassTargets {
  /// The labels that occur, in order; the places of rows of zeros and ones.
  let labels: [ClassLabel]
  /// The places of each sample's labels among them: one, or those that its row sets.
  let (truth, said): ([[Int]], [[Int]])
  let kind: ClassColumn.Kind
  /// What each sample counts.
  let weights: [Double]
  /// Whether these are whole numbers.
  let weighsWhole: Bool
  private let (isReal, isTruth): (Bool, Bool)

  init(_ call: Call) throws(PyError) {
    let truth = try ClassColumn(call.required("y_true"), call.machine)
    let said = try ClassColumn(call.required("y_pred"), call.machine)
    try Self.check(truth, said, call)
    (isReal, isTruth) = (truth.isReal || said.isReal, truth.isTruth && said.isTruth)
    if truth.kind == .indicator {
      kind = .indicator
      labels = (0..<truth.width).map { .number(Double($0)) }
      (self.truth, self.said) = (truth.rows, said.rows)
    } else {
      let all = Set(truth.labels + said.labels).sorted()
      let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
      labels = all
      kind = all.count > 2 ? .multiclass : .binary
      self.truth = truth.labels.map { [places[$0] ?? 0] }
      self.said = said.labels.map { [places[$0] ?? 0] }
    }
    (weights, weighsWhole) = try Self.weights(truth.count, call)
  }

  private static func check(
    _ truth: ClassColumn, _ said: ClassColumn, _ call: Call
  ) throws(PyError) {
    guard truth.count == said.count else {
      // The matrix counts its own weights among them.
      let isMatrix = call.name == "confusion_matrix"
      throw inconsistent([truth.count, said.count] + (isMatrix ? [truth.count] : []), call)
    }
    guard truth.count > 0 else {
      throw call.error(
        "ValueError",
        "Found empty input array (e.g., `y_true` or `y_pred`) while a minimum of 1 sample is required."
      )
    }
    let kinds = [truth.kind, said.kind]
    if kinds[0] != kinds[1], kinds.contains(where: { $0 != .binary && $0 != .multiclass }) {
      throw call.error(
        "ValueError",
        "Classification metrics can't handle a mix of \(truth.kind.rawValue) and \(said.kind.rawValue) targets"
      )
    }
    guard [.binary, .multiclass, .indicator].contains(kinds[0]) else {
      throw call.error("ValueError", "\(truth.kind.rawValue) is not supported")
    }
    if case (.text?, .number?) = (truth.labels.first, said.labels.first) {
      throw try mixed(call)
    }
    if case (.number?, .text?) = (truth.labels.first, said.labels.first) {
      throw try mixed(call)
    }
    guard truth.width == said.width || kinds[0] != .indicator else {
      throw call.error(
        "ValueError", "Multi-label binary indicator input with different numbers of labels")
    }
  }

  private static func mixed(_ call: Call) throws(PyError) -> PyError {
    var texts: [String] = []
    for name in ["y_true", "y_pred"] {
      texts.append(try call.machine.numPyText(call.required(name)))
    }
    return call.error(
      "ValueError",
      "Mix of label input types (string and number); Got \(texts[0]) and \(texts[1]).")
  }

  static func inconsistent(_ counts: [Int], _ call: Call) -> PyError {
    call.error(
      "ValueError", "Found input variables with inconsistent numbers of samples: \(counts)")
  }

  private static func weights(
    _ count: Int, _ call: Call
  ) throws(PyError) -> (weights: [Double], areWhole: Bool) {
    guard let given = call.given("sample_weight") else {
      return (Array(repeating: 1, count: count), true)
    }
    let array = try TableNumbers.array(given, call.machine)
    guard array.ndim == 1, array.size == count else {
      throw inconsistent([count, count, array.size], call)
    }
    return (array.reals(), !array.dtype.isFloating)
  }

  /// A label as scikit-learn's tables name it.
  func name(_ label: ClassLabel) -> String {
    switch label {
    case .text(let text): text
    case .number(let number) where isTruth: number == 0 ? "False" : "True"
    case .number(let number): isReal && kind != .indicator ? "\(number)" : TableNumbers.text(number)
    }
  }

  /// Labels as NumPy prints an array of them.
  static func list(_ labels: [ClassLabel]) -> String {
    "[\(labels.map(\.shown).joined(separator: " "))]"
  }

  /// Whether each sample has all of its labels right.
  var matches: [Bool] { zip(truth, said).map { $0 == $1 } }

  /// The labels that a call's `labels` names; nil where it names none.
  func named(_ call: Call) throws(PyError) -> [ClassLabel]? {
    guard let given = call.given("labels") else { return nil }
    guard kind != .indicator else { throw call.unsupported("labels", given) }
    var named: [ClassLabel] = []
    for value in try call.machine.array(given) {
      named.append(try ClassLabel(value, call.machine))
    }
    return named
  }

  /// The scores of labels, of which some may not occur.
  func scores(_ wanted: [ClassLabel], zero: Double) -> [ClassScores] {
    var all = [ClassScores](repeating: ClassScores(zero: zero), count: labels.count)
    for (sample, weight) in weights.enumerated() {
      for place in truth[sample] { all[place].support += weight }
      for place in said[sample] {
        all[place].said += weight
        if truth[sample].contains(place) { all[place].right += weight }
      }
    }
    let places = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    return wanted.map { places[$0].map { all[$0] } ?? ClassScores(zero: zero) }
  }

  /// The scores of each sample over its labels.
  func scoresOfSamples(zero: Double) -> [ClassScores] {
    zip(truth, said).map { truth, said in
      var scores = ClassScores(zero: zero)
      scores.right = Double(said.count { truth.contains($0) })
      (scores.said, scores.support) = (Double(said.count), Double(truth.count))
      return scores
    }
  }
}

extension Machine {
  /// A value as NumPy prints the array of it.
  func numPyText(_ value: Value) throws(PyError) -> String {
    guard let asarray = modules["numpy"]?.members["asarray"] else { return try str(value) }
    return try str(call(asarray, Arguments([value])))
  }
}
