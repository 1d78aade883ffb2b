internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Arrays
internal import NumPy
internal import Tensors

/// A layer in the hands of a program; it has its weights once its input's shape is known.
final class LayerObject: HostObject {
  enum Content {
    /// One of the engine's layers, and the call that made it.
    case engine(ArgumentCall, any Layer)
    /// A model's input.
    case input(Shape)
    /// Several tensors made one.
    case merge(MergeForm)
    /// A function of the program, called with a tensor that has no numbers.
    case function(Value)
    /// A whole model as a layer of another.
    case model(ModelObject)
    /// Layers inside of one.
    case wrapper(LayerWrapper)
  }

  private(set) var content: Content
  /// How often the layer learned what its weights don't say.
  private(set) var lessons = 0
  private let own: TypeObject
  var name: String
  /// The shape that the first layer of a model was told.
  let declaredShape: Shape?
  /// The order of the axes of the images that the layer takes and gives.
  let order: ChannelOrder
  /// The axis of a normalization where it was given by its number, the batch axis counted.
  let axis: Int?
  /// What the layer's outputs cost; nil for nothing.
  let activity: ActivityRule?
  private var numbers: [Tensor] = []
  /// How often the weights were set.
  private(set) var changes = 0
  /// The engine that has newer weights; nil where these are the newest.
  var holder: ModelEngine?
  var specs: [WeightSpec] = []
  /// The shape of the input that the layer was built for; nil before that.
  var builtShape: Shape?
  var isTrainable = true
  /// The model that the layer was put into first, which gives it its first weights.
  weak var owner: ModelObject? {
    didSet { for layer in wrapped where layer.owner == nil { layer.owner = owner } }
  }
  /// The names of the models in which the layer was built, and its own.
  var path: String?
  /// Where the layer was first used.
  var input: TensorObject?
  var output: TensorObject?
  /// How often it was used.
  private var uses = 0

  init(
    _ type: TypeObject, _ content: Content, name: String, declaredShape: Shape? = nil,
    order: ChannelOrder = .last, axis: Int? = nil, activity: ActivityRule? = nil
  ) {
    self.activity = activity
    self.axis = axis
    self.order = order
    own = type
    self.content = content
    self.name = name
    self.declaredShape = declaredShape
  }

  deinit { LettingGo.hold((content, input, output)) }

  override func letGo() { (input, output, holder) = (nil, nil, nil) }

  override var hostType: TypeObject { own }
  override func isCallable(_ machine: Machine) -> Bool { true }

  var weights: [Tensor] {
    get {
      holder?.pull()
      return numbers
    }
    set {
      holder?.pull()
      numbers = newValue
      changes += 1
    }
  }

  /// Puts a layer that learned something from data in the place of the one before.
  func learn(_ layer: any Layer) {
    guard case .engine(let call, _) = content else { return }
    content = .engine(call, layer)
    lessons += 1
  }

  /// Whether a whole model stands as a layer.
  var isModel: Bool { if case .model = content { true } else { false } }

  /// The class that Keras names in summaries.
  var className: String {
    if case .model(let model) = content { return model.className }
    return own.name
  }

  override func repr(_ machine: Machine) -> String {
    if isOperation { return "<Operation name=\(name)>" }
    return "<\(className) name=\(name), built=\(isBuilt ? "True" : "False")>"
  }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    try attributeValue(name, machine)
  }

  override func setAttribute(
    _ name: String, _ value: Value, _ machine: Machine
  ) throws(PyError) -> Bool {
    guard name == "trainable" else { return false }
    isTrainable = try machine.isTrue(value)
    return true
  }

  /// Applies the layer to a tensor that has no numbers yet, or to numbers.
  override func call(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    let given = try LayerInput(arguments, of: className, machine)
    if let tensors = try KerasTensors.list(given.value, machine) {
      if given.countWeights != nil {
        throw machine.error(
          "NotImplementedError",
          "\(className) of tensors without numbers with count_weights is not supported by Caderno")
      }
      return .object(try applied(to: tensors, machine))
    }
    if let weights = given.countWeights { return try weighted(given.value, by: weights, machine) }
    try given.check([self], machine)
    if !isPreprocessing { try given.checkNumbers(machine) }
    return try computed(given.value, isTraining: given.isTraining, machine)
  }

  func applied(to tensors: [TensorObject], _ machine: Machine) throws(PyError) -> TensorObject {
    let session = KerasSession.of(machine)
    path = path ?? (session.scopes + [name]).joined(separator: "/")
    let shape: Shape
    do {
      switch content {
      case .engine(_, let layer):
        guard tensors.count == 1 else {
          throw machine.error("ValueError", "Layer \"\(name)\" expects 1 input(s)")
        }
        let made = try placed(layer, on: tensors[0].tensorShape, of: tensors[0], machine)
        shape = made.0
        try take(made.1, of: tensors[0], machine)
      case .model(let model): shape = try model.outputShape(for: tensors[0].tensorShape, machine)
      case .wrapper(let wrapper):
        shape = try wrapper.outputShape(for: tensors[0].tensorShape, of: name, machine)
      case .merge(let form):
        let merge = try form.layer(of: tensors.map(\.tensorShape), machine)
        shape = try merge.outputShape
      case .function(let function):
        return try called(function, tensors, session, machine)
      case .input(let declared): shape = declared
      }
      try SizeLimit.check(shape, of: className, input: tensors.first?.tensorShape ?? shape)
    } catch let error as PyError {
      throw error
    } catch {
      throw machine.error("ValueError", "\(error)")
    }
    return placed(tensors, shape, session)
  }

  /// What a function of the program makes of tensors; layers that it uses stay inside.
  private func called(
    _ function: Value, _ tensors: [TensorObject], _ session: KerasSession, _ machine: Machine
  ) throws(PyError) -> TensorObject {
    let made = try session.unseen { () throws(PyError) in
      try machine.call(function, Arguments([.object(tensors[0])]))
    }
    guard let inner: TensorObject = made.asObject() else {
      throw machine.error(
        "NotImplementedError", "Lambda layers give tensors made by layers and keras.backend")
    }
    // Keras tries the function with tensors of its own first.
    session.skipNames("keras_tensor", 2)
    return placed(tensors, inner.tensorShape, session, body: inner)
  }

  private func placed(
    _ tensors: [TensorObject], _ shape: Shape, _ session: KerasSession, body: TensorObject? = nil
  ) -> TensorObject {
    let tensor = TensorObject(
      self, inputs: tensors, shape: shape, session, body: body, use: uses)
    uses += 1
    if output == nil { (input, output) = (tensors.first, tensor) }
    return tensor
  }

  /// Takes the weights' shapes of the first use; those of another one must be the same.
  private func take(
    _ new: [WeightSpec], of tensor: TensorObject, _ machine: Machine
  ) throws(PyError) {
    try check(new, received: tensor.tensorShape.batched, machine)
    specs = new
    builtShape = builtShape ?? tensor.tensorShape
  }
}
