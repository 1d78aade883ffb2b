internal import PythonRuntime
internal import Networks

/// A metric as a program gave it, and the name that it gave with it.
struct GivenMetric {
  let value: ArgumentValue
  let name: String?

  /// One metric, or a list of them.
  static func list(_ given: Value, _ call: Call) throws(PyError) -> [GivenMetric] {
    if case .none = given { return [] }
    var items = [given]
    if given.asObject(ListObject.self) != nil || given.asObject(TupleObject.self) != nil {
      items = try call.machine.array(given)
    }
    var metrics: [GivenMetric] = []
    for item in items {
      let component = item.asObject(ComponentObject.self)
      metrics.append(
        GivenMetric(value: try KerasArguments.value(item, call), name: component?.name))
    }
    return metrics
  }
}
