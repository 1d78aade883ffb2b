internal import ArrayCells
internal import Cells
internal import NumericArrays

/// `sklearn.metrics`.
enum MetricsModule {
  static var members: [String: Value] {
    var all: [String: Value] = [:]
    for function in [confusion, accuracy, report] + ScoreFunctions.members + CurveFunctions.members
    { all[function.name] = .object(function) }
    return all
  }

  private static var confusion: BuiltinFunction {
    BuiltinFunction(
      "confusion_matrix", "y_true, y_pred, *, labels=None, sample_weight=None, normalize=None"
    ) { call throws(PyError) in
      for name in ["labels", "sample_weight"] {
        if let value = call.given(name) { throw call.unsupported(name, value) }
      }
      let (labels, said) = try TableNumbers.pair(call)
      let count = ClassCounts(labels, said)
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
      let (labels, said) = try TableNumbers.pair(call)
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
      for name in ["labels", "sample_weight"] {
        if let value = call.given(name) { throw call.unsupported(name, value) }
      }
      if try call.bool("output_dict", or: false) {
        throw call.unsupported("output_dict", .bool(true))
      }
      let (labels, said) = try TableNumbers.pair(call)
      let counts = ClassCounts(labels, said)
      var names = counts.classes.map(String.init)
      if let given = call.given("target_names") {
        names = []
        for item in try call.machine.array(given) { names.append(try call.machine.str(item)) }
        guard names.count == counts.size else {
          throw call.error(
            "ValueError",
            "Number of classes, \(counts.size), does not match size of target_names, \(names.count). Try specifying the labels parameter"
          )
        }
      }
      return .string(
        ClassificationReport(counts, names: names, digits: try call.int("digits", or: 2)).text)
    }
  }
}

/// How often each class was taken for each.
struct ClassCounts {
  let classes: [Int]
  /// `[true, said]`.
  let cells: [Int]
  var size: Int { classes.count }

  init(_ labels: [Int], _ said: [Int]) {
    classes = Set(labels + said).sorted()
    let places = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
    var cells = [Int](repeating: 0, count: classes.count * classes.count)
    for (label, guess) in zip(labels, said) {
      cells[(places[label] ?? 0) * classes.count + (places[guess] ?? 0)] += 1
    }
    self.cells = cells
  }

  func row(_ index: Int) -> Int { cells[index * size..<(index + 1) * size].reduce(0, +) }
  func column(_ index: Int) -> Int { (0..<size).reduce(0) { $0 + cells[$1 * size + index] } }

  /// Shares of rows, columns or all; rows and columns without any count are zeros.
  func shares(_ form: String) -> [Double] {
    cells.enumerated().map { place, count in
      let total =
        form == "true"
        ? row(place / size) : form == "pred" ? column(place % size) : cells.reduce(0, +)
      return total == 0 ? 0 : Double(count) / Double(total)
    }
  }
}
