internal import Networks
internal import RunRecords
internal import Tensors
internal import Words

/// The layers of a model from its input to its output.
enum ArchitectureKind: FigureKind {
  static let name = "architecture"
  static let options = [OptionSpec.model]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    guard case .found(let reference) = planner.model() else { return nil }
    return ArchitectureTask(modelID: reference.id, model: reference.facts.model)
  }
}

/// The work of ``ArchitectureKind``.
struct ArchitectureTask: DirectiveTask {
  var modelID: String
  var model: Model

  func keyParts(in session: Session) -> [String] {
    [ArchitectureKind.name, modelID, "\(model.inputShape)"]
      + ModelSummary(model: model, words: session.words).fingerprint
  }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let words = session.words
    let input = Figure.Chain.Link(kind: words.input, detail: text(model.inputShape))
    let layers = model.layers.map { layer in
      Figure.Chain.Link(
        kind: layer.typeName, name: layer.name, detail: text(layer.outputShape),
        value: Double(layer.parameterCount))
    }
    let chain = Figure.Chain(valueLabel: words.parameters, links: [input] + layers)
    return [
      .figure(
        FigureOutput(
          name: ArchitectureKind.name, figure: Figure(panels: [.init(.chain(chain))]),
          alt: words.architectureAlt(modelID, model)))
    ]
  }

  private func text(_ shape: Shape) -> String {
    shape.extents.map(String.init).joined(separator: " × ")
  }
}
