internal import PythonRuntime

/// The inputs and outputs that a program gave for a model, and what Keras refuses of them.
struct GraphEnds {
  private(set) var inputs: [TensorObject]
  private(set) var outputs: [TensorObject]
  /// Whether the outputs are a list.
  let givesList: Bool

  /// - Throws: Python's `ValueError` for what is no tensor made by layers.
  init(inputs: Value, outputs: Value, _ machine: Machine) throws(PyError) {
    self.inputs = try Self.tensors(inputs, "inputs", machine)
    self.outputs = try Self.tensors(outputs, "outputs", machine)
    givesList = outputs.asObject(TensorObject.self) == nil
  }

  private static func tensors(
    _ given: Value, _ side: String, _ machine: Machine
  ) throws(PyError) -> [TensorObject] {
    if given.asObject(DictObject.self) != nil {
      throw machine.error(
        "NotImplementedError", "a dictionary of \(side) is not supported by Caderno")
    }
    let items: [Value] =
      switch given {
      case .object(let list as ListObject): list.items
      case .object(let tuple as TupleObject): tuple.items
      default: [given]
      }
    var tensors: [TensorObject] = []
    for item in items {
      guard let tensor: TensorObject = item.asObject() else {
        throw machine.error(
          "ValueError",
          "All `\(side)` values must be KerasTensors. Received: \(side)=\(try machine.str(given)) including invalid value \(try machine.str(item)) of type \(machine.type(of: item).repr(machine))"
        )
      }
      tensors.append(tensor)
    }
    return tensors
  }

  /// The same ends where a layer gives none of the inputs: what such a layer gave becomes an input of
  /// its own, and the layers behind it are used once more.
  func behindInputs(_ session: KerasSession, _ machine: Machine) throws(PyError) -> GraphEnds {
    guard inputs.contains(where: { !$0.layer.isInput }) else { return self }
    return try session.unseen { () throws(PyError) in
      var made: [ObjectIdentifier: TensorObject] = [:]
      var ends = self
      ends.inputs = inputs.map { tensor in
        let input = tensor.layer.isInput ? tensor : Self.input(for: tensor, session)
        made[ObjectIdentifier(tensor)] = input
        return input
      }
      ends.outputs = []
      for output in outputs { ends.outputs.append(try Self.again(output, &made, machine)) }
      return ends
    }
  }

  private static func input(for tensor: TensorObject, _ session: KerasSession) -> TensorObject {
    let layer = LayerObject(
      TypeObject("InputLayer", module: LayerFacts.place("InputLayer"), base: LayerClasses.base),
      .input(tensor.tensorShape), name: "\(tensor.name)CLONE", declaredShape: tensor.tensorShape)
    return TensorObject(inputOf: layer, tensor.tensorShape, session, name: layer.name)
  }

  /// A tensor made once more of others in the place of what it was made of.
  private static func again(
    _ tensor: TensorObject, _ made: inout [ObjectIdentifier: TensorObject], _ machine: Machine
  ) throws(PyError) -> TensorObject {
    if let known = made[ObjectIdentifier(tensor)] { return known }
    if tensor.inputs.isEmpty { return tensor }
    var inputs: [TensorObject] = []
    for input in tensor.inputs { inputs.append(try again(input, &made, machine)) }
    let new = try tensor.layer.applied(to: inputs, machine)
    made[ObjectIdentifier(tensor)] = new
    return new
  }

  /// Refuses outputs that need other inputs than there are.
  func check(_ machine: Machine) throws(PyError) {
    let known = Set(inputs.map { ObjectIdentifier($0) })
    for (place, output) in outputs.enumerated() {
      guard
        GraphTensors(from: inputs, to: [output]).all.contains(where: { tensor in
          tensor.inputs.isEmpty && !known.contains(ObjectIdentifier(tensor))
        })
      else { continue }
      throw machine.error(
        "ValueError",
        "Output with path `\(givesList ? String(place) : "")` is not connected to `inputs`")
    }
  }

  /// Refuses layers of one name.
  func checkNames(_ layers: [LayerObject], _ machine: Machine) throws(PyError) {
    for layer in layers {
      let count = layers.count { $0.name == layer.name }
      guard count > 1 else { continue }
      throw machine.error(
        "ValueError",
        "The name \"\(layer.name)\" is used \(count) times in the model. All operation names should be unique."
      )
    }
  }
}
