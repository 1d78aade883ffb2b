internal import PythonRuntime

/// Which layers of a graph give what to which; nil for models whose layers stand in a row.
struct GraphLinks {
  private var sources: [ObjectIdentifier: [String]] = [:]

  init?(_ model: ModelObject) {
    var seen = Set<ObjectIdentifier>()
    var uses: [ObjectIdentifier: Int] = [:]
    var isRow = model.inputs.count == 1 && model.outputs.count == 1
    var sources: [ObjectIdentifier: [String]] = [:]
    func visit(_ tensor: TensorObject) {
      guard seen.insert(ObjectIdentifier(tensor)).inserted else { return }
      if model.inputs.contains(where: { $0 === tensor }) { return }
      if tensor.inputs.count != 1 { isRow = false }
      sources[ObjectIdentifier(tensor.layer), default: []] += tensor.inputs.map {
        "\($0.layer.name)[\($0.use)][0]"
      }
      for input in tensor.inputs {
        uses[ObjectIdentifier(input), default: 0] += 1
        visit(input)
      }
    }
    for output in model.outputs { visit(output) }
    if uses.values.contains(where: { $0 > 1 }) { isRow = false }
    if isRow { return nil }
    self.sources = sources
  }

  func text(of layer: LayerObject) -> String {
    sources[ObjectIdentifier(layer)]?.joined(separator: ", ") ?? "-"
  }
}
