internal import Diagnostics
internal import Networks
internal import Notebooks
internal import RunRecords
internal import Tensors

/// `.summary`: Keras' summary table of a model.
enum SummaryDirective: DirectiveKind {
  static let name = "summary"
  static let purpose = Message(
    "the layers of a model, their shapes and parameters",
    pt: "as camadas de um modelo, suas formas e parâmetros")
  static let options = [OptionSpec.model]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    guard case .found(let reference) = planner.model() else { return nil }
    planner.define(.other, publishing: PublishedValues(scalars: ModelSummary.valueNames))
    return SummaryTask(modelID: reference.id, model: reference.facts.model)
  }
}

/// The work of `.summary`.
struct SummaryTask: DirectiveTask {
  var modelID: String
  var model: Model

  func keyParts(in session: Session) -> [String] {
    ModelSummary(model: model, words: session.words).fingerprint
  }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    ModelSummary(model: model, words: session.words).outputs
  }
}
