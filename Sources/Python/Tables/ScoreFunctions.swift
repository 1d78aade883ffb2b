internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// Scores of `sklearn.metrics` that are one number, or one for each class.
enum ScoreFunctions {
  static var members: [BuiltinFunction] {
    [
      score("precision_score") { $0.precision }, score("recall_score") { $0.recall },
      score("f1_score") { $0.f1 }, error("mean_squared_error") { $0 * $0 },
      error("mean_absolute_error") { $0.magnitude }, determination, trapezoid,
    ]
  }

  private struct Scores {
    let right: Double
    let said: Double
    let support: Double

    func share(_ whole: Double) -> Double { whole == 0 ? 0 : right / whole }
    var precision: Double { share(said) }
    var recall: Double { share(support) }
    var f1: Double { said + support == 0 ? 0 : 2 * right / (said + support) }
  }

  private static func score(
    _ name: String, _ part: @escaping (Scores) -> Double
  ) -> BuiltinFunction {
    BuiltinFunction(
      name,
      "y_true, y_pred, *, labels=None, pos_label=1, average='binary', sample_weight=None, zero_division='warn'"
    ) { call throws(PyError) in
      for name in ["labels", "sample_weight"] {
        if let value = call.given(name) { throw call.unsupported(name, value) }
      }
      if let value = call.given("zero_division"), value.double != 0 {
        if case .string("warn") = value {} else { throw call.unsupported("zero_division", value) }
      }
      let counts = try ClassCounts(call)
      let scores = (0..<counts.size).map { index in
        Scores(
          right: Double(counts.cells[index * counts.size + index]),
          said: Double(counts.column(index)), support: Double(counts.row(index)))
      }
      guard !call.has("average") || call.given("average") != nil else {
        return TableNumbers.value(
          try call.machine.raising { () throws(ArrayError) in
            try NumericArray(reals: scores.map(part))
          }, call.machine)
      }
      return .float(
        try averaged(scores, counts, try call.string("average") ?? "binary", part, call))
    }
  }

  private static func averaged(
    _ scores: [Scores], _ counts: ClassCounts, _ average: String, _ part: (Scores) -> Double,
    _ call: Call
  ) throws(PyError) -> Double {
    switch average {
    case "binary":
      guard scores.count <= 2 else {
        throw call.error(
          "ValueError",
          "Target is multiclass but average='binary'. Please choose another average setting, one of [None, 'micro', 'macro', 'weighted']."
        )
      }
      let label = try call.int("pos_label", or: 1)
      guard let place = counts.classes.firstIndex(of: label) else {
        if scores.count < 2 { return 0 }
        throw call.error(
          "ValueError",
          "pos_label=\(label) is not a valid label. It should be one of "
            + "[\(counts.classes.map(String.init).joined(separator: ", "))]")
      }
      return part(scores[place])
    case "micro":
      return part(
        Scores(
          right: scores.reduce(0) { $0 + $1.right }, said: scores.reduce(0) { $0 + $1.said },
          support: scores.reduce(0) { $0 + $1.support }))
    case "macro", "weighted":
      let weights = scores.map { average == "macro" ? 1 : $0.support }
      let total = zip(scores, weights).reduce(0) { $0 + part($1.0) * $1.1 }
      let whole = weights.reduce(0, +)
      return whole == 0 ? 0 : total / whole
    default: throw call.unsupported("average", .string(average))
    }
  }

  /// The mean of what a function makes of the differences.
  private static func error(
    _ name: String, _ part: @escaping (Double) -> Double
  ) -> BuiltinFunction {
    BuiltinFunction(name, "y_true, y_pred, *, sample_weight=None, multioutput='uniform_average'") {
      call throws(PyError) in
      let (truth, said) = try TableNumbers.realPair(call)
      let parts = zip(truth, said).map { part($0 - $1) }
      return .float(try TableNumbers.sum(parts, call.machine) / Double(parts.count))
    }
  }

  private static var determination: BuiltinFunction {
    BuiltinFunction(
      "r2_score", "y_true, y_pred, *, sample_weight=None, multioutput='uniform_average'"
    ) { call throws(PyError) in
      let (truth, said) = try TableNumbers.realPair(call)
      let mean = try TableNumbers.sum(truth, call.machine) / Double(truth.count)
      let off = try TableNumbers.sum(
        zip(truth, said).map { ($0 - $1) * ($0 - $1) }, call.machine)
      let whole = try TableNumbers.sum(
        truth.map { ($0 - mean) * ($0 - mean) }, call.machine)
      if whole == 0 { return .float(off == 0 ? 1 : 0) }
      return .float(1 - off / whole)
    }
  }

  private static var trapezoid: BuiltinFunction {
    BuiltinFunction("auc", "x, y") { call throws(PyError) in
      let x = try TableNumbers.array(call.required("x"), call.machine).reals()
      let y = try TableNumbers.array(call.required("y"), call.machine).reals()
      guard x.count == y.count else {
        throw call.error(
          "ValueError",
          "Found input variables with inconsistent numbers of samples: [\(x.count), \(y.count)]")
      }
      guard x.count >= 2 else {
        throw call.error(
          "ValueError",
          "At least 2 points are needed to compute area under curve, but x.shape = (\(x.count),)")
      }
      return .float(try area(x, y, call))
    }
  }

  /// The area under points whose `x` rises or falls throughout.
  static func area(_ x: [Double], _ y: [Double], _ call: Call) throws(PyError) -> Double {
    let steps = zip(x.dropFirst(), x).map { $0 - $1 }
    let falls = steps.contains { $0 < 0 }
    guard !falls || steps.allSatisfy({ $0 <= 0 }) else {
      throw call.error(
        "ValueError", "x is neither increasing nor decreasing : [\(x[0]) ... \(x[x.count - 1])].")
    }
    let parts = zip(steps, zip(y.dropFirst(), y)).map { $0 * ($1.0 + $1.1) / 2 }
    return (falls ? -1 : 1) * (try TableNumbers.sum(parts, call.machine))
  }
}
