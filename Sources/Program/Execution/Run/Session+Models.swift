internal import Digests
internal import Networks

extension Session {
  /// Gives a model a fresh optimizer.
  mutating func compile(_ id: String, as facts: CompileFacts) {
    var state = model(id)
    state.compilation = facts.compilation
    state.optimizerState = nil
    state.key = ResultKey([state.key, "compile", facts.text]).digest
    models[id] = state
  }

  /// A model that the plan found to be defined.
  func model(_ id: String) -> ModelState {
    guard let state = models[id] else {
      preconditionFailure("Session: model \(id) was planned but never made")
    }
    return state
  }

  /// A data set that the plan found to be defined.
  func data(_ id: String) -> PreparedData {
    guard let prepared = data[id] else {
      preconditionFailure("Session: data set \(id) was planned but never prepared")
    }
    return prepared
  }
}
