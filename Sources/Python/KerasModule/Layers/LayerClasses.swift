internal import PythonRuntime
internal import Networks
internal import Tensors

/// The classes of `keras.layers`, one for each layer of the engine's catalog.
struct LayerClasses {
  let session: KerasSession
  /// Whether `Conv2D(32, 3, 3)` means a window of 3 by 3, as it did in Keras 1 and 2; TensorFlow's
  /// Keras takes the third number as strides.
  let readsRowsAndColumns: Bool

  static let base = SharedType(
    "Layer", module: "keras.src.layers.layer", properties: LayerObject.properties,
    methods: methods)

  var members: [String: Value] {
    var all: [String: Value] = ["Layer": .object(Self.base)]
    for type in LayerCatalog.all where type.signature.name != "InputLayer" {
      let made = Value.object(make(type))
      for name in [type.signature.name] + type.aliases { all[name] = made }
    }
    all.merge(merges) { own, _ in own }
    all.merge(activations) { own, _ in own }
    all.merge(wrappers) { own, _ in own }
    all["ActivityRegularization"] = .object(activityRegularization)
    all["Lambda"] = .object(lambda)
    all["Input"] = .object(input)
    all["InputLayer"] = .object(inputLayer)
    return all
  }

  private func make(_ type: any KerasLayer.Type) -> TypeObject {
    let name = type.signature.name
    let text = CallSignature.text(of: type.signature, also: CommonArguments.names(for: type))
    return TypeObject(
      name, module: LayerFacts.place(name), base: Self.base, text,
      properties: LayerObject.properties, methods: [ConfigReading.method(of: name)]
    ) { itself, call throws(PyError) in
      .object(try layer(type, itself, call))
    }.refusing { KnownArguments.problems(type.signature, $0) }.rehearsed()
  }

  private func layer(
    _ type: any KerasLayer.Type, _ own: TypeObject, _ call: Call
  ) throws(PyError) -> LayerObject {
    let given = try LayerArguments(call, type, readsRowsAndColumns: readsRowsAndColumns)
    let machine = call.machine
    let stem = SnakeCase.of(own.name)
    if let text = try CodingArguments.refusal(call, type) {
      // Keras looks at these when it has named the layer.
      if given.name == nil { _ = session.name(for: stem) }
      throw call.error("ValueError", text)
    }
    let made: any Layer
    do {
      made = try type.init(type.signature.bind(given.engine))
    } catch {
      throw KerasArguments.error(error, machine)
    }
    let layer = LayerObject(
      own, .engine(given.engine, made), name: given.name ?? session.name(for: stem),
      declaredShape: given.inputShape,
      order: type.keras.hasChannelOrder ? given.order ?? session.order : .last, axis: given.axis,
      activity: given.activity)
    layer.isTrainable = try call.bool("trainable", or: true)
    return layer
  }

  /// `keras.Input(…)`.
  private var input: BuiltinFunction {
    BuiltinFunction(
      "Input",
      "shape=None, batch_size=None, dtype=None, name=None, *, batch_shape=None, sparse=None",
      gives: TensorObject.tensorType
    ) { call throws(PyError) in
      .object(try inputTensor(call, inputType))
    }.rehearsed()
  }

  private var inputLayer: TypeObject {
    return TypeObject(
      "InputLayer", module: LayerFacts.place("InputLayer"), base: Self.base,
      "shape=None, batch_size=None, dtype=None, name=None, *, input_shape=None, batch_shape=None, batch_input_shape=None, sparse=None",
      properties: LayerObject.properties
    ) { itself, call throws(PyError) in
      .object(try inputTensor(call, itself).layer)
    }.rehearsed()
  }

  private var inputType: TypeObject {
    TypeObject("InputLayer", module: LayerFacts.place("InputLayer"), base: Self.base)
  }

  /// An input's tensor, which has the name that the program gives the input.
  private func inputTensor(_ call: Call, _ type: TypeObject) throws(PyError) -> TensorObject {
    var shape: Shape?
    for name in ["shape", "input_shape"] where call.given(name) != nil {
      shape = try LayerArguments.shape(call.required(name), call)
    }
    for name in ["batch_shape", "batch_input_shape"] where call.given(name) != nil {
      shape = try LayerArguments.shape(call.required(name), call, dropsBatch: true)
    }
    guard let shape else { throw call.error("ValueError", "You must pass a `shape` argument.") }
    try LayerArguments.checkType(call)
    let name = try call.string("name")
    let layer = LayerObject(
      type, .input(shape), name: name ?? session.name(for: "input_layer"), declaredShape: shape)
    return TensorObject(inputOf: layer, shape, session, name: name)
  }
}

/// `MaxPooling2D` as `max_pooling2d`, as Keras names layers.
enum SnakeCase {
  /// Words begin with a capital before a small letter, and where a capital follows a small letter.
  static func of(_ name: String) -> String {
    let letters = Array(name)
    var result = ""
    for (place, letter) in letters.enumerated() {
      let beginsWord = letter.isUppercase && letters[(place + 1)...].first?.isLowercase ?? false
      let endsWord = place > 0 && letters[place - 1].isLowercase && letter.isUppercase
      if place > 0, beginsWord || endsWord { result += "_" }
      result += letter.lowercased()
    }
    return result
  }
}

extension LayerClasses {
  private static var methods: [Method] {
    [
      .method("get_weights") { (layer: LayerObject, call) throws(PyError) in
        try layer.weightArrays(call.machine)
      },
      .method("set_weights", "weights") { (layer: LayerObject, call) throws(PyError) in
        try layer.setWeights(call.required("weights"), call.machine)
        return .none
      },
      .method("count_params") { (layer: LayerObject, call) throws(PyError) in
        .int(try layer.parameterCount(call))
      },
      .method("build", "input_shape") { (layer: LayerObject, call) throws(PyError) in
        try layer.build(
          LayerArguments.shape(call.required("input_shape"), call, dropsBatch: true), call.machine)
        return .none
      },
      .method("adapt", "data, batch_size=None, steps=None") {
        (layer: LayerObject, call) throws(PyError) in
        try layer.adapt(call)
        return .none
      },
      .method("get_config") { (layer: LayerObject, call) throws(PyError) in
        try LayerConfig(layer, call.machine).value()
      },
      .method("compute_output_shape", "input_shape") {
        (layer: LayerObject, call) throws(PyError) in
        try layer.outputShape(call)
      },
    ]
  }
}
