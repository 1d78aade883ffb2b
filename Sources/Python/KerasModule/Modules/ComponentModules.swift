internal import PythonRuntime
internal import Networks
internal import Arrays

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

  var initializers: [String: Value] { classes(InitializerCatalog.all, "initializers") }
  var regularizers: [String: Value] {
    var all = classes(RegularizerCatalog.all.map { $0 }, "regularizers")
    for type in RegularizerCatalog.all {
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
    for type in MetricCatalog.all {
      for alias in type.aliases where alias != alias.uppercased() {
        all[alias] = .object(
          BuiltinFunction(alias, "y_true, y_pred") { call throws(PyError) in
            guard alias != "binary_accuracy", alias != "accuracy", alias != "acc" else {
              throw call.error(
                "NotImplementedError", "\(alias)() of arrays is not supported by Caderno")
            }
            return try MetricTally.rows(ArgumentCall(type.signature.name), call)
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
