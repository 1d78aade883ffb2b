internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// Scores of `sklearn.metrics` for numbers, and the area under a line.
enum DeviationFunctions {
  static var members: [BuiltinFunction] {
    [
      error("mean_squared_error") { $0 * $0 }, error("mean_absolute_error") { $0.magnitude },
      determination, trapezoid,
    ]
  }

  /// The mean of what a function makes of the differences; of several outputs the mean of theirs.
  private static func error(
    _ name: String, _ part: @escaping (Double) -> Double
  ) -> BuiltinFunction {
    BuiltinFunction(name, "y_true, y_pred, *, sample_weight=None, multioutput='uniform_average'") {
      call throws(PyError) in
      try mean(call) { truth, said throws(PyError) in
        let parts = zip(truth, said).map { part($0 - $1) }
        return try TableNumbers.sum(parts, call.machine) / Double(parts.count)
      }
    }
  }

  private static func mean(
    _ call: Call, _ column: ([Double], [Double]) throws(PyError) -> Double
  ) throws(PyError) -> Value {
    var found: [Double] = []
    for (truth, said) in try TableNumbers.realColumns(call) {
      found.append(try column(truth, said))
    }
    return .float(try TableNumbers.sum(found, call.machine) / Double(found.count))
  }

  private static var determination: BuiltinFunction {
    BuiltinFunction(
      "r2_score", "y_true, y_pred, *, sample_weight=None, multioutput='uniform_average'"
    ) { call throws(PyError) in
      try mean(call) { truth, said throws(PyError) in
        guard truth.count > 1 else { return .nan }
        let mean = try TableNumbers.sum(truth, call.machine) / Double(truth.count)
        let off = try TableNumbers.sum(
          zip(truth, said).map { ($0 - $1) * ($0 - $1) }, call.machine)
        let whole = try TableNumbers.sum(
          truth.map { ($0 - mean) * ($0 - mean) }, call.machine)
        if whole == 0 { return off == 0 ? 1 : 0 }
        return 1 - off / whole
      }
    }
  }

  private static var trapezoid: BuiltinFunction {
    BuiltinFunction("auc", "x, y") { call throws(PyError) in
      let x = try TableNumbers.array(call.required("x"), call.machine).reals()
      let y = try TableNumbers.array(call.required("y"), call.machine).reals()
      guard x.count == y.count else { throw ClassTargets.inconsistent([x.count, y.count], call) }
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
