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
    if loss.labelForm == .integer { throw wrongRank(array, output) }
    guard rest.count == 1, output.rank == 1, let width = rest[0], width > 0, width != output.count
    else { return }
    if type(of: loss).logitsActivation != nil { throw differ("shape", array, output) }
    throw machine.raised(TrainingError.targetCount(outputs: output, width: width))
  }

  /// Looks at targets of one number a sample: several outputs share one in a column alone, and not
  /// for cross-entropies.
  private func check(
    column array: KnownArray, _ loss: any Loss, _ output: Shape
  ) throws(PyError) {
    guard loss.labelForm != .integer else { return try checkClasses(array, output) }
    guard output.count > 1 else { return }
    let isColumn = array.extents.count == output.rank + 1
    if type(of: loss).logitsActivation != nil {
      throw differ(isColumn ? "shape" : "rank (ndim)", array, output)
    }
    guard !isColumn else { return }
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

  private func differ(_ what: String, _ array: KnownArray, _ output: Shape) -> PyError {
    machine.error(
      "ValueError",
      "Arguments `target` and `output` must have the same \(what). Received: \(shapes(array, output))"
    )
  }

  /// Refuses metrics that would compare other numbers in Keras than their names say.
  func check(
    _ array: NumericArray, _ metrics: [Compilation.NamedMetric], _ output: Shape
  ) throws(PyError) {
    guard output.count > 1 else { return }
    let rows = array.shape.first ?? 0
    let isNumber = array.size == rows
    for metric in metrics where !fits(metric.metric, isNumber, array.ndim == output.rank + 1) {
      throw machine.error(
        "ValueError",
        "The metric '\(metric.name)' can't compare these targets with the outputs. Received: \(shapes(KnownArray(array.shape), output))"
      )
    }
  }

  /// Whether a metric takes targets of one number a sample, or rows. Plain accuracy goes by the targets, and all
  /// numbers are compared with one in a column.
  private func fits(_ metric: any Metric, _ isNumber: Bool, _ isColumn: Bool) -> Bool {
    let name = type(of: metric).signature.name
    if name == "Accuracy" { return true }
    if name.hasPrefix("Sparse") { return isNumber }
    return !isNumber || isColumn && !name.contains("Categorical")
  }

  /// For rows where a loss wants class numbers.
  private func wrongRank(_ array: KnownArray, _ output: Shape) -> PyError {
    machine.error(
      "ValueError",
      "Argument `output` must have rank (ndim) `target.ndim - 1`. Received: \(shapes(array, output))"
    )
  }

  private func shapes(_ array: KnownArray, _ output: Shape) -> String {
    let target = KnownArray([nil] + array.extents.dropFirst())
    return "target.shape=\(target), output.shape=\(output.batched)"
  }
}
