internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Tensors

/// A model in the hands of a program: layers in a row, or a graph from inputs to outputs.
final class ModelObject: HostObject {
  let session: KerasSession
  let own: TypeObject
  var name: String
  /// All layers, inputs of functional models included.
  private(set) var layers: [LayerObject] = []
  let isSequential: Bool
  /// The inputs and outputs: those given to a functional model, or those of the layers in a row.
  var inputs: [TensorObject] = []
  var outputs: [TensorObject] = []
  /// Whether several outputs were given as a list.
  let givesList: Bool
  // What `compile` set.
  var compilation: CompiledModel?
  /// What the optimizer kept, where no engine knows it (``optimizerState``).
  var keptState: OptimizerState?
  /// What the model runs on, and the engine's models, each for its use.
  var engines: [ModelEngine.Use: ModelEngine] = [:]
  var loweredModels: [ModelEngine.Use: (graph: GraphStamp, lowered: LoweredModel)] = [:]
  var history: Value = .none
  /// Told by a callback: no further epoch.
  var stopsTraining = false
  /// Epochs that all fits have done; shuffles go on from there.
  var epochsDone = 0
  /// How many models of its architecture the lesson made before.
  var copy = 0
  /// The model's own flag; each layer has one as well, which setting this one sets.
  var isTrainable = true
  /// What the first training after `compile` found frozen, which holds until the next `compile`.
  var frozenParts: FrozenParts?
  /// Whether the model was trained or measured since it was compiled.
  var isUsed = false
  /// Itself as a layer of others, where it is one.
  private(set) var form: LayerObject?
  /// What the model was used for since it was compiled, for which Keras has made its functions.
  var tracedUses: Set<DataUse> = []
  /// Flags that a program may set and that change nothing here: `run_eagerly`, `jit_compile`.
  var flags: [String: Bool] = [:]

  /// Layers in a row.
  init(_ type: TypeObject, _ session: KerasSession, name: String) {
    own = type
    self.session = session
    self.name = name
    isSequential = true
    givesList = false
  }

  deinit {
    // Layers may go on in other models.
    for engine in engines.values { engine.pull() }
    LettingGo.hold((layers, inputs, outputs, compilation, history))
  }

  /// A graph.
  init(
    _ type: TypeObject, _ session: KerasSession, name: String, inputs: [TensorObject],
    outputs: [TensorObject], givesList: Bool
  ) {
    own = type
    self.session = session
    self.name = name
    isSequential = false
    self.givesList = givesList
    self.inputs = inputs
    self.outputs = outputs
    layers = LayerOrder.layers(from: inputs, to: outputs)
    super.init()
    for layer in layers where layer.owner == nil { layer.owner = self }
  }

  override func letGo() {
    (layers, inputs, outputs, form) = ([], [], [], nil)
    (engines, loweredModels, compilation, history) = ([:], [:], nil, .none)
  }

  override var hostType: TypeObject { own }
  override func isCallable(_ machine: Machine) -> Bool { true }
  var className: String { isSequential ? "Sequential" : "Functional" }

  override func repr(_ machine: Machine) -> String {
    "<\(className) name=\(name), built=\(inputs.isEmpty ? "False" : "True")>"
  }

  /// Puts a layer behind the others.
  ///
  /// - Parameter rebuilds: whether Keras calls all layers anew, which uses up names.
  func add(_ layer: LayerObject, _ machine: Machine, rebuilds: Bool = true) throws(PyError) {
    if case .input = layer.content, layers.isEmpty, let tensor = layer.output {
      (inputs, outputs) = ([tensor], [tensor])
      return
    }
    if layers.contains(where: { $0.name == layer.name }) {
      throw machine.error(
        "ValueError",
        "All layers added to a Sequential model should have unique names. Name '\(layer.name)' is already the name of a layer in this model. Update the `name` argument to pass a unique name."
      )
    }
    if inputs.isEmpty, layers.isEmpty, let shape = layer.firstShape {
      begin(with: shape)
    }
    if let last = outputs.first {
      if rebuilds { session.skipNames("keras_tensor", layers.count) }
      outputs = [
        try session.building(name) { () throws(PyError) in
          try layer.applied(to: [last], machine)
        }
      ]
      if rebuilds { session.skipNames("functional", 1) }
    }
    layers.append(layer)
    layer.owner = layer.owner ?? self
  }

  /// Removes the last layer.
  func pop(_ machine: Machine) throws(PyError) {
    guard let last = layers.popLast() else {
      throw machine.error("TypeError", "There are no layers in the model.")
    }
    if let before = outputs.first?.inputs.first {
      outputs = [before]
      session.skipNames("keras_tensor", layers.count)
      session.skipNames("functional", 1)
    }
    last.output = nil
  }

  private func begin(with shape: Shape) {
    let type = TypeObject(
      "InputLayer", module: LayerFacts.place("InputLayer"), base: LayerClasses.base)
    let layer = LayerObject(type, .input(shape), name: session.name(for: "input_layer"))
    inputs = [TensorObject(inputOf: layer, shape, session, name: nil)]
    outputs = inputs
  }

  /// Fixes the input's shape, where no layer was told one.
  func build(_ shape: Shape, _ machine: Machine) throws(PyError) {
    guard inputs.isEmpty else { return }
    begin(with: shape)
    try session.building(name) { () throws(PyError) in
      for layer in layers { outputs = [try layer.applied(to: outputs, machine)] }
    }
    session.skipNames("functional", 1)
  }

  /// The shape of an output for another input than the model's own.
  func outputShape(for shape: Shape, _ machine: Machine) throws(PyError) -> Shape {
    try build(shape, machine)
    return outputs.first?.tensorShape ?? shape
  }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    try attributeValue(name, machine)
  }

  override func setAttribute(
    _ name: String, _ value: Value, _ machine: Machine
  ) throws(PyError) -> Bool {
    switch name {
    case "stop_training": stopsTraining = try machine.isTrue(value)
    case "trainable": setTrainable(try machine.isTrue(value))
    case "run_eagerly", "jit_compile": flags[name] = try machine.isTrue(value)
    case "name":
      guard case .string(let text) = value else { return false }
      self.name = text
      form?.name = text
    default: return false
    }
    return true
  }

  override func call(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    let given = try LayerInput(arguments, of: className, machine)
    if let tensors = try KerasTensors.list(given.value, machine) {
      return .object(try asLayer.applied(to: tensors, machine))
    }
    try given.check(allLayers, machine)
    try given.checkNumbers(machine)
    if given.isTraining ?? true, let changed = try changedImages(given.value, machine) {
      return changed
    }
    return try applied(given.value, machine)
  }

  /// The model as a layer of another.
  var asLayer: LayerObject {
    if let form { return form }
    let made = LayerObject(own, .model(self), name: name)
    form = made
    return made
  }
}

extension LayerObject {
  /// The shape that a model's first layer says.
  fileprivate var firstShape: Shape? {
    if case .model(let model) = content { return model.inputs.first?.tensorShape }
    return declaredShape
  }
}
