internal import NumPyModule
internal import PythonRuntime
internal import Memory
internal import Networks
internal import Arrays
internal import Tensors

/// What a metric keeps that a program feeds itself: the sum of metrics and how many there were.
final class MetricTally {
  private var total: Float = 0
  private var count: Float = 0

  func reset() { (total, count) = (0, 0) }

  func add(_ metrics: [Float]) {
    total += metrics.reduce(0, +)
    count += Float(metrics.count)
  }

  /// The metric of each row of a call's outputs.
  static func metrics(
    _ made: ArgumentCall, width: Int, _ call: Call
  ) throws(PyError) -> [Float] {
    let outputs = try KerasTensors.array(call.required("y_pred"), call.machine)
    let targets = try KerasTensors.array(call.required("y_true"), call.machine)
    let rows = outputs.size / width
    guard rows > 0, targets.size % rows == 0 else { throw mismatch(call) }
    let step = targets.size / rows
    let form: LabelForm = made.name.hasPrefix("Sparse") ? .integer : .oneHot
    let metric: any Metric
    do {
      metric = try MetricCatalog.make(.call(made))
    } catch {
      throw KerasArguments.error(error, call.machine)
    }
    let fits =
      switch metric.labelForm {
      case .integer: step == 1
      case .oneHot: step == width
      case nil: step == 1 || step == width
      }
    guard fits else { throw mismatch(call) }
    let (given, wanted) = (outputs.floats(), targets.floats())
    try call.machine.raising(training: { () throws(TrainingError) in
      try TargetCheck([width], judges: [metric.labelForm]).check(
        .rows(wanted, width: step, form), 0..<rows)
    })
    return (0..<rows).map { row in
      given.withElements { outputs in
        wanted.withElements { targets in
          metric.sample(
            outputs[row * width..<(row + 1) * width],
            target: Target(
              row: targets[row * step..<(row + 1) * step],
              form: form))
        }
      }
    }
  }

  /// Those metrics as a tensor.
  static func rows(_ made: ArgumentCall, _ call: Call) throws(PyError) -> Value {
    let shape = try KerasTensors.array(call.required("y_pred"), call.machine).shape
    let metrics = try metrics(made, width: max(shape.last ?? 1, 1), call)
    return EagerTensor.value(
      try call.machine.raising { () throws(ArrayError) in
        try NumericArray(floats: metrics, shape: shape.dropLast())
      }, call.machine)
  }

  static func mismatch(_ call: Call) -> PyError {
    call.error("ValueError", "y_true and y_pred have different shapes")
  }

  /// The mean of all metrics, 0 where there is none.
  var mean: Float { count == 0 ? 0 : total / count }
}

extension ComponentObject {
  /// Whether it is a metric, which a program can feed itself.
  var isMetric: Bool { hostType.qualifiedName.contains(".metrics.") }

  /// The methods of metrics that stand alone.
  static var metricMethods: [Method] {
    [
      .method("update_state", "y_true, y_pred, sample_weight=None") {
        (metric: ComponentObject, call) throws(PyError) in
        try metric.update(call)
        return .none
      },
      .method("result") { (metric: ComponentObject, call) throws(PyError) in
        try metric.result(call.machine)
      },
      .method("reset_state") { (metric: ComponentObject, _) throws(PyError) in
        metric.tally.reset()
        return .none
      },
      .method("reset_states") { (metric: ComponentObject, _) throws(PyError) in
        metric.tally.reset()
        return .none
      },
    ]
  }

  func result(_ machine: Machine) throws(PyError) -> Value {
    let value =
      try summary(machine) == .rootOfMean ? tally.mean.squareRoot() : tally.mean
    return EagerTensor.value(
      NumericArray(scalar: .real(Double(value)), dtype: .float32), machine)
  }

  private func summary(_ machine: Machine) throws(PyError) -> MetricSummary {
    do {
      return Swift.type(of: try MetricCatalog.make(.call(call))).summary
    } catch {
      throw KerasArguments.error(error, machine)
    }
  }

  func update(_ call: Call) throws(PyError) {
    if let value = call.given("sample_weight") { throw call.unsupported("sample_weight", value) }
    let outputs = try KerasTensors.array(call.required("y_pred"), call.machine)
    let targets = try KerasTensors.array(call.required("y_true"), call.machine)
    let name = self.call.name
    // Plain accuracy compares numbers, whatever they stand for.
    if name == "Accuracy" {
      guard outputs.size == targets.size else { throw MetricTally.mismatch(call) }
      tally.add(zip(outputs.floats(), targets.floats()).map { $0 == $1 ? 1 : 0 })
      return
    }
    let isColumn = outputs.ndim < 2 && name == "BinaryAccuracy"
    let width = isColumn ? 1 : max(outputs.shape.last ?? 1, 1)
    tally.add(try MetricTally.metrics(self.call, width: width, call))
  }
}
