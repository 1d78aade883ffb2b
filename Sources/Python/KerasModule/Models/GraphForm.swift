internal import PythonRuntime

/// How the layers of a graph take each other's tensors, told by names alone: what copies and
/// configurations of a graph have in common with it.
struct GraphForm {
  /// What one use of a layer gives.
  struct Place: Hashable {
    let layer: String
    /// Which of the layer's uses in the graph, from 0.
    let use: Int
  }

  /// A layer, and what each of its uses takes; nothing where it is an input.
  struct Uses {
    let layer: String
    let inputs: [[Place]]
  }

  let layers: [Uses]
  let inputs: [Place]
  let outputs: [Place]

  init(layers: [Uses], inputs: [Place], outputs: [Place]) {
    (self.layers, self.inputs, self.outputs) = (layers, inputs, outputs)
  }

  /// The form of a model that is a graph.
  init(_ model: ModelObject) {
    let uses = GraphTensors(from: model.inputs, to: model.outputs).byLayer
    func place(_ tensor: TensorObject) -> Place {
      let all = uses[ObjectIdentifier(tensor.layer)] ?? []
      return Place(layer: tensor.layer.name, use: all.firstIndex { $0 === tensor } ?? 0)
    }
    layers = model.layers.map { layer in
      Uses(
        layer: layer.name,
        inputs: (uses[ObjectIdentifier(layer)] ?? []).map { $0.inputs.map(place) })
    }
    inputs = model.inputs.map(place)
    outputs = model.outputs.map(place)
  }

  /// Applies layers to each other as the form says.
  ///
  /// - Parameter readsTensors: whether Keras reads what each use takes from a configuration, which uses up
  ///   names.
  /// - Throws: Python's `ValueError` for uses of what there isn't, or that wait for each other.
  func tensors(
    of layers: [String: LayerObject], readsTensors: Bool = false, _ machine: Machine
  ) throws(PyError) -> (inputs: [TensorObject], outputs: [TensorObject]) {
    var made: [Place: TensorObject] = [:]
    var (waiting, before) = (self.layers, made.count)
    repeat {
      before = made.count
      for uses in waiting { try apply(uses, layers, readsTensors, &made, machine) }
      waiting.removeAll { made[Place(layer: $0.layer, use: $0.inputs.count - 1)] != nil }
    } while made.count > before
    if let missing = (inputs + outputs).first(where: { made[$0] == nil }) {
      throw machine.error(
        "ValueError", "Invalid Functional model configuration. Missing node: \(missing.layer)")
    }
    return (inputs.compactMap { made[$0] }, outputs.compactMap { made[$0] })
  }

  /// Uses a layer as often as what it takes is there.
  private func apply(
    _ uses: Uses, _ layers: [String: LayerObject], _ readsTensors: Bool,
    _ made: inout [Place: TensorObject], _ machine: Machine
  ) throws(PyError) {
    guard let layer = layers[uses.layer] else { return }
    for (use, places) in uses.inputs.enumerated() {
      let place = Place(layer: uses.layer, use: use)
      if made[place] != nil { continue }
      let tensors = places.compactMap { made[$0] }
      guard tensors.count == places.count else { return }
      if places.isEmpty {
        made[place] = layer.output
        continue
      }
      if readsTensors { KerasSession.of(machine).skipNames("keras_tensor", places.count) }
      made[place] = try layer.applied(to: tensors, machine)
    }
  }
}

/// The tensors of a graph.
struct GraphTensors {
  private let ends: Set<ObjectIdentifier>
  private var seen = Set<ObjectIdentifier>()
  /// Each once.
  private(set) var all: [TensorObject] = []
  /// By their layers, in the order in which those were used.
  private(set) var byLayer: [ObjectIdentifier: [TensorObject]] = [:]

  init(from inputs: [TensorObject], to outputs: [TensorObject]) {
    ends = Set(inputs.map { ObjectIdentifier($0) })
    for tensor in outputs + inputs { visit(tensor) }
    byLayer = byLayer.mapValues { $0.sorted { $0.use < $1.use } }
  }

  private mutating func visit(_ tensor: TensorObject) {
    guard seen.insert(ObjectIdentifier(tensor)).inserted else { return }
    all.append(tensor)
    byLayer[ObjectIdentifier(tensor.layer), default: []].append(tensor)
    if ends.contains(ObjectIdentifier(tensor)) { return }
    for input in tensor.inputs { visit(input) }
  }
}
