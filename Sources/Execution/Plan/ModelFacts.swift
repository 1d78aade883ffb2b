internal import Networks

/// What is known of a model before it is trained.
struct ModelFacts: Sendable {
  var model: Model
  var compiled: CompileFacts?
}

/// What `.compile` sets.
struct CompileFacts: Sendable {
  var optimizer: ArgumentCall
  var loss: ArgumentCall
  var metrics: [ArgumentValue]
}

/// A model that a directive names.
struct ModelReference: Sendable {
  var id: String
  var facts: ModelFacts
}
