internal import PythonRuntime
internal import Networks
internal import Arrays
internal import Tensors

/// `keras.optimizers`, `losses`, `metrics`, `activations` and `initializers`, made from the engine's
/// catalogs.
struct ComponentModules {
  var optimizers: [String: Value] {
    var all = classes(
      OptimizerCatalog.all, "optimizers",
      properties: ["learning_rate", "lr", "name", "iterations"], methods: Self.optimizerMethods)
    // Keras 1 and 2 had classes under small letters too.
    for name in all.keys { all[name.lowercased()] = all[name] }
    return all
  }

  /// Learning rates that change with the step.
  var schedules: [String: Value] {
    classes(ScheduleCatalog.all.map { $0 }, "optimizers.schedules") { given in
      BuiltinFunction("__call__", "step") { call throws(PyError) in
        let step = try call.double("step", or: 0)
        guard let whole = Int(exactly: step), whole >= 0,
          let schedule = ScheduleCatalog.all.first(where: { $0.signature.name == given.name }),
          let made = try? schedule.init(schedule.signature.bind(given))
        else { throw call.unsupported("step", call.required("step")) }
        return .object(
          EagerTensor(NumericArray(scalar: .real(made.rate(after: whole)), dtype: .float32)))
      }
    }
  }

  var initializers: [String: Value] {
    classes(
      InitializerCatalog.all, "initializers", properties: Self.properties(InitializerCatalog.all),
      methods: [
        Self.configMethod { value, machine throws(PyError) in
          try ConfigMaking(machine: machine).initializer(value)
        }
      ])
  }
  var regularizers: [String: Value] {
    let types: [any Component.Type] = RegularizerCatalog.all.map { $0 }
    var all = classes(
      types, "regularizers", properties: Self.properties(types),
      methods: [
        Self.configMethod { value, machine throws(PyError) in
          try ConfigMaking(machine: machine).regularizer(value)
        }
      ])
    for type in RegularizerCatalog.all {
      for alias in type.aliases { all[alias] = all[type.signature.name] }
    }
    return all
  }

  /// Constraints, which also hold arrays.
  var constraints: [String: Value] {
    let types: [any Component.Type] = ConstraintCatalog.all.map { $0 }
    let written = Self.configMethod { value, machine throws(PyError) in
      try ConfigMaking(machine: machine).constraint(value)
    }
    var all = classes(
      types, "constraints", properties: Self.properties(types), methods: [written]
    ) { given in
      BuiltinFunction("__call__", "w") { call throws(PyError) in
        guard let type = ConstraintCatalog.all.first(where: { $0.signature.name == given.name }),
          let constraint = try? type.init(type.signature.bind(given))
        else { throw call.unsupported("w", call.required("w")) }
        let array = try KerasTensors.array(call.required("w"), call.machine)
        guard array.dtype == .float32 else { throw call.unsupported("w", call.required("w")) }
        var numbers = array.floats()
        constraint.hold(&numbers, shape: Shape(array.shape))
        return .object(
          EagerTensor(try KerasTensors.numbers(Tensor(Shape(array.shape), numbers), call.machine)))
      }
    }
    for type in ConstraintCatalog.all {
      for alias in type.aliases { all[alias] = all[type.signature.name] }
    }
    return all
  }

  var losses: [String: Value] {
    var all: [String: Value] = [:]
    for type in LossCatalog.all {
      all[type.signature.name] = .object(LossFunctions.object(type))
      for alias in type.aliases where alias != alias.uppercased() {
        all[alias] = .object(LossFunctions.function(alias, type))
      }
    }
    return all
  }

  var metrics: [String: Value] {
    var all = classes(MetricCatalog.all, "metrics", also: ["name", "dtype"])
    for type in MetricCatalog.all where type is any SampleMetric.Type {
      for alias in type.aliases where alias != alias.uppercased() {
        all[alias] = .object(
          BuiltinFunction(alias, "y_true, y_pred") { call throws(PyError) in
            guard alias != "binary_accuracy", alias != "accuracy", alias != "acc" else {
              throw call.error(
                "NotImplementedError", "\(alias)() of arrays is not supported by Caderno")
            }
            return try TallyRows.value(ArgumentCall(type.signature.name), call)
          })
      }
    }
    return all.merging(NumberMetric.members) { own, _ in own }
  }

  var activations: [String: Value] {
    var all: [String: Value] = [:]
    for type in ActivationCatalog.all {
      for name in type.aliases { all[name] = .object(ActivationCall.function(name)) }
    }
    return all
  }

  private static var optimizerMethods: [Method] {
    [
      .method("get_config") { (optimizer: ComponentObject, call) throws(PyError) in
        try OptimizerConfig(optimizer, call.machine).value()
      }
    ]
  }

  /// The arguments of components, which their objects have as attributes.
  private static func properties(_ types: [any Component.Type]) -> Set<String> {
    Set(types.flatMap { $0.signature.parameters.map(\.name) })
  }

  /// `get_config()` of what is written down with its class.
  private static func configMethod(
    _ written: @escaping @Sendable (ArgumentValue, Machine) throws(PyError) -> Value
  ) -> Method {
    .method("get_config") { (component: ComponentObject, call) throws(PyError) in
      let object: DictObject? = try written(.call(component.call), call.machine).asObject()
      return try object?.value(.string("config"), call.machine) ?? .none
    }
  }

  private func classes(
    _ types: [any Component.Type], _ module: String, properties: Set<String> = ["name"],
    methods: [Method] = [], also extra: [String] = ["name"],
    called: ((ArgumentCall) -> BuiltinFunction)? = nil
  ) -> [String: Value] {
    var all: [String: Value] = [:]
    for type in types {
      let made = Value.object(
        classObject(type, module, properties: properties, methods, also: extra, called))
      all[type.signature.name] = made
      for alias in type.aliases where alias.first?.isUppercase == true { all[alias] = made }
    }
    return all
  }

  private func classObject(
    _ type: any Component.Type, _ module: String, properties: Set<String>,
    _ methods: [Method], also extra: [String], _ called: ((ArgumentCall) -> BuiltinFunction)?
  ) -> TypeObject {
    let text = CallSignature.text(of: type.signature, also: extra)
    return TypeObject(
      type.signature.name, module: KerasPlaces.component(type.signature.name, module), text,
      properties: properties,
      methods: module == "metrics" ? ComponentObject.metricMethods : methods
    ) { itself, call throws(PyError) in
      let given = try KerasArguments.component(call.name, call, leavingOut: ["name", "dtype"])
      do throws(ArgumentError) {
        _ = try type.init(type.signature.bind(given))
      } catch {
        throw KerasArguments.error(error, call.machine)
      }
      let name = call.has("name") ? try call.string("name") : nil
      let kind = ComponentObject.Kind(part: module)
      return .object(
        ComponentObject(
          itself, given, name: name, title: kind.title(name, itself, call), kind: kind,
          body: called?(given)))
    }.rehearsed()
  }
}
