internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// `sklearn.metrics`.
enum MetricsModule {
  static var members: [String: Value] {
    var all: [String: Value] = [:]
    all["ConfusionMatrixDisplay"] = .object(ConfusionDisplay.displayType)
    let functions =
      [confusion, accuracy, report] + ScoreFunctions.members + DeviationFunctions.members
      + CurveFunctions.members
    for function in functions { all[function.name] = .object(function) }
    return all
  }

  private static var confusion: BuiltinFunction {
    BuiltinFunction(
      "confusion_matrix", "y_true, y_pred, *, labels=None, sample_weight=None, normalize=None"
    ) { call throws(PyError) in
      let count = try ClassCounts(call)
      let form = try call.string("normalize")
      guard form == nil || ["true", "pred", "all"].contains(form) else {
        throw call.error(
          "ValueError", "normalize must be one of {'true', 'pred', 'all', None}")
      }
      let cells = form.map { count.shares($0) } ?? count.cells
      let dtype: DType = form == nil && count.areWhole ? .int64 : .float64
      return TableNumbers.value(
        try call.machine.raising { () throws(ArrayError) in
          try NumericArray(reals: cells, shape: [count.size, count.size], dtype: dtype)
        }, call.machine)
    }.giving { _ in .object(NumPyTypes.array) }
  }

  private static var accuracy: BuiltinFunction {
    BuiltinFunction("accuracy_score", "y_true, y_pred, *, normalize=True, sample_weight=None") {
      call throws(PyError) in
      let targets = try ClassTargets(call)
      let right = zip(targets.matches, targets.weights).map { $0 ? $1 : 0 }
      let sum = try TableNumbers.sum(right, call.machine)
      if try !call.bool("normalize", or: true) { return .float(sum) }
      return .float(sum / (try TableNumbers.sum(targets.weights, call.machine)))
    }
  }

  private static var report: BuiltinFunction {
    BuiltinFunction(
      "classification_report",
      "y_true, y_pred, *, labels=None, target_names=None, sample_weight=None, digits=2, output_dict=False, zero_division='warn'"
    ) { call throws(PyError) in
      if let value = call.given("sample_weight") { throw call.unsupported("sample_weight", value) }
      let report = try ClassificationReport(ClassTargets(call), call)
      return try call.bool("output_dict", or: false)
        ? try report.dict(call.machine) : .string(report.text)
    }
  }
}
