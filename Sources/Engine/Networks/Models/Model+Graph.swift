public import Tensors

/// A layer of a graph: what it does, and whose outputs it takes.
public struct ModelNode: Sendable {
  /// What the node computes; a `Merge` where it has several inputs.
  public let layer: any Layer
  /// The author's name or Keras' for the layer; whoever makes the graph keeps it unique.
  public let name: String
  /// Places among the nodes before it; -1 is the model's input.
  public let inputs: [Int]
  /// Whether training moves the layer's weights.
  public let isTrainable: Bool
  /// A node before it whose weights the layer uses; nil where it has its own.
  public let owner: Int?

  /// A node that training moves, with weights of its own where nothing else is said.
  public init(
    _ layer: any Layer, name: String, inputs: [Int], isTrainable: Bool = true, owner: Int? = nil
  ) {
    (self.layer, self.name, self.inputs) = (layer, name, inputs)
    (self.isTrainable, self.owner) = (isTrainable, owner)
  }
}

extension Model {
  /// A graph of layers with one input; the last node gives the output.
  ///
  /// Weights that several nodes use are moved by the sum of their gradients, and as trainable as
  /// the first of the nodes. A node with several inputs must be a `Merge`. Nodes that stand in a row give the same model as
  /// ``init(name:inputShape:layers:)``, bit for bit.
  ///
  /// - Throws: ``ModelError`` with the index of the node at fault.
  public init(name: String, inputShape: Shape, nodes: [ModelNode]) throws(ModelError) {
    var layers: [ModelLayer] = []
    for (index, node) in nodes.enumerated() {
      precondition(node.inputs.allSatisfy { $0 < index && $0 >= -1 }, "Model: nodes in order")
      let shapes = node.inputs.map { $0 < 0 ? inputShape : layers[$0].outputShape }
      let joined = shapes.count == 1 ? shapes[0] : [shapes.map(\.count).reduce(0, +)]
      var builder = ModelBuilder(inputShape: joined)
      do {
        try builder.add(LayerDeclaration(node.layer, name: node.name), at: index)
      } catch {
        throw ModelError(layerIndex: index, layerName: node.name, problem: error.problem)
      }
      guard var placed = builder.layers.first else { continue }
      placed.inputs = node.inputs
      if !node.isTrainable { placed.freeze() }
      if let owner = node.owner { placed.share(with: owner, layers[owner]) }
      layers.append(placed)
    }
    try self.init(name: name, inputShape: inputShape, placed: layers)
  }
}
