internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// `sklearn.metrics`.
enum MetricsModule {
  static var members: [String: Value] {
    var all: [String: Value] = [:]
    all["ConfusionMatrixDisplay"] = .object(ConfusionDisplay.displayType)
    for function in [confusion, accuracy, report] + ScoreFunctions.members + CurveFunctions.members
    { all[function.name] = .object(function) }
    return all
  }

  private static var confusion: BuiltinFunction {
    BuiltinFunction(
      "confusion_matrix", "y_true, y_pred, *, labels=None, sample_weight=None, normalize=None"
    ) { call throws(PyError) in
      if let value = call.given("sample_weight") { throw call.unsupported("sample_weight", value) }
      let count = try ClassCounts(call).only(call)
      guard let form = try call.string("normalize") else {
        return TableNumbers.value(
          try call.machine.raising { () throws(ArrayError) in
            try NumericArray(integers: count.cells, shape: [count.size, count.size])
          }, call.machine)
      }
      guard ["true", "pred", "all"].contains(form) else {
        throw call.error(
          "ValueError", "normalize must be one of {'true', 'pred', 'all', None}")
      }
      let shares = count.shares(form)
      return TableNumbers.value(
        try call.machine.raising { () throws(ArrayError) in
          try NumericArray(reals: shares, shape: [count.size, count.size])
        }, call.machine)
    }
  }

  private static var accuracy: BuiltinFunction {
    BuiltinFunction("accuracy_score", "y_true, y_pred, *, normalize=True, sample_weight=None") {
      call throws(PyError) in
      if let value = call.given("sample_weight") { throw call.unsupported("sample_weight", value) }
      let (labels, said, _) = try ClassCounts.labels(call)
      let right = zip(labels, said).count { $0 == $1 }
      if try !call.bool("normalize", or: true) { return .int(right) }
      return .float(Double(right) / Double(max(labels.count, 1)))
    }
  }

  private static var report: BuiltinFunction {
    BuiltinFunction(
      "classification_report",
      "y_true, y_pred, *, labels=None, target_names=None, sample_weight=None, digits=2, output_dict=False, zero_division='warn'"
    ) { call throws(PyError) in
      if let value = call.given("sample_weight") { throw call.unsupported("sample_weight", value) }
      let counts = try ClassCounts(call)
      let places = try counts.places(call)
      var names = places.map { counts.names[$0] }
      if let given = call.given("target_names") {
        names = []
        for item in try call.machine.array(given) { names.append(try call.machine.str(item)) }
        guard names.count == places.count else {
          throw call.error(
            "ValueError",
            "Number of classes, \(places.count), does not match size of target_names, \(names.count). Try specifying the labels parameter"
          )
        }
      }
      let report = ClassificationReport(
        counts, places: places, names: names, digits: try call.int("digits", or: 2))
      return try call.bool("output_dict", or: false)
        ? try report.dict(call.machine) : .string(report.text)
    }
  }
}
