internal import PythonRuntime
internal import Networks
internal import Tensors

/// `Add`, `Concatenate` and their kin, as classes and as functions.
extension LayerClasses {
  private static let mergeConfigs = [
    "Add": "", "Subtract": "", "Multiply": "", "Average": "", "Maximum": "", "Minimum": "",
    "Concatenate": "axis", "Dot": "axes normalize",
  ]
  static let mergeFacts = mergeConfigs.mapValues {
    KerasFacts("merging", config: $0, isWrittenBuilt: true)
  }

  var merges: [String: Value] {
    var all: [String: Value] = [:]
    for name in Self.mergeConfigs.keys {
      let type = mergeClass(name)
      all[name] = .object(type)
      let parameters = Self.mergeParameters(name)
      let own = parameters.isEmpty ? "" : ", \(parameters)"
      all[name.lowercased()] = .object(
        BuiltinFunction(
          name.lowercased(),
          "inputs\(own.replacing("axes,", with: "axes=-1,")), *, name=None"
        ) { call throws(PyError) in
          let layer = try merge(type, call)
          return try layer.call(Arguments([call.required("inputs")]), call.machine)
        }.rehearsed())
    }
    return all
  }

  private static func mergeParameters(_ name: String) -> String {
    ["Concatenate": "axis=-1", "Dot": "axes, normalize=False"][name] ?? ""
  }

  private func mergeClass(_ name: String) -> TypeObject {
    let parameters = Self.mergeParameters(name)
    return TypeObject(
      name, module: LayerFacts.place(name), base: Self.base,
      parameters.isEmpty ? "*, name=None" : "\(parameters), *, name=None",
      properties: LayerObject.properties, methods: [ConfigReading.method(of: name)]
    ) { itself, call throws(PyError) in
      .object(try merge(itself, call))
    }.rehearsed()
  }

  private func merge(_ type: TypeObject, _ call: Call) throws(PyError) -> LayerObject {
    var form = MergeForm(name: type.name)
    if call.has("axis") { form.axis = try call.int("axis", or: -1) }
    if type.name == "Dot" {
      form.product = (
        try DotAxes(call["axes"] ?? .int(-1), call), try call.bool("normalize", or: false)
      )
    }
    return LayerObject(
      type, .merge(form),
      name: try call.string("name") ?? session.name(for: SnakeCase.of(type.name)))
  }

  /// `Lambda`: a function of tensors that are made by layers and `keras.backend`.
  var lambda: TypeObject {
    return TypeObject(
      "Lambda", module: LayerFacts.place("Lambda"), base: Self.base,
      "function, output_shape=None, mask=None, arguments=None, *, name=None, input_shape=None",
      properties: LayerObject.properties
    ) { [session] itself, call throws(PyError) in
      if let value = call.given("arguments") { throw call.unsupported("arguments", value) }
      let shape =
        try call.has("input_shape")
        ? LayerArguments.shape(call.required("input_shape"), call) : nil
      return .object(
        LayerObject(
          itself, .function(call.required("function")),
          name: try call.string("name") ?? session.name(for: "lambda"), declaredShape: shape))
    }.rehearsed()
  }

  static let activationFacts = [
    "ReLU": KerasFacts(
      "activations", file: "relu", config: "max_value negative_slope=0.0 threshold=0.0"),
    "LeakyReLU": KerasFacts("activations", file: "leaky_relu", config: "negative_slope=0.3"),
    "ELU": KerasFacts("activations", config: "name alpha=1.0 trainable dtype"),
    "Softmax": KerasFacts("activations", config: "axis=-1"),
  ]

  /// Activations as layers of their own.
  var activations: [String: Value] {
    var all: [String: Value] = [:]
    for name in Self.activationFacts.keys {
      guard let type = ActivationCatalog.all.first(where: { $0.signature.name == name }) else {
        continue
      }
      all[name] = .object(activationClass(type))
    }
    return all
  }

  private func activationClass(_ type: any ActivationFunction.Type) -> TypeObject {
    let name = type.signature.name
    let text = CallSignature.text(
      of: type.signature, also: ["name", "input_shape", "axis", "trainable", "dtype"])
    return TypeObject(
      name, module: LayerFacts.place(name), base: Self.base, text,
      properties: LayerObject.properties, methods: [ConfigReading.method(of: name)]
    ) { [session] itself, call throws(PyError) in
      if call.has("axis"), let axis = call.given("axis"), axis.smallInt != -1 {
        throw call.unsupported("axis", axis)
      }
      let own = try KerasArguments.component(
        name, call, leavingOut: ["name", "input_shape", "axis", "trainable", "dtype"])
      let engine = ArgumentCall(
        "Activation", keywords: [.init("activation", .call(own))])
      let layer: any Layer
      do throws(ArgumentError) {
        layer = try Activation(Activation.signature.bind(engine))
      } catch {
        throw KerasArguments.error(error, call.machine)
      }
      let shape =
        try call.has("input_shape")
        ? LayerArguments.shape(call.required("input_shape"), call) : nil
      return .object(
        LayerObject(
          itself, .engine(engine, layer),
          name: try call.has("name")
            ? call.string("name") ?? session.name(for: SnakeCase.of(name))
            : session.name(for: SnakeCase.of(name)), declaredShape: shape))
    }.rehearsed()
  }
}
