internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Arrays
internal import NumPy
internal import Tensors

extension LayerObject {
  /// The attributes of layers beside methods.
  static let properties: Set<String> = [
    "name", "output", "input", "weights", "trainable_weights", "kernel", "bias", "trainable",
    "input_shape", "output_shape", "units", "filters", "activation", "kernel_size", "built",
    "variables", "trainable_variables", "dtype", "rate", "padding", "strides", "path",
    "use_bias", "pool_size", "dilation_rate", "target_shape", "momentum", "epsilon",
    "input_dim", "output_dim",
    "non_trainable_weights", "non_trainable_variables",
  ]

  func attributeValue(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    switch name {
    case "name": return .string(self.name)
    case "trainable": return .bool(isTrainable)
    case "built": return .bool(isBuilt)
    case "dtype": return .string("float32")
    case "path": return .string(path ?? self.name)
    case "output": return .object(try placed(output, "output", machine))
    case "input": return .object(try placed(input, "input", machine))
    case "output_shape", "input_shape":
      let tensor = try placed(name == "output_shape" ? output : input, "input", machine)
      return tensor.property("shape", machine)
    case "weights", "variables": return WeightObject.list(try variables(machine))
    case "trainable_weights", "trainable_variables":
      return WeightObject.list(try variables(machine).filter(\.isTrainable))
    case "non_trainable_weights", "non_trainable_variables":
      return WeightObject.list(try variables(machine).filter { !$0.isTrainable })
    case "kernel", "bias":
      guard let found = try variables(machine).first(where: { $0.shortName == name }) else {
        guard case .engine = content, !isBuilt else { return nil }
        throw machine.error(
          "AttributeError", "You must build the layer before accessing `\(name)`.")
      }
      return .object(found)
    case "activation":
      guard case .engine(_, let layer) = content, let function = layer.activation else {
        return nil
      }
      let word = Swift.type(of: function).aliases.first ?? "linear"
      return machine.modules["keras.activations"]?.members[word]
    default: return try argument(name)
    }
  }

  /// An argument of the call that made the layer.
  private func argument(_ name: String) throws(PyError) -> Value? {
    guard case .engine(let call, let layer) = content, Self.properties.contains(name) else {
      return nil
    }
    guard let bound = try? Swift.type(of: layer).signature.bind(call) else { return nil }
    guard ["kernel_size", "strides", "dilation_rate", "pool_size"].contains(name) else {
      return bound[name].map { Value($0) }
    }
    let given = bound[name] == ArgumentValue.none ? bound["pool_size"] : bound[name]
    guard className.hasSuffix("1D"), case .int(let extent)? = given else {
      return given.map { Value($0, isPair: true) }
    }
    return .object(TupleObject([.int(extent)]))
  }

  private func placed(
    _ tensor: TensorObject?, _ side: String, _ machine: Machine
  ) throws(PyError) -> TensorObject {
    guard let tensor else {
      throw machine.error(
        "AttributeError",
        "The layer \(self.name) has never been called and thus has no defined \(side).")
    }
    return tensor
  }

  /// `compute_output_shape(input_shape)`.
  func outputShape(_ call: Call) throws(PyError) -> Value {
    let value = call.required("input_shape")
    let shape = try LayerArguments.shape(value, call, dropsBatch: true)
    guard case .engine(_, let layer) = content else {
      throw call.unsupported("input_shape", value)
    }
    let batch = try call.machine.array(value).first ?? .none
    let output = try placed(layer, on: shape, call.machine).output
    return .object(TupleObject([batch] + output.extents.map { .int($0) }))
  }

  /// The layer's weights as Keras' variables.
  func variables(_ machine: Machine) throws(PyError) -> [WeightObject] {
    if case .model(let model) = content { return try model.variables(machine) }
    try initialize(machine)
    return zip(specs, weights).enumerated().map { index, pair in
      WeightObject(self, index, pair.0)
    }
  }

  /// `get_weights()`.
  func weightArrays(_ machine: Machine) throws(PyError) -> Value {
    if case .model(let model) = content { return try model.weightArrays(machine) }
    try initialize(machine)
    var arrays: [Value] = []
    for tensor in weights { arrays.append(try KerasTensors.value(tensor, machine)) }
    return .object(ListObject(arrays))
  }

  /// `set_weights(…)`.
  func setWeights(_ value: Value, _ machine: Machine) throws(PyError) {
    if case .model(let model) = content { return try model.setWeights(value, machine) }
    try initialize(machine)
    let given = try machine.array(value)
    guard given.count == weights.count else {
      throw machine.error(
        "ValueError",
        "You called `set_weights(weights)` on layer '\(self.name)' with a weight list of length \(given.count), but the layer was expecting \(weights.count) weights."
      )
    }
    var new: [Tensor] = []
    for (tensor, item) in zip(weights, given) {
      let array = try KerasTensors.array(item, machine)
      guard array.shape == tensor.shape.extents else {
        throw machine.error(
          "ValueError",
          "Layer \(self.name) weight shape \(tensor.shape.tuple) is not compatible with provided weight shape \(Shape(array.shape).tuple)."
        )
      }
      new.append(Tensor(tensor.shape, array.floats()))
    }
    weights = new
  }
}

extension Value {
  /// An argument of the engine as Python has it.
  init(_ value: ArgumentValue, isPair: Bool = false) {
    switch value {
    case .none: self = .none
    case .bool(let flag): self = .bool(flag)
    case .int(let number):
      self = isPair ? .object(TupleObject([.int(number), .int(number)])) : .int(number)
    case .double(let number): self = .float(number)
    case .string(let text): self = .string(text)
    case .list(let items): self = .object(TupleObject(items.map { Value($0) }))
    case .call(let call): self = .string(call.description)
    }
  }
}

/// A weight as Keras' variable: `layer.kernel`.
final class WeightObject: HostObject, ArrayConvertible {
  var takesOperations: Bool { true }
  private let layer: LayerObject
  private let index: Int
  let shortName: String
  private let isTrained: Bool

  init(_ layer: LayerObject, _ index: Int, _ spec: WeightSpec) {
    (self.layer, self.index) = (layer, index)
    shortName = spec.name
    isTrained = spec.isTrainable
  }

  /// Whether training moves it, as its layer's flag says now.
  var isTrainable: Bool { isTrained && layer.isTrainable }

  static func list(_ weights: [WeightObject]) -> Value {
    .object(ListObject(weights.map { .object($0) }))
  }

  override var hostType: TypeObject { Self.weightType }
  var tensor: Tensor { layer.weights[index] }

  func asArray(_ machine: Machine) throws(PyError) -> NumericArray {
    try KerasTensors.numbers(tensor, machine)
  }

  /// The layer's path and the name; recurrent layers keep their weights in a cell.
  private var path: String {
    let cells = ["LSTM": "lstm_cell", "GRU": "gru_cell", "SimpleRNN": "simple_rnn_cell"]
    let place = layer.path ?? layer.name
    return (cells[layer.className].map { "\(place)/\($0)" } ?? place) + "/\(shortName)"
  }

  /// What it is without its numbers, as Keras shows it while it traces a step.
  var signature: String { "<Variable path=\(path), shape=\(tensor.shape.tuple), dtype=float32>" }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    let text = try KerasTensors.numbers(tensor, machine).text()
    return
      "<Variable path=\(path), shape=\(tensor.shape.tuple), dtype=float32, value=\(text)>"
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "shape": .object(TensorShapeObject(tensor.shape.extents))
    case "name": .string(shortName)
    case "path": .string(path)
    case "dtype": .string("float32")
    case "trainable": .bool(isTrainable)
    default: nil
    }
  }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    EagerTensor.value(try machine.item(KerasTensors.value(tensor, machine), index))
  }

  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    let own = Value.object(EagerTensor(try KerasTensors.numbers(tensor, machine)))
    return reflected
      ? try machine.binary(operation, other, own) : try machine.binary(operation, own, other)
  }

  private static let weightType = SharedType(
    "Variable", module: "keras.src.backend",
    properties: ["shape", "name", "path", "dtype", "trainable"],
    methods: [
      .method("numpy") { (weight: WeightObject, call) throws(PyError) in
        try KerasTensors.value(weight.tensor, call.machine)
      }
    ])
}
