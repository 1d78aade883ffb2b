internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// Scores of `sklearn.metrics` for labels: precision, recall and F1.
enum ScoreFunctions {
  static var members: [BuiltinFunction] {
    [
      score("precision_score") { $0.precision }, score("recall_score") { $0.recall },
      score("f1_score") { $0.f1 },
    ]
  }

  private static func score(
    _ name: String, _ share: @escaping (ClassScores) -> Double
  ) -> BuiltinFunction {
    BuiltinFunction(
      name,
      "y_true, y_pred, *, labels=None, pos_label=1, average='binary', sample_weight=None, zero_division='warn'"
    ) { call throws(PyError) in
      let (targets, zero) = (try ClassTargets(call), try zero(call))
      let average = call.has("average") ? try call.string("average") : "binary"
      if average == "binary" { return .float(try binary(targets, zero, share, call)) }
      let scores = targets.scores(try targets.named(call) ?? targets.labels, zero: zero)
      switch average {
      case nil:
        return TableNumbers.value(
          try call.machine.raising { () throws(ArrayError) in
            try NumericArray(reals: scores.map(share))
          }, call.machine)
      case "micro": return .float(share(ClassScores(scores, zero: zero)))
      case "macro":
        let weights = [Double](repeating: 1, count: scores.count)
        return .float(ClassScores.mean(scores, weights, share))
      case "weighted": return .float(ClassScores.mean(scores, scores.map(\.support), share))
      case "samples":
        guard targets.kind == .indicator else {
          throw call.error(
            "ValueError",
            "Samplewise metrics are not available outside of multilabel classification.")
        }
        return .float(
          ClassScores.mean(targets.scoresOfSamples(zero: zero), targets.weights, share))
      default: throw call.unsupported("average", .string(average ?? ""))
      }
    }
  }

  /// What a share of nothing is, by a call's `zero_division`.
  static func zero(_ call: Call) throws(PyError) -> Double {
    guard let value = call.given("zero_division") else { return 0 }
    if case .string("warn") = value { return 0 }
    guard let number = value.double, number == 0 || number == 1 else {
      throw call.unsupported("zero_division", value)
    }
    return number
  }

  /// The score of the one label that counts as found.
  private static func binary(
    _ targets: ClassTargets, _ zero: Double, _ share: (ClassScores) -> Double, _ call: Call
  ) throws(PyError) -> Double {
    guard targets.kind == .binary else {
      let others = targets.kind == .indicator ? ", 'samples'" : ""
      throw call.error(
        "ValueError",
        "Target is \(targets.kind.rawValue) but average='binary'. Please choose another average setting, one of [None, 'micro', 'macro', 'weighted'\(others)]."
      )
    }
    let label = try ClassLabel(call.given("pos_label") ?? .int(1), call.machine)
    guard targets.labels.contains(label) || targets.labels.count < 2 else {
      throw call.error(
        "ValueError",
        "pos_label=\(label.shown.filter { $0 != "'" }) is not a valid label. It should be one of "
          + ClassTargets.list(targets.labels))
    }
    return share(targets.scores([label], zero: zero)[0])
  }
}
