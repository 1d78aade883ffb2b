/// The order of the layers of a graph, as Keras has it: those farthest from the outputs first, and
/// at equal distance in the order in which a walk from the outputs meets them.
struct LayerOrder {
  private let inputs: [TensorObject]
  private var met: [LayerObject] = []
  /// Tensors behind all those that they are made of.
  private var tensors: [TensorObject] = []
  private var seen = Set<ObjectIdentifier>()

  /// Every layer that the outputs depend on, and all inputs.
  static func layers(from inputs: [TensorObject], to outputs: [TensorObject]) -> [LayerObject] {
    var order = LayerOrder(inputs: inputs)
    for output in outputs { order.visit(output) }
    let depths = order.depths()
    // Inputs that nothing is made of come before what stands nearest to the outputs.
    let unused = inputs.map(\.layer).filter { layer in !order.met.contains { $0 === layer } }
    order.met = unused + order.met
    let keyed = order.met.enumerated().map { (place: $0, layer: $1) }
    return keyed.sorted { a, b in
      let (near, far) = (
        depths[ObjectIdentifier(a.layer)] ?? 0, depths[ObjectIdentifier(b.layer)] ?? 0
      )
      return near == far ? a.place < b.place : near > far
    }.map(\.layer)
  }

  private init(inputs: [TensorObject]) { self.inputs = inputs }

  private mutating func visit(_ tensor: TensorObject) {
    guard seen.insert(ObjectIdentifier(tensor)).inserted else { return }
    if !met.contains(where: { $0 === tensor.layer }) { met.append(tensor.layer) }
    for input in sources(of: tensor) { visit(input) }
    tensors.append(tensor)
  }

  private func sources(of tensor: TensorObject) -> [TensorObject] {
    inputs.contains { $0 === tensor } ? [] : tensor.inputs
  }

  /// How many layers lie between each layer and the outputs, on the longest way.
  private func depths() -> [ObjectIdentifier: Int] {
    var (ofTensors, ofLayers) = ([ObjectIdentifier: Int](), [ObjectIdentifier: Int]())
    for tensor in tensors.reversed() {
      let layer = ObjectIdentifier(tensor.layer)
      let depth = max(ofTensors[ObjectIdentifier(tensor)] ?? 0, ofLayers[layer] ?? 0)
      ofLayers[layer] = depth
      for source in sources(of: tensor) {
        ofTensors[ObjectIdentifier(source), default: 0] = max(
          depth + 1, ofTensors[ObjectIdentifier(source)] ?? 0)
      }
    }
    return ofLayers
  }
}
