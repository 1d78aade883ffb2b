internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// `roc_auc_score` of several classes, each against all others, or of rows of zeros and ones.
struct ClassAreas {
  /// Which samples are of each class, and what the model says of it.
  private let columns: [(isOfClass: [Bool], scores: [Double])]

  /// Nil where there are two classes, which have one curve.
  init?(_ call: Call) throws(PyError) {
    let truth = try ClassColumn(call.required("y_true"), call.machine)
    let scores = try TableNumbers.array(call.required("y_score"), call.machine)
    guard truth.kind == .multiclass || truth.kind == .indicator else { return nil }
    let (width, numbers) = (scores.ndim == 2 ? scores.shape[1] : 1, scores.reals())
    if truth.kind == .multiclass { try Self.check(truth, numbers, width, call) }
    let labels = Set(truth.labels).sorted()
    let count = truth.kind == .indicator ? truth.width : labels.count
    guard width == count, numbers.count == count * truth.count else {
      throw call.error(
        "ValueError",
        "Number of classes in y_true not equal to the number of columns in 'y_score'")
    }
    columns = (0..<count).map { place in
      let isOfClass =
        truth.kind == .indicator
        ? truth.rows.map { $0.contains(place) } : truth.labels.map { $0 == labels[place] }
      let own = stride(from: place, to: numbers.count, by: width).map { numbers[$0] }
      return (isOfClass, own)
    }
  }

  private static func check(
    _ truth: ClassColumn, _ numbers: [Double], _ width: Int, _ call: Call
  ) throws(PyError) {
    let sums = stride(from: 0, to: numbers.count, by: width).map { start in
      numbers[start..<min(start + width, numbers.count)].reduce(0, +)
    }
    guard width > 1, sums.allSatisfy({ abs($0 - 1) <= 1e-8 + 1e-5 }) else {
      throw call.error(
        "ValueError",
        "Target scores need to be probabilities for multiclass roc_auc, i.e. they should sum up to 1.0 over classes"
      )
    }
    let form = try call.string("multi_class") ?? "raise"
    if form == "raise" { throw call.error("ValueError", "multi_class must be in ('ovo', 'ovr')") }
    guard form == "ovr" else { throw call.unsupported("multi_class", .string(form)) }
  }

  /// The mean of the classes' areas, by a call's `average`.
  func average(_ call: Call) throws(PyError) -> Double {
    let average = try call.string("average") ?? "macro"
    guard average == "macro" || average == "weighted" else {
      throw call.unsupported("average", .string(average))
    }
    var (sum, whole) = (0.0, 0.0)
    for (isOfClass, scores) in columns {
      let weight = average == "macro" ? 1 : Double(isOfClass.count { $0 })
      sum += try CurveFunctions.area(isOfClass, scores, call) * weight
      whole += weight
    }
    return sum / whole
  }
}
