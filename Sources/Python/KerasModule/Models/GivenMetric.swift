internal import PythonRuntime
internal import Networks

/// A metric as a program gave it, and the name that it gave with it.
struct GivenMetric {
  let value: ArgumentValue
  let name: String?

  /// The metrics of a list.
  static func list(_ given: Value, _ call: Call) throws(PyError) -> [GivenMetric] {
    if case .none = given { return [] }
    var items = [given]
    if given.asObject(ListObject.self) != nil || given.asObject(TupleObject.self) != nil {
      items = try call.machine.array(given)
    }
    var metrics: [GivenMetric] = []
    for item in items {
      let component = item.asObject(ComponentObject.self)
      if component?.call.name == "Accuracy" {
        throw call.error(
          "NotImplementedError",
          "Accuracy() counts outputs that equal their targets and is not supported by Caderno in compile(); 'accuracy' asks for the class"
        )
      }
      metrics.append(
        GivenMetric(value: try KerasArguments.value(item, call), name: component?.name))
    }
    return metrics
  }
}
