internal import PythonRuntime
internal import Networks
internal import Arrays
internal import Tensors

/// Whether targets have the shape that a loss wants, in Keras' words where they don't.
struct TargetShapes {
  private let machine: Machine

  init(_ machine: Machine) { self.machine = machine }

  /// Looks at the targets of one output, of which some lengths may be unknown.
  func check(_ array: KnownArray, _ loss: any Loss, _ output: Shape) throws(PyError) {
    let rest = Array(array.extents.dropFirst())
    if rest.allSatisfy({ $0 == 1 }) { return try check(column: array, loss, output) }
    guard !rest.contains(nil) else { return }
    if loss.labelForm == .integer { throw wrongClasses(array, output) }
    let width = rest.reduce(1) { $0 * ($1 ?? 1) }
    guard width > 0, width != output.count else { return }
    if type(of: loss).logitsActivation != nil { throw differ(array, output) }
    throw machine.error(
      "ValueError",
      "Dimensions must be equal, but are \(width) and \(output.count). Received: \(shapes(array, output))"
    )
  }

  /// Looks at targets of one number a sample: several outputs share one in a column alone, and not
  /// for cross-entropies.
  private func check(
    column array: KnownArray, _ loss: any Loss, _ output: Shape
  ) throws(PyError) {
    guard loss.labelForm != .integer else { return try checkClasses(array, output) }
    guard output.count > 1 else { return }
    if type(of: loss).logitsActivation != nil { throw differ(array, output) }
    guard array.extents.count != output.rank + 1 else { return }
    let lengths = array.extents.map { $0.map(String.init) ?? "None" }.joined(separator: ",")
    throw machine.error(
      "InvalidArgumentError",
      "Incompatible shapes: the targets are [\(lengths)], the outputs \(output.batched)")
  }

  /// Class numbers of which all are known to be there.
  private func checkClasses(_ array: KnownArray, _ output: Shape) throws(PyError) {
    guard let classes = array.classes, let width = output.extents.last, output.rank == 1,
      classes > width
    else { return }
    throw machine.error(
      "InvalidArgumentError",
      "Received a label value of \(classes - 1) which is outside the valid range of [0, \(width))")
  }

  private func differ(_ array: KnownArray, _ output: Shape) -> PyError {
    let what = array.extents.count == output.rank + 1 ? "shape" : "rank (ndim)"
    return machine.error(
      "ValueError",
      "Arguments `target` and `output` must have the same \(what). Received: \(shapes(array, output))"
    )
  }

  /// Refuses metrics that would compare other numbers in Keras than their names say.
  func check(
    _ array: NumericArray, _ metrics: [Compilation.NamedMetric], _ output: Shape
  ) throws(PyError) {
    let rows = array.shape.first ?? 0
    if metrics.contains(where: { $0.metric is any SampleMetric == false }) {
      try checkSums(array, metrics, output)
    }
    guard output.count > 1 else { return }
    let isNumber = array.size == rows
    for metric in metrics
    where !Self.fits(
      metric.metric, isNumber: isNumber, isColumn: array.ndim == output.rank + 1)
    {
      throw unfit(metric.name, array, output)
    }
  }

  private func unfit(_ name: String, _ array: NumericArray, _ output: Shape) -> PyError {
    machine.error(
      "ValueError",
      "The metric '\(name)' can't compare these targets with the outputs. Received: \(shapes(KnownArray(array.shape), output))"
    )
  }

  /// Refuses targets that a metric of more than samples' means can't count.
  private func checkSums(
    _ array: NumericArray, _ metrics: [Compilation.NamedMetric], _ output: Shape
  ) throws(PyError) {
    let targets = array.size / max(array.shape.first ?? 1, 1)
    for metric in metrics {
      if TallyRows.scores.contains(type(of: metric.metric).signature.name), array.ndim != 2 {
        throw notFlat(array, output)
      }
      if metric.metric.accepts(
        targets: targets, outputs: output.count, rowLength: output.extents.last ?? 1)
      {
        continue
      }
      throw unfit(metric.name, array, output)
    }
  }

  private func notFlat(_ array: NumericArray, _ output: Shape) -> PyError {
    machine.error(
      "ValueError",
      "FBetaScore expects 2D inputs with shape (batch_size, output_dim). Received input shapes: y_pred.shape=\(output.batched) and y_true.shape=\(Self.text(KnownArray(array.shape)))."
    )
  }

  /// Whether a metric takes targets of one number a sample, or rows. Plain accuracy goes by the targets, and all
  /// numbers are compared with one in a column.
  static func fits(_ metric: any Metric, isNumber: Bool, isColumn: Bool) -> Bool {
    let name = type(of: metric).signature.name
    if name == "Accuracy" || metric is any SampleMetric == false { return true }
    if name.hasPrefix("Sparse") { return isNumber }
    return !isNumber || isColumn && !name.contains("Categorical")
  }

  /// For several numbers where a loss wants one; Keras takes one for each place of an output that has places.
  private func wrongClasses(_ array: KnownArray, _ output: Shape) -> PyError {
    let (rest, places) = (array.extents.dropFirst(), output.extents.dropLast().map(Int?.some))
    if output.rank > 1, Array(rest) == places || Array(rest) == places + [1] {
      return machine.error(
        "NotImplementedError",
        "class numbers for outputs of shape \(output.batched) are not supported by Caderno")
    }
    return machine.error(
      "ValueError",
      "Argument `output` must have rank (ndim) `target.ndim - 1`. Received: \(shapes(array, output))"
    )
  }

  private func shapes(_ array: KnownArray, _ output: Shape) -> String {
    "target.shape=\(Self.text(array)), output.shape=\(output.batched)"
  }

  /// A shape whose number of samples is open.
  private static func text(_ array: KnownArray) -> String {
    "\(KnownArray([nil] + array.extents.dropFirst()))"
  }
}
