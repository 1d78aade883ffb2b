internal import Networks

extension Session {
  /// Gives a model a fresh optimizer.
  mutating func compile(_ id: String, as facts: CompileFacts) {
    models[id]?.compilation = facts.compilation
    models[id]?.optimizerState = nil
    models[id]?.key = StepKey([models[id]?.key ?? "", "compile", facts.text]).digest
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
