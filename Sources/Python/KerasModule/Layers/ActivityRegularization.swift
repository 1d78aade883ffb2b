internal import PythonRuntime
internal import Networks
internal import Tensors

/// `ActivityRegularization`: a layer that hands its inputs on and has them cost something.
extension LayerClasses {
  static let activityFacts = [
    "ActivityRegularization": KerasFacts("regularization", config: "l1 l2")
  ]

  var activityRegularization: TypeObject {
    let name = "ActivityRegularization"
    return TypeObject(
      name, module: LayerFacts.place(name), base: Self.base,
      "l1=0.0, l2=0.0, *, name=None, trainable=None, dtype=None, input_shape=None",
      properties: LayerObject.properties, methods: [ConfigReading.method(of: name)]
    ) { [session] itself, call throws(PyError) in
      try LayerArguments.checkType(call)
      let rates = try ["l1", "l2"].map { name throws(PyError) in
        ArgumentCall.Keyword(name, try KerasArguments.value(call[name] ?? .float(0), call))
      }
      let rule = try ActivityRule(.call(ArgumentCall("L1L2", keywords: rates)), call.machine)
      let shape = try call.given("input_shape").map { value throws(PyError) in
        try LayerArguments.shape(value, call)
      }
      let made = LayerObject(
        itself, .engine(ArgumentCall(name, keywords: rates), rule.penalty),
        name: try call.string("name") ?? session.name(for: SnakeCase.of(name)),
        declaredShape: shape)
      made.isTrainable = try call.bool("trainable", or: true)
      return .object(made)
    }.rehearsed()
  }
}
