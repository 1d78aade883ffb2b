internal import PythonRuntime
internal import Networks
internal import Arrays
internal import Tensors

/// Whether targets have the shape that a loss wants, in Keras' words where they don't.
struct TargetShapes {
  private let machine: Machine

  init(_ machine: Machine) { self.machine = machine }

  /// Looks at targets of one number a sample: several outputs share one in a column alone, and not
  /// for cross-entropies.
  func check(_ array: NumericArray, _ loss: any Loss, _ output: Shape) throws(PyError) {
    guard loss.labelForm != .integer, output.count > 1 else { return }
    let isColumn = array.ndim == output.rank + 1
    guard type(of: loss).logitsActivation != nil else {
      if isColumn { return }
      throw machine.error(
        "InvalidArgumentError",
        "Incompatible shapes: the targets are [\(array.shape[0])], the outputs \(output.batched)")
    }
    let what = isColumn ? "shape" : "rank (ndim)"
    throw machine.error(
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
        "The metric '\(metric.name)' can't compare these targets with the outputs. Received: \(shapes(array, output))"
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
  func wrongRank(_ array: NumericArray, _ output: Shape) -> PyError {
    machine.error(
      "ValueError",
      "Argument `output` must have rank (ndim) `target.ndim - 1`. Received: \(shapes(array, output))"
    )
  }

  private func shapes(_ array: NumericArray, _ output: Shape) -> String {
    let rest = array.shape.dropFirst().map(String.init)
    let target = rest.isEmpty ? "(None,)" : "(\((["None"] + rest).joined(separator: ", ")))"
    return "target.shape=\(target), output.shape=\(output.batched)"
  }
}
