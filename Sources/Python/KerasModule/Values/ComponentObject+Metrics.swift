internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Arrays

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
    ]
      + ["reset_state", "reset_states"].map { name in
        .method(name) { (metric: ComponentObject, _) throws(PyError) in
          metric.tally.reset()
          return .none
        }
      }
  }

  /// A number, or an array of them where the metric gives a list.
  func result(_ machine: Machine) throws(PyError) -> Value {
    let metric = try TallyRows.metric(call, machine)
    let values = tally.values(of: metric)
    let shape = metric.givesList ? [values.count] : []
    return EagerTensor.value(
      try machine.raising { () throws(ArrayError) in
        try NumericArray(floats: values, shape: shape)
      }, machine)
  }

  private func update(_ call: Call) throws(PyError) {
    let rows = try TallyRows(self.call, call)
    guard tally.rowLength == nil || tally.rowLength == rows.width || rows.metric is any SampleMetric
    else { throw TallyRows.mismatch(call) }
    tally.add(rows)
  }
}

extension TallyRows {
  /// The metrics of a function's rows as a tensor.
  static func value(_ made: ArgumentCall, _ call: Call) throws(PyError) -> Value {
    let shape = try KerasTensors.array(call.required("y_pred"), call.machine).shape
    let numbers = try TallyRows(made, call).numbers
    return EagerTensor.value(
      try call.machine.raising { () throws(ArrayError) in
        try NumericArray(floats: numbers, shape: shape.dropLast())
      }, call.machine)
  }
}
