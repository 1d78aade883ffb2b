internal import PythonRuntime

/// A model's layers and which gives what to which.
struct DiagramGraph {
  let nodes: [DiagramNode]
  /// Pairs of places in `nodes`, each pair once.
  private(set) var edges: [(from: Int, to: Int)] = []

  init(_ model: ModelObject, _ options: DiagramNode.Options) {
    nodes = model.layers.map { DiagramNode($0, options) }
    if model.isSequential {
      edges = nodes.indices.dropLast().map { ($0, $0 + 1) }
      return
    }
    var places: [ObjectIdentifier: Int] = [:]
    for (place, layer) in model.layers.enumerated() { places[ObjectIdentifier(layer)] = place }
    var seen = Set<ObjectIdentifier>()
    var pairs = Set<[Int]>()
    func visit(_ tensor: TensorObject) {
      guard seen.insert(ObjectIdentifier(tensor)).inserted,
        !model.inputs.contains(where: { $0 === tensor }),
        let to = places[ObjectIdentifier(tensor.layer)]
      else { return }
      for input in tensor.inputs {
        if let from = places[ObjectIdentifier(input.layer)], pairs.insert([from, to]).inserted {
          edges.append((from, to))
        }
        visit(input)
      }
    }
    for output in model.outputs { visit(output) }
    edges.sort { ($0.from, $0.to) < ($1.from, $1.to) }
  }
}
