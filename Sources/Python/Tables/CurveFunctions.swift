internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// `roc_curve` and `roc_auc_score` of two classes.
enum CurveFunctions {
  static var members: [BuiltinFunction] {
    [
      BuiltinFunction(
        "roc_curve",
        "y_true, y_score, *, pos_label=None, sample_weight=None, drop_intermediate=True"
      ) { call throws(PyError) in
        let curve = try curve(
          call, drops: try call.bool("drop_intermediate", or: true),
          label: try call.double("pos_label"))
        var parts: [Value] = []
        for reals in [curve.falsely, curve.truly, curve.thresholds] {
          parts.append(
            TableNumbers.value(
              try call.machine.raising { () throws(ArrayError) in
                try NumericArray(reals: reals)
              }, call.machine))
        }
        return .object(TupleObject(parts))
      },
      BuiltinFunction(
        "roc_auc_score",
        "y_true, y_score, *, average='macro', sample_weight=None, max_fpr=None, multi_class='raise', labels=None"
      ) { call throws(PyError) in
        for name in ["max_fpr", "labels"] {
          if let value = call.given(name) { throw call.unsupported(name, value) }
        }
        if let areas = try ClassAreas(call) { return .float(try areas.average(call)) }
        return .float(try area(call))
      },
    ]
  }

  /// The area under the curve of two classes.
  private static func area(_ call: Call) throws(PyError) -> Double {
    let curve = try curve(call, drops: true, label: nil)
    return try DeviationFunctions.area(curve.falsely, curve.truly, call)
  }

  /// The area under the curve of samples that are of a class, or not.
  static func area(_ isOfClass: [Bool], _ scores: [Double], _ call: Call) throws(PyError) -> Double
  {
    let curve = counted(isOfClass, scores, drops: true)
    return try DeviationFunctions.area(curve.falsely, curve.truly, call)
  }

  private struct Curve {
    var falsely: [Double]
    var truly: [Double]
    var thresholds: [Double]
  }

  private static func curve(
    _ call: Call, drops: Bool, label: Double?
  ) throws(PyError) -> Curve {
    if let value = call.given("sample_weight") { throw call.unsupported("sample_weight", value) }
    let truth = try TableNumbers.array(call.required("y_true"), call.machine)
    let scores = try TableNumbers.array(call.required("y_score"), call.machine)
    guard truth.ndim == 1, scores.ndim == 1 else {
      throw call.error("ValueError", "multiclass format is not supported by Caderno")
    }
    let (labels, values) = (truth.reals(), scores.reals())
    guard labels.count == values.count, !labels.isEmpty else {
      throw call.error(
        "ValueError",
        "Found input variables with inconsistent numbers of samples: [\(labels.count), \(values.count)]"
      )
    }
    let classes = Set(labels)
    guard classes.count <= 2 else {
      throw call.error("ValueError", "multiclass format is not supported")
    }
    guard label != nil || classes.isSubset(of: [0, 1]) || classes.isSubset(of: [-1, 1]) else {
      throw call.error(
        "ValueError",
        "y_true takes value in {\(classes.sorted().map { TableNumbers.text($0) }.joined(separator: ", "))} and pos_label is not specified: either make y_true take value in {0, 1} or {-1, 1} or pass pos_label explicitly."
      )
    }
    return counted(labels.map { $0 == label ?? 1 }, values, drops: drops)
  }

  /// Shares of samples above each score, from the highest one down.
  private static func counted(_ labels: [Bool], _ values: [Double], drops: Bool) -> Curve {
    let order = values.indices.sorted { (values[$0], $1) > (values[$1], $0) }
    var points: [(falsely: Double, truly: Double, threshold: Double)] = []
    var (right, wrong) = (0.0, 0.0)
    for (place, index) in order.enumerated() {
      if labels[index] { right += 1 } else { wrong += 1 }
      let isLast = place == order.count - 1 || values[order[place + 1]] != values[index]
      if isLast { points.append((wrong, right, values[index])) }
    }
    if drops, points.count > 2 {
      // A point on the line between its neighbors says nothing.
      let all = points
      points = all.indices.filter { place in
        guard place > 0, place < all.count - 1 else { return true }
        let (a, b, c) = (all[place - 1], all[place], all[place + 1])
        return a.falsely - 2 * b.falsely + c.falsely != 0 || a.truly - 2 * b.truly + c.truly != 0
      }.map { all[$0] }
    }
    points.insert((0, 0, .infinity), at: 0)
    return Curve(
      falsely: points.map { wrong == 0 ? .nan : $0.falsely / wrong },
      truly: points.map { right == 0 ? .nan : $0.truly / right },
      thresholds: points.map(\.threshold))
  }
}
