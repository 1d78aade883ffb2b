internal import NumPyModule
internal import PythonRuntime
internal import Memory
internal import Networks
internal import Arrays
internal import NumPy
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
    classes(ScheduleCatalog.all.map { $0 }, "optimizers.schedules")
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
      all[type.signature.name] = .object(lossClass(type))
      for alias in type.aliases where alias != alias.uppercased() {
        all[alias] = .object(lossFunction(alias, type))
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
    methods: [Method] = [], also extra: [String] = ["name"]
  ) -> [String: Value] {
    var all: [String: Value] = [:]
    for type in types {
      let made = Value.object(
        classObject(type, module, properties: properties, methods, also: extra))
      all[type.signature.name] = made
      for alias in type.aliases where alias.first?.isUppercase == true { all[alias] = made }
    }
    return all
  }

  private func classObject(
    _ type: any Component.Type, _ module: String, properties: Set<String>,
    _ methods: [Method], also extra: [String]
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
          itself, given, name: name, title: kind.title(name, itself, call), kind: kind))
    }
  }

  /// A class whose objects can be applied to targets and outputs.
  private func lossClass(_ type: any Loss.Type) -> TypeObject {
    let text = CallSignature.text(of: type.signature, also: ["reduction", "name"])
    return TypeObject(
      type.signature.name, module: "keras.src.losses.losses", text, properties: ["name"]
    ) { itself, call throws(PyError) in
      if call.has("reduction"), let value = call.given("reduction") {
        if try !["sum_over_batch_size", "auto"].contains(call.machine.str(value)) {
          throw call.unsupported("reduction", value)
        }
      }
      let given = try KerasArguments.component(call.name, call, leavingOut: ["name", "reduction"])
      do throws(ArgumentError) {
        _ = try type.init(type.signature.bind(given))
      } catch {
        throw KerasArguments.error(error, call.machine)
      }
      return .object(
        ComponentObject(
          itself, given, name: try call.string("name"),
          title: try call.string("name") ?? LossText.name(type), kind: .loss
        ) { call throws(PyError) in
          let values = try LossCall(call).values(given)
          let mean = values.reduce(0, +) / Double(max(values.count, 1))
          return .object(EagerTensor(NumericArray(scalar: .real(mean), dtype: .float32)))
        })
    }
  }

  /// A function that gives the loss of each sample.
  private func lossFunction(_ name: String, _ type: any Loss.Type) -> BuiltinFunction {
    let names = type.signature.parameters.map { "\($0.name)=None" }
    return BuiltinFunction(name, (["y_true", "y_pred"] + names).joined(separator: ", ")) {
      call throws(PyError) in
      let keywords = try KerasArguments.component(
        type.signature.name, call, leavingOut: ["y_true", "y_pred"])
      let values = try LossCall(call).values(keywords)
      let shape = try KerasTensors.array(call.required("y_pred"), call.machine).shape
      return EagerTensor.value(
        try call.machine.raising { () throws(ArrayError) in
          try NumericArray(floats: values.map { Float($0) }, shape: shape.dropLast())
        }, call.machine)
    }
  }
}

/// A loss applied to arrays.
struct LossCall {
  private let call: Call
  init(_ call: Call) { self.call = call }

  /// The loss of each row.
  func values(_ made: ArgumentCall) throws(PyError) -> [Double] {
    let loss: any Loss
    do {
      loss = try LossCatalog.make(.call(made))
    } catch {
      throw KerasArguments.error(error, call.machine)
    }
    let outputs = try KerasTensors.array(call.required("y_pred"), call.machine)
    let targets = try KerasTensors.array(call.required("y_true"), call.machine)
    let width = max(outputs.shape.last ?? 1, 1)
    let rows = outputs.size / width
    guard rows > 0, targets.size % rows == 0 else {
      throw call.error("ValueError", "y_true and y_pred have different numbers of rows")
    }
    let (given, wanted) = (outputs.floats(), targets.floats())
    let step = wanted.count / rows
    guard step == (loss.labelForm == .integer ? 1 : width) || loss.labelForm == nil && step == 1
    else {
      throw call.error("ValueError", "y_true and y_pred have different shapes")
    }
    let form = loss.labelForm ?? (step == 1 ? .integer : .oneHot)
    try call.machine.raising(training: { () throws(TrainingError) in
      try TargetCheck([width], judges: [loss.labelForm]).check(
        .rows(wanted, width: step, form), 0..<rows)
    })
    var gradient = [Float](repeating: 0, count: width)
    return (0..<rows).map { row in
      given.withElements { outputs in
        wanted.withElements { targets in
          gradient.withMutableElements { gradient in
            Double(
              loss.sample(
                outputs[row * width..<(row + 1) * width],
                target: Target(
                  row: targets[row * step..<(row + 1) * step],
                  form: form),
                areLogits: loss.fromLogits, gradient: gradient))
          }
        }
      }
    }
  }
}

/// An activation by its name: an argument of layers, or a function of arrays and tensors.
enum ActivationCall {
  static func function(_ name: String) -> BuiltinFunction {
    BuiltinFunction(name, "x, axis=-1, name=None") { call throws(PyError) in
      if let tensor: TensorObject = call.required("x").asObject() {
        return .object(try applied(name, to: tensor, call.machine))
      }
      if let axis = call.given("axis"), axis.smallInt != -1 {
        throw call.unsupported("axis", axis)
      }
      let array = try KerasTensors.array(call.required("x"), call.machine)
      if let wide = try inDoublePrecision(name, array, call) { return wide }
      let made: any ActivationFunction
      do throws(ArgumentError) {
        made = try ActivationCatalog.make(name)
      } catch {
        throw KerasArguments.error(error, call.machine)
      }
      let result = made.applied(to: Tensor(Shape(array.shape), array.floats()))
      return EagerTensor.value(
        try KerasTensors.numbers(result, call.machine), call.machine)
    }
  }

  /// An array of double precision keeps it.
  private static func inDoublePrecision(
    _ name: String, _ array: NumericArray, _ call: Call
  ) throws(PyError) -> Value? {
    let isList = call["x"]?.asObject(NumPyObject.self) == nil
    guard array.dtype == .float64, !isList || call["x"]?.asObject(EagerTensor.self) != nil,
      let values = DoubleActivation.values(name, array.reals(), row: array.shape.last ?? 1)
    else { return nil }
    return KerasTensors.value(
      try call.machine.raising { () throws(ArrayError) in
        try NumericArray(reals: values, shape: array.shape)
      }, call.machine)
  }
}
