internal import Diagnostics
internal import Networks
internal import Notebooks

/// `.compile`: says how a model is to be trained.
enum CompileDirective: DirectiveKind {
  static let name = "compile"
  static let purpose = Message(
    "sets optimizer, loss and metrics", pt: "define otimizador, perda e métricas")
  static let options = [OptionSpec.model] + OptionSpec.compiling

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    let reference = planner.model()
    guard let facts = planner.compileFacts(), case .found(let model) = reference else { return nil }
    planner.compile(model, as: facts)
    planner.define(.other)
    return CompileTask(modelID: model.id, facts: facts)
  }
}

/// The work of `.compile`: a fresh optimizer, as in Keras.
struct CompileTask: DirectiveTask {
  var modelID: String
  var facts: CompileFacts

  func keyParts(in session: Session) -> [String] { [session.model(modelID).key, facts.text] }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    session.compile(modelID, as: facts)
    return []
  }
}
