internal import PythonRuntime
internal import Networks
internal import Tensors

/// A metric as a program gave it, and the name that it gave with it.
struct GivenMetric {
  let value: ArgumentValue
  let name: String?
  /// Whether it was given as one of the metrics that see the samples' weights.
  let isWeighted: Bool
  /// What a function of the program was traced to.
  var traced: (any Metric)?

  /// The engine's metric under its name, or one for each number of a list.
  ///
  /// - Parameter output: the shape of the output; nil where it isn't known yet.
  func named(_ output: Shape?) throws(ArgumentError) -> [Compilation.NamedMetric] {
    if let traced, let name { return [.init(name, traced, isWeighted: isWeighted)] }
    return try Compilation.NamedMetric.columns(
      value, name: name, isWeighted: isWeighted, rowLength: output?.extents.last ?? 1)
  }

  /// The metrics of a list, and of the lists in it.
  static func list(
    _ given: Value, _ call: Call, isWeighted: Bool = false
  ) throws(PyError) -> [GivenMetric] {
    if case .none = given { return [] }
    var items = [given]
    if given.asObject(ListObject.self) != nil || given.asObject(TupleObject.self) != nil {
      items = try call.machine.array(given)
    } else if let dict: DictObject = given.asObject() {
      items = dict.pairs.map(\.value)
    }
    var metrics: [GivenMetric] = []
    for item in items {
      if item.asObject(ListObject.self) != nil || item.asObject(TupleObject.self) != nil {
        metrics += try call.machine.nesting("") { () throws(PyError) -> [GivenMetric] in
          try list(item, call, isWeighted: isWeighted)
        }
        continue
      }
      if let function = try TracedFunction(item, call.machine) {
        metrics.append(
          GivenMetric(
            value: .none, name: function.name, isWeighted: isWeighted,
            traced: try function.metric()))
        continue
      }
      let component = item.asObject(ComponentObject.self)
      if component?.call.name == "Accuracy" {
        throw call.error(
          "NotImplementedError",
          "Accuracy() counts outputs that equal their targets and is not supported by Caderno in compile(); 'accuracy' asks for the class"
        )
      }
      let value = try KerasArguments.value(item, call)
      metrics.append(
        GivenMetric(
          value: value, name: component?.title ?? numbered(value, item, call),
          isWeighted: isWeighted))
    }
    return metrics
  }

  /// The name of a metric whose objects are numbered: Keras makes one of a class, and of a string one
  /// that goes by the string.
  private static func numbered(_ value: ArgumentValue, _ item: Value, _ call: Call) -> String? {
    let made: String
    switch value {
    case .string(let name): made = name
    case .call(let call): made = call.name
    default: return nil
    }
    guard let type = ComponentKind.metric.type(named: made) as? any Metric.Type, type.isNumbered
    else { return nil }
    let title = KerasSession.of(call.machine).name(for: SnakeCase.of(type.signature.name))
    if case .string = value { return nil }
    return title
  }
}
